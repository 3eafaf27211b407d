"""The project that a command works on: the current folder where it holds content, else the stock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workbook.errors import FindingsError, Span
from workbook.model.exercise import Exercise
from workbook.source.library import Library, as_path
from workbook.source.loading import load
from workbook.source.shelves import SHELVES
from workbook.theme.lookup import Theme, Themes


def find_library() -> Library:
    """Return the content that the current folder has, with the stock behind it."""
    try:
        here = Path.cwd()
        ours = any((here / shelf.folder).is_dir() for shelf in SHELVES)
    except OSError:  # the folder has gone, or may not be looked into
        return Library.stock()
    return Library.at(here) if ours else Library.stock()


def find_themes() -> Themes:
    """Return the themes of the current folder, and those that came with the program."""
    try:
        here = Path.cwd()
    except OSError:
        return Themes()
    return Themes(here)


def find_exercise(library: Library, reference: str) -> Exercise:
    """Return an exercise by its id or by the path of its file.

    Raises:
        FindingsError: there is no such exercise, or its file has mistakes.
    """
    if (path := as_path(reference)) is None:
        return library.exercise(reference).value
    return load(path, Exercise, library.around(path).roots).value


def choose_theme(name: str, named_at: Span | None = None) -> Theme:
    """Return a theme; where there is none of that name, the finding says where it is named.

    Raises:
        FindingsError: there is no such theme, or its file has mistakes.
    """
    try:
        return find_themes().find(name)
    except FindingsError as error:
        raise FindingsError(replace(f, span=f.span or named_at) for f in error.findings) from None
