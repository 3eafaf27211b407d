"""From a book to its manuscript: front matter, parts with their sheets, back matter."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

import workbook
from workbook.compose.manuscript import Manuscript, Medium, Role, Section
from workbook.compose.reader import Audience, Reader
from workbook.compose.sheets import sheet_id, sheet_sections, sheet_title
from workbook.compose.typesetter import Typesetter
from workbook.model.book import Book
from workbook.model.page import note_lines
from workbook.model.workbook import Part, TextPage
from workbook.theme.lookup import Theme


@dataclass(frozen=True)
class _Listed:
    """An entry of the contents, with those under it."""

    id: str
    role: str
    title: str
    children: tuple[_Listed, ...] = ()


def compose_book(book: Book, theme: Theme, reader: Reader, medium: Medium) -> Manuscript:
    """Return the manuscript of a whole book for one medium.

    Raises:
        FindingsError: a template of the theme is missing or faulty.
    """
    plan = book.workbook
    typesetter = Typesetter(theme, book.locale, plan.practice, reader, medium)
    body = tuple(_body(book, typesetter))
    back = tuple(_back(book, typesetter))
    front = tuple(_front(book, typesetter, (*body, *back)))
    suffix = f"-{reader.audience}" if reader.audience is not Audience.CLIENT else ""
    title, subtitle = typesetter.letters(plan.title), typesetter.letters(plan.subtitle)
    return Manuscript(
        id=plan.id + suffix,
        title=title,
        subtitle=subtitle,
        language=book.locale.language,
        direction=book.locale.direction,
        description=str(typesetter.text.inline(plan.about).striptags()),
        creator=plan.practice.name or "",
        rights="CC BY 4.0",
        date=plan.date,
        medium=medium,
        stylesheet=typesetter.stylesheet(),
        fonts=typesetter.fonts(),
        sections=(*front, *body, *back),
        cover=_cover(typesetter, title, subtitle) if medium is Medium.EPUB else "",
        words=words(typesetter),
    )


def words(typesetter: Typesetter) -> dict[str, str]:
    """Return the interface words that an engine writes itself: nav, cover, running feet."""
    book = typesetter.locale.book
    names = ("contents", "cover", "landmarks", "start_of_content", "page_of", "keep_private", "empty_side")
    return {n: getattr(book, n) for n in (*names, "accessibility_summary")}


def _front(book: Book, typesetter: Typesetter, rest: tuple[Section, ...]) -> Iterator[Section]:
    locale, practice = book.locale, book.workbook.practice
    if typesetter.medium is Medium.EPUB and "how-to-use" not in book.workbook.front:
        yield typesetter.section(Role.WRITING_IN_EBOOK, locale.writing_in_ebook.title)
    for item in book.workbook.front:
        if isinstance(item, TextPage):
            yield _text_page(typesetter, item)
        elif item == "title-page":
            yield typesetter.section(
                Role.TITLE_PAGE,
                book.workbook.title,
                level=0,
                workbook=book.workbook,
                from_practice=f"{locale.book.from_} {practice.name}" if practice.name else "",
            )
        elif item == "how-to-use":
            yield typesetter.section(Role.HOW_TO_USE, locale.how_to_use.title)
            if typesetter.medium is Medium.EPUB:
                yield typesetter.section(Role.WRITING_IN_EBOOK, locale.writing_in_ebook.title)
        else:
            yield typesetter.section(Role.CONTENTS, locale.book.contents, level=0, entries=_listed(rest))


def _listed(sections: tuple[Section, ...]) -> tuple[_Listed, ...]:
    """Return the contents: level 1 with the level 2 that follows it, level 0 left out."""
    tops: list[_Listed] = []
    for section in sections:
        entry = _Listed(section.id, section.role, section.title)
        if section.level == 1:
            tops.append(entry)
        elif section.level == 2:
            top = tops.pop()
            tops.append(_Listed(top.id, top.role, top.title, (*top.children, entry)))
    return tuple(tops)


def _body(book: Book, typesetter: Typesetter) -> Iterator[Section]:
    for number, part in enumerate(book.workbook.parts, start=1):
        yield typesetter.section(
            Role.PART,
            part.title,
            id=f"part-{number}",
            number=number,
            part=part,
            sheets=_sheets_of(book, typesetter, part),
        )
        for entry in part.exercises:
            yield from sheet_sections(typesetter, book.exercises[entry.exercise], entry.variant)


def _sheets_of(book: Book, typesetter: Typesetter, part: Part) -> list[dict[str, str]]:
    sheets = []
    for entry in part.exercises:
        exercise = book.exercises[entry.exercise]
        full = entry.variant == "full"
        sheets.append(
            {
                "id": sheet_id(exercise.id, entry.variant),
                "title": typesetter.letters(sheet_title(exercise, entry.variant)),
                "purpose": exercise.purpose if full else exercise.short.purpose,
            }
        )
    return sheets


def _back(book: Book, typesetter: Typesetter) -> Iterator[Section]:
    locale, plan = book.locale, book.workbook
    exercises = [book.exercises[entry.exercise] for entry in plan.entries()]
    for item in plan.back:
        if isinstance(item, TextPage):
            yield _text_page(typesetter, item)
        elif item == "notes":
            lines = note_lines(typesetter.reader.paper)
            yield typesetter.section(Role.NOTES, locale.notes_page.title, pages=plan.notes_pages, lines=lines)
        elif item == "crisis":
            yield typesetter.section(
                Role.CRISIS,
                locale.crisis.title,
                countries=book.countries,
                checked=min(line.verified_on for c in book.countries for line in c.lines).isoformat(),
            )
        elif item == "sources":
            yield typesetter.section(Role.SOURCES, locale.sources.title, exercises=exercises)
        else:
            yield typesetter.section(
                Role.COLOPHON,
                locale.colophon.title,
                workbook=plan,
                font=typesetter.theme.tokens.font,
                reviewed=all(exercise.provenance.reviewed_on for exercise in exercises),
                tool_version=workbook.__version__,
            )


def _text_page(typesetter: Typesetter, page: TextPage) -> Section:
    return typesetter.section(Role.TEXT, page.title, id=page.id, template="text", page=page)


def _cover(typesetter: Typesetter, title: str, subtitle: str) -> str:
    return typesetter.fill(
        "cover.svg",
        title_lines=textwrap.wrap(str(escape(title)), 15),
        subtitle_lines=textwrap.wrap(str(escape(subtitle)), 38),
    )
