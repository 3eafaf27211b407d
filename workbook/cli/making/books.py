"""Plan a workbook's files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from workbook.cli.clients.choosing import remarks
from workbook.cli.making.wishes import SUFFIXES, Job, Plan, Wishes, foreign_of
from workbook.cli.project import choose_theme, find_library
from workbook.compose.book import NEUTRAL, compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.proof import theme_warnings
from workbook.editorial.books import of_book
from workbook.errors import Code, Diagnostic, FindingsError, Severity, Span
from workbook.render.task import Task
from workbook.source.library import Library, as_path
from workbook.source.shelves import EXERCISES


def plan_book(reference: str, outputs: Sequence[str], wishes: Wishes) -> Plan:
    """Return the files to make of a workbook: all sorts where none is named.

    Raises:
        FindingsError: all that is wrong with the workbook and what it names, the theme too.
    """
    _refuse_exercise(reference)
    library = find_library()
    workbook = library.workbook(reference)
    try:
        theme = choose_theme(wishes.theme, workbook)
    except FindingsError as error:
        raise FindingsError(dict.fromkeys((*error.findings, *_mistakes(library, reference)))) from None
    book = library.book(reference)
    locked = bool(wishes.keeping.password)
    jobs = tuple(
        Job(
            wishes.path(NEUTRAL if wishes.reader.neutral else workbook.value.id, medium),
            Task(
                medium,
                partial(compose_book, book, theme, wishes.reader, medium, personal=wishes.personal),
                sheets=len(book.exercises),
            ),
        )
        for medium in (Medium.PRINT, Medium.EPUB)
        if SUFFIXES[medium] in outputs or (not outputs and not (locked and medium is Medium.EPUB))
    )
    said = remarks(wishes, book.exercises.values(), book.locale.language)
    if locked and not outputs:
        hint = "Make it without --encrypt if it may be open to all: `--output epub`."
        message = "The EPUB is left out, because an EPUB cannot be locked."
        said.append(Diagnostic(Code.EPUB_LEFT_OUT, message, hint, severity=Severity.WARNING))
    found = of_book(reference, library, dt.date.today())
    return Plan(jobs, (*theme_warnings(theme), *found, *said), wishes.keeping, foreign_of(theme))


def _mistakes(library: Library, reference: str) -> tuple[Diagnostic, ...]:
    try:
        library.book(reference)
    except FindingsError as error:
        return error.findings
    return ()


def _refuse_exercise(reference: str) -> None:
    """Say so where an exercise's file is given; as a workbook it would have two dozen mistakes."""
    path = as_path(reference)
    if path is not None and path.is_file() and path.resolve().parent.name == EXERCISES.folder:
        hint = f"Make it alone with `workbook handout {reference}`, or name it in a workbook."
        message = "This is an exercise, not a workbook."
        raise FindingsError([Diagnostic(Code.UNKNOWN_WORKBOOK, message, hint, Span(path))])
