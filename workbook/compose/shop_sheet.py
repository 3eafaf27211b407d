"""The page about a book that shops and colleagues get."""

from __future__ import annotations

import datetime as dt
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.compose.reader import Reader
from workbook.compose.typesetter import Typesetter
from workbook.model.book import Book
from workbook.model.edition import Edition
from workbook.model.locale import FormName
from workbook.model.page import Paper, Sides
from workbook.theme.lookup import Theme


class FormLine(NamedTuple):
    """A form of the book: its name, its pages (none where they are not fixed), its ISBN or nothing."""

    name: FormName
    pages: int | None
    isbn: str


def compose_shop_sheet(
    book: Book,
    theme: Theme,
    paper: Paper,
    about: Manuscript,
    forms: Sequence[FormLine],
    cover: bytes,
) -> Manuscript:
    """Return the page about a book; ``about`` is one of its manuscripts, ``cover`` a small JPEG picture.

    Raises:
        FindingsError: a template of the theme is missing or faulty.
    """
    plan, edition = book.workbook, about.edition or Edition(id=about.id, workbook=book.workbook.id)
    typesetter = Typesetter(
        theme, book.locale, plan.practice, Reader(paper=paper, sides=Sides.SINGLE), Medium.PRINT
    )
    words = book.locale.shop_sheet
    section = typesetter.section(
        Role.TEXT,
        about.title,
        id="shop-sheet",
        template="catalogue-sheet",
        heading=about.title,
        subtitle=about.subtitle,
        about=about.description,
        makers=[maker.name for maker in edition.contributors],
        cover=f"data:image/jpeg;base64,{b64encode(cover).decode()}",
        parts=[(p.title, [book.exercises[e.exercise].title for e in p.exercises]) for p in plan.parts],
        forms=[
            (form.name, words.reflows if form.pages is None else f"{form.pages} {words.pages}", form.isbn)
            for form in forms
        ],
        facts=[(name, fact) for name, fact in _facts(book, edition, about) if fact],
        reviewed=all(exercise.provenance.reviewed_on for exercise in book.exercises.values()),
    )
    return Manuscript(
        id=f"{about.id}-catalogue-sheet",
        title=about.title,
        subtitle=about.subtitle,
        language=about.language,
        direction=about.direction,
        description=about.description,
        creator=about.creator,
        rights=about.rights,
        date=about.date,
        medium=Medium.PRINT,
        stylesheet=typesetter.stylesheet(),
        style_places=typesetter.style_places(),
        fonts=typesetter.fonts(),
        sections=(section,),
        words=typesetter.words(),
    )


def _facts(book: Book, edition: Edition, about: Manuscript) -> Iterator[tuple[str, str]]:
    words, series = book.locale.shop_sheet, edition.series
    yield words.publisher, about.publisher
    yield words.published, _written(book, edition.published)
    yield words.language, book.locale.name
    yield (
        words.series,
        "" if series is None else " ".join(filter(None, (series.name, str(series.number or "")))),
    )
    schemes = (("BISAC", edition.subjects.bisac), ("Thema", edition.subjects.thema))
    yield words.subjects, "; ".join(f"{name} {', '.join(codes)}" for name, codes in schemes if codes)
    yield words.rights, about.rights


def _written(book: Book, day: dt.date | None) -> str:
    return "" if day is None else book.locale.dates.written(day)
