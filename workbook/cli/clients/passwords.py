"""Ask for a password, or read it from a file; it is never an argument, which other programs could see."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.render.locking import LONGEST
from workbook.source.files import read_text


def choose_password(file: Path | None) -> str:
    """Return a new password: a file's first line, or what is typed twice.

    Raises:
        FindingsError: F001 to F005, K011.
    """
    if file is not None:
        return _fit(from_file(file), Span(file))
    return _fit(click.prompt("Password", hide_input=True, confirmation_prompt="Once more", err=True), None)


def from_file(file: Path) -> str:
    """Return a file's first line."""
    return read_text(file).partition("\n")[0].rstrip("\r")


def _fit(password: str, span: Span | None) -> str:
    if not password:
        message, hint = "The password is empty.", "Write it on the file's first line, and nothing else there."
    elif len(password.encode()) > LONGEST:
        message, hint = f"The password is longer than {LONGEST} bytes.", "Choose a shorter one."
    else:
        return password
    raise FindingsError([Diagnostic(Code.UNFIT_PASSWORD, message, hint, span)])
