"""A release's folder: it appears whole, or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.render.writing import prepare_destination, write_atomically

_MOST = 50_000_000
"""Bytes of one file of a release that are read to compare it."""


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its name; what lies deeper is named with its path.

    Raises:
        FindingsError: Z010, there is no such folder, or it cannot be read.
    """
    try:
        if not folder.is_dir():
            raise NotADirectoryError
        files = [path for path in sorted(folder.rglob("*")) if not path.is_dir() or path.is_symlink()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    except OSError:
        hint = "Name the folder that `workbook release` made: it holds `SHA256SUMS` and `manifest.json`."
        message = "There is no release here that can be read."
        raise FindingsError([Diagnostic(Code.NO_RELEASE, message, hint, Span(folder))]) from None


def place_folder(folder: Path, files: Mapping[str, bytes], *, replace: bool) -> bool:
    """Put the files where the release belongs; return whether anything was written.

    They go to a hidden folder beside it first, which then takes its name in one step. A folder that is there
    already stays as it is where it holds the same; where it does not, only ``replace`` moves it away, and it
    goes back if the new one cannot take its place.

    Raises:
        FindingsError: Z005, there is another release of that name; F006, F007, it cannot be written.
    """
    if os.path.lexists(folder):
        if folder.is_dir() and read_folder(folder) == dict(files):
            return False
        if not replace:
            raise FindingsError([_differs(folder)])
    prepare_destination(folder / "SHA256SUMS") if folder.is_dir() else prepare_destination(folder)
    beside = folder.parent / f".{folder.name}-{secrets.token_hex(6)}.tmp"
    try:
        for name, data in files.items():
            write_atomically(beside / name, data)
        _take_place(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return True


def _take_place(new: Path, folder: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    old = new.with_suffix(".old")
    folder.rename(old)
    try:
        new.rename(folder)
    finally:
        if not folder.exists():
            old.rename(folder)
    shutil.rmtree(old)


def sweep(folder: Path) -> None:
    """Remove what a run that was killed left beside a release of this name."""
    for left in folder.parent.glob(f".{folder.name}-*.tmp"):
        shutil.rmtree(left, ignore_errors=True)


def _differs(folder: Path) -> Diagnostic:
    return Diagnostic(
        Code.RELEASE_DIFFERS,
        "There is a release of this version already, and it differs from this one.",
        "Raise the workbook’s `version` for a new release, or put this one in its place with `--replace`.",
        Span(folder),
    )
