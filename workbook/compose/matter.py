"""Front and back matter: all that stands around the parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import workbook
from workbook.compose.fields import notes_fields, planner_fields
from workbook.compose.isolating import from_left, isolated
from workbook.compose.listing import Sheet, by_kind, by_need, by_page, with_neighbours
from workbook.compose.manuscript import Medium, Role, Section
from workbook.compose.reader import Audience
from workbook.compose.typesetter import Typesetter
from workbook.model.book import Book
from workbook.model.page import PROFILES, Sides
from workbook.model.practice import Practice
from workbook.model.workbook import TextPage

NOBODYS = Practice()
"""**Why** on a neutral title page: a practice's name says what the pages are for."""


def front_matter(
    book: Book, typesetter: Typesetter, sheets: Sequence[Sheet], rest: Sequence[Section]
) -> Iterator[Section]:
    """Yield the front matter in the plan's order; ``rest`` is what the contents list.

    A therapist's has pages of their own: what they are, after the title page, and two lists at the end.
    """
    lists: tuple[Section, ...] = ()
    therapist = typesetter.reader.audience is Audience.THERAPIST
    if therapist:
        lists = (_overview(book, typesetter, sheets), _planner(book, typesetter))
    front = _planned(book, typesetter, sheets, (*lists, *rest))
    yield from _after_title(front, _for_therapist(typesetter, sheets)) if therapist else front
    yield from lists


def _planned(
    book: Book, typesetter: Typesetter, sheets: Sequence[Sheet], listed: Sequence[Section]
) -> Iterator[Section]:
    locale, plan = book.locale, book.workbook
    for item in plan.front:
        if isinstance(item, TextPage):
            yield _text_page(typesetter, item)
        elif item == "title-page":
            practice = NOBODYS if typesetter.reader.neutral else plan.practice
            name, person = practice.creator, practice.person if practice.name else practice.credentials
            yield typesetter.section(
                Role.TITLE_PAGE,
                plan.title,
                level=0,
                workbook=plan,
                from_practice=f"{locale.book.from_} {name}" if name else "",
                person=person or "",
            )
        elif item == "how-to-use":
            yield typesetter.section(Role.HOW_TO_USE, locale.how_to_use.title)
            if typesetter.medium is Medium.EPUB:
                yield typesetter.section(Role.WRITING_IN_EBOOK, locale.writing_in_ebook.title)
        elif item == "contents":
            yield typesetter.section(Role.CONTENTS, locale.book.contents, level=0, entries=by_page(listed))
        else:
            entries = by_need(sheets, typesetter)
            yield typesetter.section(Role.NEEDS, locale.book.needs, level=0, entries=entries)


def _for_therapist(typesetter: Typesetter, sheets: Sequence[Sheet]) -> Section:
    """Return the page that says what a therapist's edition has, and what a client's has not."""
    words = typesetter.locale.for_therapist
    on_paper = typesetter.medium is Medium.PRINT
    facing = on_paper and typesetter.reader.sides is Sides.DOUBLE
    points = [words.facing if facing else words.before, words.lists, words.apart]
    if on_paper:
        points.insert(2, words.afterwards)
    if not _reviewed(sheets):
        points.append(typesetter.locale.colophon.review)
    return typesetter.section(Role.FOR_THERAPIST, words.title, points=points)


def _overview(book: Book, typesetter: Typesetter, sheets: Sequence[Sheet]) -> Section:
    rows = with_neighbours(sheets)
    return typesetter.section(Role.OVERVIEW, book.locale.overview.title, rows=rows)


def _planner(book: Book, typesetter: Typesetter) -> Section:
    words = book.locale.planner
    rows = typesetter.measures.planner_rows(words.intro)
    fields = planner_fields(book.locale, typesetter.text.inline, Role.PLANNER.value, rows)
    return typesetter.section(Role.PLANNER, words.title, fields=fields, rows=rows)


def with_greeting(front: Iterable[Section], typesetter: Typesetter) -> Iterator[Section]:
    """Yield the front matter of a client's own copy: what is said to them comes after the title page."""
    greeting = typesetter.greeting()
    if greeting is None:
        yield from front
        return
    title = typesetter.locale.personal.title
    page = typesetter.section(Role.PERSONAL, title, level=0, greeting=greeting)
    yield from _after_title(front, page)


def _after_title(front: Iterable[Section], page: Section) -> Sequence[Section]:
    """Return the front matter with a page after the title page, or before all where there is none."""
    sections = list(front)
    roles = [section.role for section in sections]
    sections.insert(roles.index(Role.TITLE_PAGE) + 1 if Role.TITLE_PAGE in roles else 0, page)
    return sections


def _reviewed(sheets: Iterable[Sheet]) -> bool:
    """Tell whether a licensed clinician has reviewed the words of every sheet."""
    return all(sheet.exercise.provenance.reviewed_on for sheet in sheets)


def back_matter(book: Book, typesetter: Typesetter, sheets: Sequence[Sheet]) -> Iterator[Section]:
    """Yield the back matter in the plan's order."""
    for item in book.workbook.back:
        if isinstance(item, TextPage):
            yield _text_page(typesetter, item)
        else:
            yield _BACK[item](book, typesetter, sheets)


def _notes(book: Book, typesetter: Typesetter, _: Sequence[Sheet]) -> Section:
    first, other = (typesetter.measures.note_lines(headed=headed) for headed in (True, False))
    lines = [first] + [other] * (book.workbook.notes_pages - 1)
    fields = notes_fields(book.locale, typesetter.text.inline, Role.NOTES.value, len(lines))
    return typesetter.section(Role.NOTES, book.locale.notes_page.title, fields=fields, lines=lines)


def _glossary(book: Book, typesetter: Typesetter, _: Sequence[Sheet]) -> Section:
    return typesetter.section(Role.GLOSSARY, book.locale.glossary.title)


def _crisis(book: Book, typesetter: Typesetter, _: Sequence[Sheet]) -> Section:
    checked = min(line.verified_on for country in book.countries for line in country.lines)
    title = book.locale.crisis.title
    direction = book.locale.direction
    countries, day = isolated(book.countries, direction), from_left(checked.isoformat(), direction)
    return typesetter.section(Role.CRISIS, title, countries=countries, checked=day)


def _sources(book: Book, typesetter: Typesetter, sheets: Sequence[Sheet]) -> Section:
    exercises = [sheet.exercise for sheet in sheets]
    return typesetter.section(Role.SOURCES, book.locale.sources.title, exercises=exercises)


def _index(book: Book, typesetter: Typesetter, sheets: Sequence[Sheet]) -> Section:
    return typesetter.section(Role.INDEX, book.locale.book.index, entries=by_kind(sheets, typesetter))


def _colophon(book: Book, typesetter: Typesetter, sheets: Sequence[Sheet]) -> Section:
    return typesetter.section(
        Role.COLOPHON,
        book.locale.colophon.title,
        workbook=book.workbook,
        font=", ".join(typesetter.theme.families),
        reviewed=_reviewed(sheets),
        tool_version=workbook.__version__,
        large_print=typesetter.reader.profile is PROFILES["large-print"]
        and typesetter.reader.audience is Audience.CLIENT
        and typesetter.medium is Medium.PRINT,
    )


_BACK = {
    "notes": _notes,
    "glossary": _glossary,
    "crisis": _crisis,
    "sources": _sources,
    "index": _index,
    "colophon": _colophon,
}


def _text_page(typesetter: Typesetter, page: TextPage) -> Section:
    return typesetter.section(Role.TEXT, page.title, id=page.id, template="text", page=page)
