"""The command line: Click lives here and nowhere else."""

from __future__ import annotations


def main() -> None:
    """Run the command ``workbook``."""
    from workbook.cli.program import program, use_any_terminal

    use_any_terminal()
    program(prog_name="workbook")
