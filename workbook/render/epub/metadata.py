"""What the package says about the book: to shops, to reading systems, to people who choose by access."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from workbook.compose.manuscript import Manuscript
from workbook.errors import Code, Diagnostic
from workbook.render.epub.xhtml import SVG, XHTML, Element

# Made once for this program; a book keeps its identifier only as long as this stays.
_NAMESPACE = uuid.UUID("d3c1c0de-6f0b-5b3e-9a4e-0d3f5a7c2b11")


@dataclass(frozen=True)
class Statement:
    """One element of the package's metadata: ``dc:name``, or ``meta`` with these attributes."""

    name: str
    text: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pictures:
    """Whether a book has pictures that say something, and whether all of them are put into words."""

    any: bool = False
    described: bool = True


def derive_identifier(manuscript: Manuscript) -> str:
    """Return the book's ``urn:uuid:``, the same for every build of the same book in the same language."""
    return uuid.uuid5(_NAMESPACE, "\n".join((manuscript.id, manuscript.title, manuscript.language))).urn


def find_pictures(roots: Iterable[Element], cover: bool) -> Pictures:
    """Look for pictures that are not mere decoration."""
    found, described = cover, True
    for root in roots:
        for element in root.iter(f"{{{XHTML}}}img", f"{{{SVG}}}svg"):
            hidden = any(place.get("aria-hidden") == "true" for place in (element, *element.iterancestors()))
            if hidden or element.get("alt") == "" or element.get("role") in {"presentation", "none"}:
                continue
            title = element.find(f"{{{SVG}}}title")
            words = element.get("alt") or element.get("aria-label") or element.get("aria-labelledby")
            found = True
            described = described and bool(words or (title is not None and title.text))
    return Pictures(found, described)


def describe_book(manuscript: Manuscript, pictures: Pictures) -> list[Statement]:
    """Return the package's metadata in its order, but for the identifier's id and the date of change."""
    book = manuscript
    statements = [
        Statement("identifier", derive_identifier(book), {"id": "identifier"}),
        Statement("title", book.title, {"id": "title"}),
        _refine("title", "title-type", "main"),
        _refine("title", "display-seq", "1"),
    ]
    if book.subtitle:
        statements += [
            Statement("title", book.subtitle, {"id": "subtitle"}),
            _refine("subtitle", "title-type", "subtitle"),
            _refine("subtitle", "display-seq", "2"),
        ]
    statements.append(Statement("language", book.language))
    if book.creator:
        role = _refine("creator", "role", "aut")
        role.attributes["scheme"] = "marc:relators"
        statements += [
            Statement("creator", book.creator, {"id": "creator"}),
            role,
            _refine("creator", "file-as", book.creator),
        ]
    if book.publisher:
        statements.append(Statement("publisher", book.publisher))
    statements.append(Statement("date", book.date.isoformat()))
    if book.description:
        statements.append(Statement("description", book.description))
    if book.rights:
        statements.append(Statement("rights", book.rights))
    return statements + [
        Statement("meta", text, {"property": name}) for name, text in _access(book, pictures)
    ]


def _refine(what: str, name: str, text: str) -> Statement:
    return Statement("meta", text, {"refines": f"#{what}", "property": name})


def _access(manuscript: Manuscript, pictures: Pictures) -> Iterable[tuple[str, str]]:
    yield "schema:accessMode", "textual"
    if pictures.any:
        yield "schema:accessMode", "visual"
    if pictures.described:
        yield "schema:accessModeSufficient", "textual"
    if pictures.any and pictures.described:
        yield "schema:accessibilityFeature", "alternativeText"
    for feature in ("displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "none"
    yield "schema:accessibilitySummary", manuscript.words["accessibility_summary"]


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
