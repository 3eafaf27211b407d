"""The list of files that were made for a client: a path a line, from the practice where it lies below it.

**Why** beside the client's file and as plain as that: it is read by a person too, goes with the folder, and
is removed with the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workbook.model.code import codes_within

SUFFIX = ".made.txt"
_HEAD = "# Made for this client; `workbook purge` removes these files, and this list.\n"


def read_ledger(text: str, root: Path, code: str) -> tuple[Path, ...]:
    """Return the files of a ledger, in order.

    **Why** only those with the client's code in their name: a ledger that someone tampered with must not
    make a purge remove other files.
    """
    lines = (line.strip() for line in text.splitlines())
    paths = (root / line for line in lines if line and not line.startswith("#"))
    return tuple(dict.fromkeys(path for path in paths if code in codes_within(path.name)))


def write_ledger(paths: Iterable[Path], root: Path) -> str:
    """Return a ledger's text, each file once."""
    return _HEAD + "".join(f"{_shown(path, root)}\n" for path in dict.fromkeys(paths))


def _shown(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return str(path.resolve())
