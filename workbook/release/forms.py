"""The forms that an edition is released in: for whom each is, what it is called, how it differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from workbook.compose.edition import edition_reader
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience, Reader
from workbook.model.edition import Edition
from workbook.model.page import PAPERS, PROFILES, Paper


class Form(StrEnum):
    """One form of a book."""

    PRINT = "print"
    FILLABLE = "fillable"
    LARGE_PRINT = "large-print"
    THERAPIST = "therapist"
    EPUB = "epub"
    COVER = "cover"
    SHEET = "catalogue-sheet"


TITLES = {
    Form.PRINT: "Print",
    Form.FILLABLE: "To fill in on a screen",
    Form.LARGE_PRINT: "Large print",
    Form.THERAPIST: "Therapist’s guide",
    Form.EPUB: "E-book",
    Form.COVER: "Cover",
    Form.SHEET: "Catalogue sheet",
}
"""What a form is called in reports."""

_SUFFIXES = {Form.COVER: "jpg"}


@dataclass(frozen=True)
class Deliverable:
    """A finished file of a release; ``extent`` counts pages, or an e-book's sections."""

    form: Form
    name: str
    data: bytes
    extent: int = 0
    paper: Paper | None = None


def file_name(edition: Edition, form: Form) -> str:
    """Return what a form's file is called."""
    return f"{edition.id}.epub" if form is Form.EPUB else f"{edition.id}-{form}.{_SUFFIXES.get(form, 'pdf')}"


def readers(edition: Edition) -> dict[Form, Reader]:
    """Return for whom and on what each book form is made.

    A therapist's edition is its own guide; an edition in large print is its own large print.
    """
    own = edition_reader(edition)
    found = {Form.PRINT: own, Form.FILLABLE: replace(own, fillable=True)}
    if own.profile.name != "large-print":
        found[Form.LARGE_PRINT] = replace(own, profile=PROFILES["large-print"])
    if own.audience is Audience.CLIENT:
        found[Form.THERAPIST] = replace(own, audience=Audience.THERAPIST)
    found[Form.EPUB] = own
    return found


def medium_of(form: Form) -> Medium:
    """Return the medium of a book form."""
    return Medium.EPUB if form is Form.EPUB else Medium.PRINT


def sheet_paper(edition: Edition) -> Paper:
    """Return the office paper of those who will print a catalogue sheet: Letter where the book has inches."""
    return PAPERS["letter" if "in" in edition.paper or "letter" in edition.paper else "a4"]


def isbn_of(edition: Edition, form: Form) -> str:
    """Return a form's ISBN, or nothing where it has none of its own."""
    isbn = edition.isbn
    by_form = {
        Form.PRINT: isbn.print,
        Form.FILLABLE: isbn.pdf,
        Form.LARGE_PRINT: isbn.large_print,
        Form.EPUB: isbn.epub,
    }
    return by_form.get(form) or ""
