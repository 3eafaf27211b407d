"""What the package says about the book: to shops, to libraries, to reading systems."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterator

from workbook.compose.manuscript import Manuscript
from workbook.errors import Code, Diagnostic
from workbook.model.edition import Contributor, Edition, Relator
from workbook.model.isbn import digits
from workbook.render.epub.statement import Statement, refine

# Made once for this program; a book keeps its identifier only as long as this stays.
_NAMESPACE = uuid.UUID("d3c1c0de-6f0b-5b3e-9a4e-0d3f5a7c2b11")


def derive_identifier(manuscript: Manuscript) -> str:
    """Return the book's ``urn:isbn:``, or a ``urn:uuid:`` that is the same for every build of the book."""
    edition = manuscript.edition
    if edition is not None and edition.isbn.epub:
        return f"urn:isbn:{digits(edition.isbn.epub)}"
    return _derived(manuscript)


def derive_source(manuscript: Manuscript) -> str:
    """Return the identifier of the printed edition, whose pages the page list names."""
    edition = manuscript.edition
    if edition is not None:
        large = edition.profile == "large-print"
        isbn = edition.isbn.large_print if large else edition.isbn.print
        if isbn:
            return f"urn:isbn:{digits(isbn)}"
    return _derived(manuscript, "print")


def _derived(manuscript: Manuscript, *more: str) -> str:
    names = (manuscript.id, manuscript.title, manuscript.language, *more)
    return uuid.uuid5(_NAMESPACE, "\n".join(names)).urn


def describe_book(manuscript: Manuscript, *, has_pages: bool) -> Iterator[Statement]:
    """Yield what catalogues want to know, in its order, but for the date of change."""
    book, edition = manuscript, manuscript.edition
    yield Statement("identifier", derive_identifier(book), {"id": "identifier"})
    yield Statement("title", book.title, {"id": "title"})
    yield refine("title", "title-type", "main")
    yield refine("title", "display-seq", "1")
    if book.subtitle:
        yield Statement("title", book.subtitle, {"id": "subtitle"})
        yield refine("subtitle", "title-type", "subtitle")
        yield refine("subtitle", "display-seq", "2")
    yield Statement("language", book.language)
    yield from _people(book)
    if book.publisher:
        yield Statement("publisher", book.publisher)
    if edition is not None:
        yield from _publication(edition)
    published = edition.published if edition else None
    yield Statement("date", (published or book.date).isoformat())
    if book.description:
        yield Statement("description", book.description)
    if book.rights:
        yield Statement("rights", book.rights)
    if has_pages:
        source = derive_source(book)
        yield Statement("source", source, {"id": "source"})
        yield Statement("meta", source, {"property": "pageBreakSource"})


def _people(book: Manuscript) -> Iterator[Statement]:
    people: tuple[Contributor, ...] = book.edition.contributors if book.edition else ()
    if not people and book.creator:
        people = (Contributor(name=book.creator, file_as=book.creator),)
    for number, person in enumerate(people, start=1):
        name = f"person-{number}"
        element = "creator" if person.role is Relator.AUTHOR else "contributor"
        yield Statement(element, person.name, {"id": name})
        yield refine(name, "role", person.role, "marc:relators")
        yield refine(name, "display-seq", str(number))
        if person.file_as:
            yield refine(name, "file-as", person.file_as)


def _publication(edition: Edition) -> Iterator[Statement]:
    """Yield the series and the subjects."""
    if series := edition.series:
        yield Statement("meta", series.name, {"property": "belongs-to-collection", "id": "series"})
        yield refine("series", "collection-type", "series")
        if series.number is not None:
            yield refine("series", "group-position", str(series.number))
    subjects = edition.subjects
    coded = [("BISAC", code) for code in subjects.bisac] + [("Thema", code) for code in subjects.thema]
    for number, (authority, code) in enumerate(coded, start=1):
        yield Statement("subject", code, {"id": f"subject-{number}"})
        yield refine(f"subject-{number}", "authority", authority)
        yield refine(f"subject-{number}", "term", code)
    for keyword in subjects.keywords:
        yield Statement("subject", keyword)


def check_words(manuscript: Manuscript) -> list[Diagnostic]:
    """Return a finding for each line of the book's data that holds a control character or half of one.

    **Why.** The package writer drops such a value without a word.
    """
    named = [
        ("title", manuscript.title),
        ("subtitle", manuscript.subtitle),
        ("description", manuscript.description),
        ("creator", manuscript.creator),
        ("publisher", manuscript.publisher),
        ("rights", manuscript.rights),
        ("language", manuscript.language),
        *((f"title of section {section.id!r}", section.title) for section in manuscript.sections),
        *((f"word {name!r}", word) for name, word in manuscript.words.items()),
    ]
    return [
        Diagnostic(
            Code.WRONG_VALUE,
            f"The {name} holds the character U+{ord(bad):04X}, which a book's data cannot hold.",
            "Type the line again without it; such characters often come with pasted text.",
        )
        for name, text in named
        if (bad := next(filter(_is_unfit, text), None)) is not None
    ]


def _is_unfit(character: str) -> bool:
    if character in "\t\n\r":
        return False
    return unicodedata.category(character) in {"Cc", "Cs"} or (ord(character) & 0xFFFE) == 0xFFFE
