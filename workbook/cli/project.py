"""The project that a command works on: the current folder where it holds content, else the stock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workbook.errors import FindingsError, Span
from workbook.source.library import Library
from workbook.source.shelves import SHELVES
from workbook.theme.lookup import Theme, find_theme


def find_library() -> Library:
    """Return the content that the current folder has, with the stock behind it."""
    here = Path.cwd()
    if any((here / shelf.folder).is_dir() for shelf in SHELVES):
        return Library.at(here)
    return Library.stock()


def choose_theme(name: str, named_at: Span | None = None) -> Theme:
    """Return a theme; where there is none of that name, the finding says where it is named.

    Raises:
        FindingsError: there is no such theme, or its file has mistakes.
    """
    try:
        return find_theme(name)
    except FindingsError as error:
        raise FindingsError(replace(f, span=f.span or named_at) for f in error.findings) from None
