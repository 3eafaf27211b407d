"""Put a finished file where it belongs: whole, or not at all.

The bytes go to a temporary file in the same folder, to the disk, and then take the old file's place in one
step. **Why**: whatever happens on the way, an older file is still whole.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbook.errors import Code, Diagnostic, FindingsError, Span

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def prepare_destination(path: Path) -> None:
    """Make the folder of a file to come, and refuse now what could not be written later.

    Raises:
        FindingsError: F006, F007.
    """
    with _said_plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file, its mode 0644 less the umask; its folder is made where it is missing.

    A ``private`` one has mode 0600 from its first byte on, whatever an older file had.

    Raises:
        FindingsError: F006, F007; an older file is then as it was.
    """
    prepare_destination(path)
    temporary = path.parent / f".workbook-{secrets.token_hex(6)}.tmp"
    with _said_plainly(path):
        try:
            with open(temporary, "xb", opener=_only_mine if private else _with_mode) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def _with_mode(path: str, flags: int) -> int:
    return os.open(path, flags, 0o644)


def _only_mine(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    """Turn the system's refusals into findings at the file."""
    try:
        yield
    except (OSError, ValueError) as reason:
        raise FindingsError([_finding(path, reason)]) from reason


def _finding(path: Path, reason: OSError | ValueError) -> Diagnostic:
    number = reason.errno if isinstance(reason, OSError) else None
    if number in _FULL:
        return Diagnostic(
            Code.DISK_FULL,
            "There is no room on the disk for this file; an older one is still whole.",
            "Free some room, or choose a folder on another disk.",
            Span(path),
        )
    words, hint = _because(path, reason, number)
    return Diagnostic(Code.DESTINATION, f"This file cannot be written: {words}.", hint, Span(path))


def _because(path: Path, reason: OSError | ValueError, number: int | None) -> tuple[str, str]:
    if number == errno.EISDIR:
        return "there is a folder of that name", "Move that folder away, or choose another place."
    if number in {errno.EEXIST, errno.ENOTDIR}:
        blocked = next((p for p in path.parents if p.exists() or p.is_symlink()), path.parent)
        return (
            f"`{blocked.name or blocked}` is a file, not a folder",
            "Choose another folder, or move that file away.",
        )
    if number == errno.ENAMETOOLONG:
        return "its name is too long for this disk", "Choose a folder with a shorter name."
    if number == errno.EROFS:
        return "the disk can only be read", "Choose a folder on another disk."
    if number in {errno.EACCES, errno.EPERM}:
        return (
            "you may not write to its folder, or another program has it open",
            "Choose a folder of your own, or close the program.",
        )
    words = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
    return words.lower(), "Choose another folder."
