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
from workbook.model.precedence import look
from workbook.model.theme import Tokens
from workbook.model.workbook import Workbook
from workbook.source.library import Library, as_path, is_own
from workbook.source.loading import Loaded
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
    def library(self) -> Library:
        """The project's content, with the stock behind it."""
        return Library.stock() if self.root is None else Library.at(self.root)

    @property
    def practice(self) -> PracticeFile:
        """The practice, or an empty one where there is none.

        Raises:
            FindingsError: all that is wrong with its file.
        """
        return self.library.practice

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
    """Return the content of the project that a command works on, with the stock behind it."""
    return find_project().library


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


def choose_theme(
    typed: str | None, workbook: Loaded[Workbook] | None = None, typed_at: Span | None = None
) -> Theme:
    """Return the theme of a file, by what was typed, what its workbook says, and the practice.

    ``typed_at`` is the place where the first was typed, if that is in a file.

    Raises:
        FindingsError: there is no such theme, located where it is named, or its file has mistakes.
    """
    library = find_library()
    plan, own = (None, False) if workbook is None else (workbook.value, is_own(workbook.path))
    wanted = look(library.practice, typed, plan, own=own)
    files = {"workbook": workbook, "practice": library.practice_file}
    named_in = files[wanted.named_by] if wanted.named_by else None
    named_at = typed_at if named_in is None else named_in.document.span(("theme",))
    try:
        theme = find_themes().find(wanted.theme)
    except FindingsError as error:
        raise FindingsError(replace(f, span=f.span or named_at) for f in error.findings) from None
    if library.practice_file is None:
        return theme
    return theme.with_tokens(wanted.tokens, _places(library.practice_file))


def _places(file: Loaded[PracticeFile]) -> dict[str, Span]:
    """Return where a practice's file says each token; its logo has a key of its own."""
    named = {name: file.document.span(("tokens", name)) for name in Tokens.model_fields}
    return named | ({} if file.value.logo is None else {"logo": file.document.span(("logo",))})


def _practice_at(folder: Path) -> Project:
    return Project(folder, folder / PRACTICE_FILE)


def _working_folder() -> Path | None:
    try:
        return Path.cwd()
    except OSError:  # it has gone, or may not be looked into
        return None


def _no_practice(folder: Path) -> Diagnostic:
    message = f"There is no practice here: the folder has no `{PRACTICE_FILE}`."
    return Diagnostic(
        Code.NO_PRACTICE, message, "Look at the spelling, or begin one with `workbook init`.", Span(folder)
    )
