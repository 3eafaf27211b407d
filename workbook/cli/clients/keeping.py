"""Keep a client's ledger: what was made, and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbook.render.writing import write_atomically
from workbook.source.clients.ledger import read_ledger, write_ledger
from workbook.source.clients.register import Register
from workbook.source.files import read_text


def made(register: Register, code: str) -> tuple[Path, ...]:
    """Return the files that a client's ledger names.

    Raises:
        FindingsError: the ledger cannot be read.
    """
    ledger = register.ledger(code)
    if not ledger.is_file():
        return ()
    return read_ledger(read_text(ledger, [register.root]), register.root, code)


def recorder(register: Register, code: str) -> Callable[[Path], None]:
    """Return what puts a file that is about to be made into a client's ledger."""

    def record(path: Path) -> None:
        paths = [*(known.resolve() for known in made(register, code)), path.resolve()]
        text = write_ledger(paths, register.root)
        write_atomically(register.ledger(code), text.encode(), private=True)

    return record
