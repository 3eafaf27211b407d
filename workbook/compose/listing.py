"""Lists of what is in the book: contents by page, by what one needs now, by kind and strength."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workbook.compose.manuscript import Section
from workbook.compose.sheets import sheet_id, sheet_title
from workbook.compose.typesetter import Typesetter
from workbook.model.book import Book
from workbook.model.exercise import Exercise, Kind, Moment
from workbook.model.workbook import Entry, Variant


@dataclass(frozen=True)
class Listed:
    """A line of a list: where it leads, what it says, a small word beside it, the lines under it.

    A heading that leads nowhere has an empty ``id``.
    """

    id: str
    title: str
    role: str = ""
    beside: str = ""
    children: tuple[Listed, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet's place in this book."""

    id: str
    title: str
    purpose: str
    exercise: Exercise
    entry: Entry


@dataclass(frozen=True)
class Neighbours:
    """A line of the therapist's table: a sheet, its minutes, and the titles of its neighbours in the book.

    ``needs`` are better done first, ``next`` follow on well.
    """

    sheet: Sheet
    minutes: int
    needs: str
    next: str


_Beside = Callable[[Sheet], str]


def sheet_of(book: Book, typesetter: Typesetter, entry: Entry) -> Sheet:
    """Return what a list says of an entry."""
    exercise = book.exercises[entry.exercise]
    purpose = exercise.purpose if entry.variant is Variant.FULL else exercise.short.purpose
    title = typesetter.letters(sheet_title(exercise, entry.variant))
    return Sheet(sheet_id(exercise.id, entry.variant), title, purpose, exercise, entry)


def by_page(sections: Iterable[Section]) -> tuple[Listed, ...]:
    """Return the contents: level 1 with the level 2 that follows it, level 0 left out."""
    tops: list[Listed] = []
    for section in sections:
        entry = Listed(section.id, section.title, section.role)
        if section.level == 1:
            tops.append(entry)
        elif section.level == 2:
            top = tops.pop()
            tops.append(Listed(top.id, top.title, top.role, "", (*top.children, entry)))
    return tuple(tops)


def by_need(sheets: Iterable[Sheet], typesetter: Typesetter) -> tuple[Listed, ...]:
    """Return the sheets under each moment in which one may want them; empty moments left out."""
    words = typesetter.locale
    return _grouped(
        (words.moments[moment], [s for s in sheets if moment in s.exercise.moments], _minutes(typesetter))
        for moment in Moment
    )


def with_neighbours(sheets: Sequence[Sheet]) -> tuple[Neighbours, ...]:
    """Return the sheets as the book has them, each with those that it names and that are in the book too."""
    titles = {sheet.exercise.id: sheet.title for sheet in sheets}

    def named(ids: Iterable[str]) -> str:
        # titles have commas of their own
        return "\u00a0· ".join(titles[name] for name in ids if name in titles)

    return tuple(
        Neighbours(sheet, _time(sheet), named(sheet.exercise.needs), named(sheet.exercise.next))
        for sheet in sheets
    )


def by_kind(sheets: Iterable[Sheet], typesetter: Typesetter) -> tuple[Listed, ...]:
    """Return the sheets under their kinds, light before strong; empty kinds left out."""
    words = typesetter.locale

    def strength(sheet: Sheet) -> str:
        return f"{words.sheet.strength} {sheet.exercise.strength}"

    return _grouped(
        (
            words.kinds[kind],
            sorted((s for s in sheets if s.exercise.kind is kind), key=lambda s: s.exercise.strength),
            strength,
        )
        for kind in Kind
    )


def _minutes(typesetter: Typesetter) -> _Beside:
    def minutes(sheet: Sheet) -> str:
        return f"{_time(sheet)} {typesetter.locale.sheet.minutes}"

    return minutes


def _time(sheet: Sheet) -> int:
    exercise = sheet.exercise
    return exercise.minutes if sheet.entry.variant is Variant.FULL else exercise.short.minutes


def _grouped(groups: Iterable[tuple[str, list[Sheet], _Beside]]) -> tuple[Listed, ...]:
    return tuple(_group(heading, sheets, beside) for heading, sheets, beside in groups if sheets)


def _group(heading: str, sheets: list[Sheet], beside: _Beside) -> Listed:
    return Listed("", heading, "group", "", tuple(Listed(s.id, s.title, "", beside(s)) for s in sheets))
