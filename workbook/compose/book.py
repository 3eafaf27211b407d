"""From a book to its manuscript: front matter, parts with their sheets, back matter."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import escape

from workbook.compose.fields import field_name, labelled
from workbook.compose.leaves import Opening, Side, openings, rules
from workbook.compose.listing import Sheet, sheet_of
from workbook.compose.manuscript import Manuscript, Medium, Role, Section
from workbook.compose.matter import back_matter, front_matter, with_greeting
from workbook.compose.openers import AIRY, opener
from workbook.compose.reader import Audience, Reader
from workbook.compose.sheets import foot_name, sheet_sections
from workbook.compose.typesetter import Typesetter
from workbook.model.book import Book
from workbook.model.fields import FieldKind, FormField
from workbook.model.page import POINT
from workbook.model.personal import NOBODY, Personal
from workbook.model.practice import Practice
from workbook.theme.lookup import Theme

NEUTRAL = "my-notes"
"""What a book with a neutral cover is called in its file name and identifier."""


def compose_book(
    book: Book,
    theme: Theme,
    reader: Reader,
    medium: Medium,
    *,
    companion: str = "",
    personal: Personal = NOBODY,
) -> Manuscript:
    """Return the manuscript of a whole book for one medium; ``companion`` is where its sheets can be printed.

    A ``personal`` copy has one client's words in it. They stand on pages alone, never in the book's data.

    Raises:
        FindingsError: a template of the theme is missing or faulty.
    """
    if reader.neutral:
        book = _without_a_word(book)
    plan = book.workbook
    known = Practice() if reader.neutral else plan.practice
    typesetter = Typesetter(
        theme, book.locale, plan.practice, reader, medium, companion=companion, personal=personal
    )
    sheets = [sheet_of(book, typesetter, entry) for entry in plan.entries()]
    body = tuple(_body(book, typesetter))
    back = tuple(back_matter(book, typesetter, sheets))
    front = with_greeting(front_matter(book, typesetter, sheets, (*body, *back)), typesetter)
    sections = (*front, *body, *back)
    on_leaves = openings(sections, book.locale, reader.sides) if medium is Medium.PRINT else ()
    marks = [plan.id, reader.audience if reader.audience is not Audience.CLIENT else "", personal.code]
    name = foot_name(plan.practice.name or plan.title, (sheet.exercise for sheet in sheets), reader)
    title, subtitle = typesetter.letters(plan.title), typesetter.letters(plan.subtitle)
    return Manuscript(
        id="-".join(filter(None, marks)),
        title=title,
        subtitle=subtitle,
        language=book.locale.language,
        direction=book.locale.direction,
        description=str(typesetter.text.inline(plan.about).striptags()),
        creator=known.creator,
        publisher=known.name or "",
        rights=known.rights,
        date=plan.date,
        medium=medium,
        stylesheet=typesetter.stylesheet() + rules(on_leaves),
        style_places=typesetter.style_places(),
        fonts=typesetter.fonts(),
        pictures=typesetter.pictures,
        sections=_begun(sections, on_leaves),
        cover=_cover(typesetter, title, subtitle) if medium is Medium.EPUB else "",
        words={**typesetter.words(), "from": name},
        typing=typesetter.typing(),
        archive=reader.archive,
        foot_kept=typesetter.measures.kept,
        own_style=theme.foreign is None,
    )


def _begun(sections: Sequence[Section], on_leaves: Sequence[Opening]) -> tuple[Section, ...]:
    """Return the sections, and of each whether it begins on a right-hand page."""
    if not on_leaves:
        return tuple(sections)
    pairs = zip(sections, on_leaves, strict=True)
    return tuple(replace(section, recto=opening.side is Side.RECTO) for section, opening in pairs)


def _without_a_word(book: Book) -> Book:
    """Return a book whose cover, title and data do not say what it is about."""
    title = book.locale.book.neutral_title
    plan = book.workbook.model_copy(update={"id": NEUTRAL, "title": title, "subtitle": "", "about": ""})
    return replace(book, workbook=plan)


def _body(book: Book, typesetter: Typesetter) -> Iterator[Section]:
    for number, part in enumerate(book.workbook.parts, start=1):
        sheets = [sheet_of(book, typesetter, entry) for entry in part.exercises]
        way = opener(part, sheets, typesetter.measures)
        if typesetter.medium is Medium.EPUB:
            way = AIRY  # a screen has no foot that it could reach over
        yield typesetter.section(
            Role.PART,
            part.title,
            id=f"part-{number}",
            number=number,
            part=part,
            sheets=sheets,
            crowded=way.crowded,
            ornament=way.ornament,
            purposes=way.purposes,
            finest=_finest_line(typesetter, crowded=way.crowded),
        )
        for sheet in sheets:
            yield from sheet_sections(typesetter, sheet.exercise, sheet.entry)
            if typesetter.medium is Medium.PRINT and typesetter.reader.audience is Audience.THERAPIST:
                yield _afterwards(sheet, typesetter)


def _finest_line(typesetter: Typesetter, *, crowded: bool) -> float:
    """Return the finest line of an opener's ornament that is 0.75 pt on paper, in thousandths of its width.

    **Why** 0.75 pt: printers ask for it. The ornament's share of the text's width is the least of all themes.
    """
    white = typesetter.measures.margins
    width = (typesetter.reader.paper.width - white.inside - white.outside) * (0.22 if crowded else 0.34)
    return round(0.76 * POINT / width * 1000, 2)


def _afterwards(sheet: Sheet, typesetter: Typesetter) -> Section:
    """Return a page on which the therapist notes how a sheet went.

    **Why** here: it is at hand when the next session is prepared; and where the next notes stand on a
    left-hand page, one or two sides would be empty without it.
    """
    words = typesetter.locale
    name, title = f"after-{sheet.id}", words.afterwards.title
    label, kicker = f"{title}, {sheet.title}", f"{words.notes.title}  {sheet.title}"
    return typesetter.section(
        Role.AFTERWARDS,
        f"{title}: {sheet.title}",
        id=name,
        level=0,
        fields=[
            labelled(typesetter.text.inline, FormField(FieldKind.LINES), field_name(name, "notes"), label)
        ],
        sheet=sheet,
        lines=typesetter.measures.afterwards_lines(kicker, words.afterwards.hint),
    )


def _cover(typesetter: Typesetter, title: str, subtitle: str) -> str:
    return typesetter.fill(
        "cover.svg",
        title_lines=textwrap.wrap(str(escape(title)), 15),
        subtitle_lines=textwrap.wrap(str(escape(subtitle)), 38),
    )
