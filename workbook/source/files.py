"""Read a file, or say in a sentence why that is not possible."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from workbook.errors import Code, Diagnostic, FindingsError, Span

MOST_FILES = 5_000
"""Files and folders below one folder. A practice has some dozens."""
DEEPEST = 12
"""Folders within each other. A practice has three."""
LIMIT = 2_000_000
"""Bytes. The longest exercise so far has twelve thousand."""


def read_text(path: Path, roots: Sequence[Path] | None = None) -> str:
    """Return a file's text, without a byte order mark.

    ``roots`` are the folders that the file must lie in once links are followed; ``None`` allows any.

    Raises:
        FindingsError: F001 to F005, with what to do next.
    """
    return _decoded(path, read_bytes(path, roots))


def read_bytes(path: Path, roots: Sequence[Path] | None = None, limit: int = LIMIT) -> bytes:
    """Return what a file holds, at most ``limit`` bytes; ``roots`` as for ``read_text``.

    Raises:
        FindingsError: F001 to F003 and F005, with what to do next.
    """
    try:
        if roots is not None and not _lies_in(path, roots):
            raise _finding(
                Code.FILE_OUTSIDE,
                Span(path),
                "This file lies outside the project's folders, so it is not read.",
                "Copy the file into the project; a link that leads out of it is not followed.",
            )
        _refuse_odd(path, limit)
        return _read(path, limit)
    except FileNotFoundError:
        raise _finding(
            Code.FILE_NOT_FOUND,
            Span(path),
            "There is no such file.",
            "Look at the spelling of its name and folder.",
        ) from None
    except (OSError, RuntimeError, ValueError) as reason:
        # RuntimeError: links that lead in a circle; ValueError: a name that no file system takes.
        words = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
        raise _finding(
            Code.FILE_NOT_READABLE,
            Span(path),
            f"The file cannot be read: {words}.",
            "Look at its permissions, and whether the disk it lies on is connected.",
        ) from reason


def walk(folder: Path) -> Iterator[Path]:
    """Yield all files and folders below one, in order; links to folders are named and not followed.

    Hidden ones, whose names begin with a dot, are left out: version control may keep thousands there.

    Raises:
        FindingsError: U005, there are far too many of them, or they lie too deep.
    """
    waiting, count = [(folder, 0)], 0
    while waiting:
        here, depth = waiting.pop()
        if depth > DEEPEST:
            raise _too_many(folder, f"Folders lie more than {DEEPEST} deep within each other here.")
        inner = []
        for path in entries(here):
            if path.name.startswith("."):
                continue
            count += 1
            if count > MOST_FILES:
                raise _too_many(folder, f"There are more than {MOST_FILES} files here, so they are not read.")
            yield path
            if path.is_dir() and not path.is_symlink():
                inner.append((path, depth + 1))
        waiting += reversed(inner)


def entries(folder: Path) -> list[Path]:
    """Return what lies in a folder, in order; nothing where it cannot be looked into.

    Raises:
        FindingsError: U005, it holds far too many files.
    """
    try:
        with os.scandir(folder) as found:
            names = [entry.name for entry in islice(found, MOST_FILES + 1)]
    except OSError:
        return []
    if len(names) > MOST_FILES:
        raise _too_many(folder, f"There are more than {MOST_FILES} files here, so they are not read.")
    return sorted(folder / name for name in names)


def _too_many(folder: Path, message: str) -> FindingsError:
    """Return the finding that a folder holds more than a practice ever has."""
    hint = "Is this the folder you meant? A practice has its own; other files lie better elsewhere."
    return _finding(Code.TOO_MANY_FILES, Span(folder), message, hint)


def _lies_in(path: Path, roots: Sequence[Path]) -> bool:
    real = path.resolve()
    return any(real.is_relative_to(root.resolve()) for root in roots)


def _refuse_odd(path: Path, limit: int) -> None:
    """Refuse folders, devices and giants before a byte is read."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise _finding(
            Code.FILE_NOT_READABLE, Span(path), "This is a folder, not a file.", "Name a file inside it."
        )
    if not stat.S_ISREG(status.st_mode):
        raise _finding(
            Code.FILE_NOT_READABLE,
            Span(path),
            "This is not an ordinary file.",
            "Name another one.",
        )
    if status.st_size > limit:
        raise _too_large(path, limit)


def _read(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:  # it grew since it was looked at
        raise _too_large(path, limit)
    return data


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise _finding(
            Code.FILE_NOT_UTF8,
            Span(path, line, column),
            f"The byte 0x{data[error.start]:02x} here is not UTF-8 text.",
            "Open the file in your editor and save it with the encoding “UTF-8”.",
        ) from None


def _too_large(path: Path, limit: int) -> FindingsError:
    return _finding(
        Code.FILE_TOO_LARGE,
        Span(path),
        f"The file is larger than {limit // 1_000_000} MB, so it is not read.",
        "Exercises, workbooks and logos are small. Is this the file you meant?",
    )


def _finding(code: Code, span: Span, message: str, hint: str) -> FindingsError:
    return FindingsError([Diagnostic(code, message, hint, span)])
