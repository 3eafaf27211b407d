"""The clients of a practice: a folder of files, each under its code."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from workbook.errors import Code, Diagnostic, FindingsError, Severity, Span
from workbook.model.client import Client
from workbook.model.code import read_code
from workbook.source.clients.discretion import discreet
from workbook.source.clients.ledger import SUFFIX
from workbook.source.library import SUFFIXES
from workbook.source.loading import Loaded, load
from workbook.source.shelves import CLIENTS

FILE_MODE, FOLDER_MODE = 0o600, 0o700


class Register:
    """Knows where clients' files lie below a practice's ``root``; reads only the one that is asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / CLIENTS.folder

    def codes(self) -> tuple[str, ...]:
        """Return the codes of all clients, in order."""
        files = self.folder.iterdir() if self.folder.is_dir() else ()
        stems = {file.stem for file in files if file.suffix in SUFFIXES}
        return tuple(sorted(stem for stem in stems if read_code(stem) == stem))

    def code(self, typed: str) -> str:
        """Return the code that was typed.

        Raises:
            FindingsError: K004, it cannot be a code. What was typed is not repeated: it may be a name.
        """
        if (code := read_code(typed)) is None:
            message = "This is not a client's code: its signs do not fit each other."
            hint = "Look at it once more. `workbook client list` shows the codes that you have."
            raise FindingsError([Diagnostic(Code.MISTYPED_CODE, message, hint)])
        return code

    def path(self, code: str) -> Path:
        """Return where a client's file lies, or would."""
        files = [self.folder / f"{code}{suffix}" for suffix in SUFFIXES]
        return next((file for file in files if file.is_file()), files[0])

    def ledger(self, code: str) -> Path:
        """Return where the list of what was made for a client lies, or would."""
        return self.folder / f"{code}{SUFFIX}"

    def get(self, typed: str) -> Loaded[Client]:
        """Return a client by the code that was typed.

        Raises:
            FindingsError: K004, K005, or all that is wrong with the file.
        """
        code = self.code(typed)
        path = self.path(code)
        if not path.is_file():
            message = f"There is no client `{code}` in this practice."
            hint = "`workbook client list` shows the codes; `workbook client new` makes one."
            raise FindingsError([Diagnostic(Code.UNKNOWN_CLIENT, message, hint)])
        return load_client(path, self.root)


def load_client(path: Path, root: Path) -> Loaded[Client]:
    """Read a client's file.

    Raises:
        FindingsError: all that is wrong with it, and nothing that stands in it.
    """
    try:
        return load(path, Client, [root])
    except FindingsError as error:
        raise FindingsError(discreet(error.findings)) from None


def open_to_others(path: Path) -> list[Diagnostic]:
    """Warn where other people who use this computer may read a client's file."""
    if os.name != "posix":
        return []  # there, rights are not in the mode
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return []
    if not mode & 0o077:
        return []
    hint = f"Say `chmod 600 {path.name}` in its folder."
    message = "Other people who use this computer may read this file."
    return [Diagnostic(Code.CLIENT_FILE_OPEN, message, hint, Span(path), Severity.WARNING)]
