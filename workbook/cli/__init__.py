"""The command line: Click lives here and nowhere else."""

from __future__ import annotations

import gc

_ALLOCATIONS = 100_000
"""Objects made before garbage is looked for. Python's own figure is 700; a book is millions that all live."""


def main() -> None:
    """Run the command ``workbook``."""
    from workbook.cli.program import program, use_any_terminal

    gc.set_threshold(_ALLOCATIONS, 50, 100)
    use_any_terminal()
    program(prog_name="workbook")
