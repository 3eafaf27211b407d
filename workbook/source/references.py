"""What a file names in other files, and what it names twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbook.errors import Code, Diagnostic
from workbook.model.exercise import Exercise
from workbook.model.practice import PracticeFile
from workbook.model.text import Location
from workbook.model.workbook import TextPage, Workbook
from workbook.source.loading import Loaded


class Reference(NamedTuple):
    """A name, and the place in the file where it stands."""

    location: Location
    name: str


def exercises_of(plan: Workbook | PracticeFile) -> Iterator[Reference]:
    """Yield the exercises that a workbook is made of; a practice's file names none."""
    for number, part in enumerate(plan.parts if isinstance(plan, Workbook) else ()):
        for position, entry in enumerate(part.exercises):
            yield Reference(("parts", number, "exercises", position, "exercise"), entry.exercise)


def countries_of(plan: Workbook | PracticeFile) -> Iterator[Reference]:
    """Yield the countries whose crisis lines a workbook carries, or a practice hands out."""
    key, names = ("crisis", plan.crisis) if isinstance(plan, Workbook) else ("countries", plan.countries)
    for position, country in enumerate(names):
        yield Reference((key, position), country)


def neighbours_of(exercise: Exercise) -> Iterator[Reference]:
    """Yield the exercises that an exercise needs or leads to."""
    for key, names in (("needs", exercise.needs), ("next", exercise.next)):
        for position, name in enumerate(names):
            yield Reference((key, position), name)


def repeated(file: Loaded[Workbook] | Loaded[PracticeFile]) -> list[Diagnostic]:
    """Return a finding for each thing that stands twice in a file and would have two places in a book."""
    found: list[Diagnostic] = []
    seen: set[tuple[str, str]] = set()
    for location, what, name in _once(file.value):
        if (what, name) in seen:
            found.append(
                Diagnostic(
                    Code.DUPLICATE_ID,
                    f"The {what} `{name}` stands twice in this {_NOUNS[type(file.value)]}.",
                    "Take one of the two out." if what != "page" else "Give one of the two another id.",
                    file.document.span(location),
                )
            )
        seen.add((what, name))
    return found


_NOUNS = {Workbook: "workbook", PracticeFile: "file"}


def _once(plan: Workbook | PracticeFile) -> Iterator[tuple[Location, str, str]]:
    if isinstance(plan, Workbook):
        yield from _once_in_a_book(plan)
    for location, country in countries_of(plan):
        yield location, "country", country


def _once_in_a_book(plan: Workbook) -> Iterator[tuple[Location, str, str]]:
    for number, part in enumerate(plan.parts):
        for position, entry in enumerate(part.exercises):
            location: Location = ("parts", number, "exercises", position, "exercise")
            yield location, f"{entry.variant} sheet of", entry.exercise
    for key, pages in (("front", plan.front), ("back", plan.back)):
        for position, page in enumerate(pages):
            if isinstance(page, TextPage):
                yield (key, position, "id"), "page", page.id
            else:
                yield (key, position), "page", page
