"""The project that a command works on: a practice folder, the working folder, or nothing but the stock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import click

from workbook.cli.lazy import PRACTICE_WANTED
from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.exercise import Exercise
from workbook.model.practice import PracticeFile
from workbook.source.library import Library, as_path
from workbook.source.loading import Loaded, load
from workbook.source.practice_folder import PRACTICE_FILE, find_folder, is_practice
from workbook.source.shelves import SHELVES
from workbook.theme.lookup import Theme, Themes


@dataclass(frozen=True)
class Project:
    """Where content and themes are looked for before the stock.

    ``root`` is the practice folder, or the working folder where that holds content or themes; ``None`` where
    there is but the stock. ``file`` is the practice's own file; ``None`` where the root is no practice.
    """

    root: Path | None = None
    file: Path | None = None

    @cached_property
    def practice(self) -> PracticeFile:
        """The practice, or an empty one where there is none.

        Raises:
            FindingsError: all that is wrong with its file.
        """
        if self.file is None:
            return PracticeFile()
        return load(self.file, PracticeFile, [self.file.parent]).value

    @property
    def folder(self) -> Path:
        """The folder that new files go into, as short as it can be said from the working folder."""
        return Path() if self.root is None or self.root == _working_folder() else self.root


def find_project() -> Project:
    """Return the practice that was asked for, or the one at or above the working folder, or that folder.

    Raises:
        FindingsError: M001, the folder that was asked for is no practice.
    """
    ctx = click.get_current_context(silent=True)
    wanted: Path | None = ctx.meta.get(PRACTICE_WANTED) if ctx else None
    if wanted is not None:
        if not is_practice(wanted):
            raise FindingsError([_no_practice(wanted)])
        return _practice_at(wanted.resolve())
    if (here := _working_folder()) is None:
        return Project()
    if (folder := find_folder(here)) is not None:
        return _practice_at(folder)
    holds_ours = any((here / name).is_dir() for name in (*(shelf.folder for shelf in SHELVES), "templates"))
    return Project(here if holds_ours else None)


def find_library() -> Library:
    """Return the project's content, with the stock behind it."""
    root = find_project().root
    return Library.stock() if root is None else Library.at(root)


def find_themes() -> Themes:
    """Return the project's themes, and those that came with the program."""
    return Themes(find_project().root)


def find_exercise(library: Library, reference: str) -> Loaded[Exercise]:
    """Return an exercise by its id, or by the path of the file that holds or changes it.

    Raises:
        FindingsError: there is no such exercise, or its file has mistakes.
    """
    if (path := as_path(reference)) is None:
        return library.exercise(reference)
    return library.around(path).exercise_in(path)


def choose_theme(name: str, named_at: Span | None = None) -> Theme:
    """Return a theme; where there is none of that name, the finding says where it is named.

    Raises:
        FindingsError: there is no such theme, or its file has mistakes.
    """
    try:
        return find_themes().find(name)
    except FindingsError as error:
        raise FindingsError(replace(f, span=f.span or named_at) for f in error.findings) from None


def _practice_at(folder: Path) -> Project:
    return Project(folder, folder / PRACTICE_FILE)


def _working_folder() -> Path | None:
    try:
        return Path.cwd()
    except OSError:  # it has gone, or may not be looked into
        return None


def _no_practice(folder: Path) -> Diagnostic:
    message = f"There is no practice here: the folder has no `{PRACTICE_FILE}`."
    return Diagnostic(Code.NO_PRACTICE, message, "Look at the spelling of the folder.", Span(folder))
