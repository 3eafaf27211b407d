"""From a book to its manuscript: front matter, parts with their sheets, back matter."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from markupsafe import escape

from workbook.compose.fields import field_name, labelled
from workbook.compose.leaves import openings, rules
from workbook.compose.listing import Sheet, sheet_of
from workbook.compose.manuscript import Manuscript, Medium, Role, Section
from workbook.compose.matter import back_matter, front_matter
from workbook.compose.reader import Audience, Reader
from workbook.compose.sheets import sheet_sections
from workbook.compose.typesetter import Typesetter
from workbook.model.book import Book
from workbook.model.fields import FieldKind, FormField
from workbook.model.page import Sides
from workbook.theme.lookup import Theme


def compose_book(
    book: Book, theme: Theme, reader: Reader, medium: Medium, *, companion: str = ""
) -> Manuscript:
    """Return the manuscript of a whole book for one medium; ``companion`` is where its sheets can be printed.

    Raises:
        FindingsError: a template of the theme is missing or faulty.
    """
    plan = book.workbook
    typesetter = Typesetter(theme, book.locale, plan.practice, reader, medium, companion=companion)
    sheets = [sheet_of(book, typesetter, entry) for entry in plan.entries()]
    body = tuple(_body(book, typesetter))
    back = tuple(back_matter(book, typesetter, sheets))
    front = tuple(front_matter(book, typesetter, sheets, (*body, *back)))
    sections = (*front, *body, *back)
    leaves = rules(openings(sections, book.locale, reader.sides)) if medium is Medium.PRINT else ""
    suffix = f"-{reader.audience}" if reader.audience is not Audience.CLIENT else ""
    title, subtitle = typesetter.letters(plan.title), typesetter.letters(plan.subtitle)
    return Manuscript(
        id=plan.id + suffix,
        title=title,
        subtitle=subtitle,
        language=book.locale.language,
        direction=book.locale.direction,
        description=str(typesetter.text.inline(plan.about).striptags()),
        creator=plan.practice.creator,
        publisher=plan.practice.name or "",
        rights=plan.practice.rights,
        date=plan.date,
        medium=medium,
        stylesheet=typesetter.stylesheet() + leaves,
        style_places=typesetter.style_places(),
        fonts=typesetter.fonts(),
        pictures=typesetter.pictures,
        sections=sections,
        cover=_cover(typesetter, title, subtitle) if medium is Medium.EPUB else "",
        words=typesetter.words(),
        typing=typesetter.typing(),
    )


def _body(book: Book, typesetter: Typesetter) -> Iterator[Section]:
    most = 6 if typesetter.measures.height > 230 else 2  # that an opener lists with air around them
    for number, part in enumerate(book.workbook.parts, start=1):
        sheets = [sheet_of(book, typesetter, entry) for entry in part.exercises]
        yield typesetter.section(
            Role.PART,
            part.title,
            id=f"part-{number}",
            number=number,
            part=part,
            sheets=sheets,
            crowded=len(sheets) > most,
        )
        for before, sheet in zip([None, *sheets], sheets, strict=False):
            if before and _faces(typesetter):
                yield _afterwards(before, typesetter)
            yield from sheet_sections(typesetter, sheet.exercise, sheet.variant)


def _faces(typesetter: Typesetter) -> bool:
    """Tell whether a therapist's notes face their sheets."""
    reader = typesetter.reader
    double = typesetter.medium is Medium.PRINT and reader.sides is Sides.DOUBLE
    return double and reader.audience is Audience.THERAPIST


def _afterwards(sheet: Sheet, typesetter: Typesetter) -> Section:
    """Return a page on which the therapist notes how a sheet went.

    **Why**: the next notes stand on a left-hand page, and never on the back of a sheet that is taken out.
    Without this page one or two sides would be empty there.
    """
    name, title = f"after-{sheet.id}", typesetter.locale.afterwards.title
    label = f"{title}, {sheet.title}"
    return typesetter.section(
        Role.AFTERWARDS,
        f"{title}: {sheet.title}",
        id=name,
        level=0,
        fields=[
            labelled(typesetter.text.inline, FormField(FieldKind.LINES), field_name(name, "notes"), label)
        ],
        sheet=sheet,
        lines=typesetter.measures.note_lines(headed=True),
    )


def _cover(typesetter: Typesetter, title: str, subtitle: str) -> str:
    return typesetter.fill(
        "cover.svg",
        title_lines=textwrap.wrap(str(escape(title)), 15),
        subtitle_lines=textwrap.wrap(str(escape(subtitle)), 38),
    )
