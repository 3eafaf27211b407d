"""The one place that knows where the project's templates and content are.

In a wheel they lie inside the package (``workbook/_bundled``), in a checkout beside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


class MissingFolderError(FileNotFoundError):
    """The installation lacks a folder of its own, ``name``."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"The folder {name!r} that belongs to this program is missing; install it again.")


def folder(name: str) -> Path:
    """Return the folder ``templates`` or ``content`` that came with the program.

    Raises:
        MissingFolderError: the installation lacks the folder.
    """
    for place in (_PACKAGE / "_bundled" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise MissingFolderError(name)


def content() -> Path:
    """Return the folder of stock exercises, workbooks, crisis entries and languages."""
    return folder("content")


def templates() -> Path:
    """Return the folder of stock themes and their base."""
    return folder("templates")
