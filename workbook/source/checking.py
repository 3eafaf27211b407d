"""Check files and folders of content: every mistake in every file, at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.crisis import CrisisCountry
from workbook.model.exercise import Exercise
from workbook.model.workbook import Workbook
from workbook.source.document import Document, parse
from workbook.source.files import read_text
from workbook.source.house import lost_neighbours, old_entries, without_crisis_page
from workbook.source.library import SUFFIXES, Library
from workbook.source.loading import Loaded, build
from workbook.source.shelves import SHELVES, Shelf


def check(paths: Sequence[Path], library: Library, today: dt.date) -> list[Diagnostic]:
    """Return all findings about some files and folders, or about the whole library where none is named.

    In a folder only files are looked at that lie in one of the content's folders or have its keys; a file
    that is named must be content.
    """
    findings: list[Diagnostic] = []
    for path in paths:
        if path.is_dir():
            findings += _folder(path, library, today)
        else:
            findings += _file(path, library, today, named=True)
    if not paths:
        for root in library.roots:
            for shelf in SHELVES:
                findings += _folder(root / shelf.folder, library, today)
    return sorted(dict.fromkeys(findings), key=Diagnostic.sort_key)


def of_book(reference: str, library: Library, today: dt.date) -> list[Diagnostic]:
    """Return the warnings about a workbook and what it names, for a build to print.

    Raises:
        FindingsError: the workbook cannot be built.
    """
    workbook = library.workbook(reference)
    library = library.around(workbook.path)
    book = library.book(reference)
    findings = without_crisis_page(workbook)
    for country in book.countries:
        findings += old_entries(library.country(country.id), today)
    return sorted(findings, key=Diagnostic.sort_key)


def _folder(folder: Path, library: Library, today: dt.date) -> Iterator[Diagnostic]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix in SUFFIXES and not hidden and path.is_file():
            yield from _file(path, library, today, named=False)


def _file(path: Path, library: Library, today: dt.date, *, named: bool) -> Iterable[Diagnostic]:
    library = library.around(path)
    try:
        document = parse(path, read_text(path, library.roots))
        shelf = _shelf(document)
        if shelf is None:
            return [_not_content(document)] if named else []
        loaded = build(document, shelf.model)
    except FindingsError as error:
        return error.findings
    return _about(loaded, library, today)


def _shelf(document: Document) -> Shelf[Any] | None:
    """Tell the sort of content by the folder, or else by a key that no other sort has."""
    folder = document.path.absolute().parent.name
    by_folder = next((shelf for shelf in SHELVES if shelf.folder == folder), None)
    return by_folder or next((shelf for shelf in SHELVES if shelf.mark in document.data), None)


def _not_content(document: Document) -> Diagnostic:
    return Diagnostic(
        Code.MISSING_KEY,
        "This file is not recognised as an exercise, a workbook, crisis lines or a language.",
        "Put it into a folder `exercises`, `workbooks`, `crisis` or `locale`, or start with `workbook new`.",
        Span(document.path),
    )


def _about(loaded: Loaded[Any], library: Library, today: dt.date) -> list[Diagnostic]:
    """Return what is to be said of a file that is well in itself."""
    if isinstance(loaded.value, Workbook):
        return [*library.unresolved(loaded), *without_crisis_page(loaded)]
    if isinstance(loaded.value, Exercise):
        return lost_neighbours(loaded, library)
    if isinstance(loaded.value, CrisisCountry):
        return old_entries(loaded, today)
    return []
