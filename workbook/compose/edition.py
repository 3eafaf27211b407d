"""An edition's manuscripts: the workbook's, with the edition's titles, people, dates and looks."""

from __future__ import annotations

from dataclasses import replace

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.markdown import Text
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.edition import Edition, Relator
from workbook.model.page import PAPERS, PROFILES
from workbook.theme.lookup import Theme


def edition_reader(edition: Edition) -> Reader:
    """Return for whom and on what an edition is made."""
    return Reader(
        edition.audience,
        PAPERS[edition.paper],
        PROFILES[edition.profile],
        edition.sides,
        edition.ink,
    )


def compose_edition(
    edition: Edition,
    book: Book,
    theme: Theme,
    medium: Medium,
    *,
    reader: Reader | None = None,
    cover_picture: bytes = b"",
) -> Manuscript:
    """Return an edition's manuscript for one medium.

    The imprint goes before the house: it is the name on the book, and files have one place for both.

    ``reader`` stands in for the edition's own, where one edition is made in several forms (large print, the
    therapist's guide).

    Raises:
        FindingsError: a template of the theme is missing or faulty.
    """
    titles = {key: value for key in ("title", "subtitle") if (value := getattr(edition, key)) is not None}
    plan = book.workbook.model_copy(update=titles)
    manuscript = compose_book(
        replace(book, workbook=plan),
        theme,
        reader or edition_reader(edition),
        medium,
        companion=edition.companion or "",
    )
    authors = [maker.name for maker in edition.contributors if maker.role is Relator.AUTHOR]
    return replace(
        manuscript,
        id=edition.id,
        language=edition.language or manuscript.language,
        description=_description(edition, book) or manuscript.description,
        creator=", ".join(authors) or manuscript.creator,
        publisher=edition.imprint or edition.publisher or manuscript.publisher,
        rights=edition.rights or manuscript.rights,
        date=edition.modified or manuscript.date,
        edition=edition,
        cover_picture=cover_picture,
    )


def _description(edition: Edition, book: Book) -> str:
    if edition.description is None:
        return ""
    text = Text(book.locale.quotes, {}, book.locale.values)
    return " ".join(str(text.prose(edition.description).striptags()).split())
