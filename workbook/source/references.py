"""What a file names in other files, and what it names twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbook.errors import Code, Diagnostic
from workbook.model.exercise import Exercise
from workbook.model.text import Location
from workbook.model.workbook import TextPage, Workbook
from workbook.source.loading import Loaded


class Reference(NamedTuple):
    """A name, and the place in the file where it stands."""

    location: Location
    name: str


def exercises_of(plan: Workbook) -> Iterator[Reference]:
    """Yield the exercises that a workbook is made of."""
    for number, part in enumerate(plan.parts):
        for position, entry in enumerate(part.exercises):
            yield Reference(("parts", number, "exercises", position, "exercise"), entry.exercise)


def countries_of(plan: Workbook) -> Iterator[Reference]:
    """Yield the countries whose crisis lines a workbook carries."""
    for position, country in enumerate(plan.crisis):
        yield Reference(("crisis", position), country)


def neighbours_of(exercise: Exercise) -> Iterator[Reference]:
    """Yield the exercises that an exercise needs or leads to."""
    for key, names in (("needs", exercise.needs), ("next", exercise.next)):
        for position, name in enumerate(names):
            yield Reference((key, position), name)


def repeated(workbook: Loaded[Workbook]) -> list[Diagnostic]:
    """Return a finding for each thing that stands twice in a workbook and would have two places in it."""
    found: list[Diagnostic] = []
    seen: set[tuple[str, str]] = set()
    for location, what, name in _once(workbook.value):
        if (what, name) in seen:
            found.append(
                Diagnostic(
                    Code.DUPLICATE_ID,
                    f"The {what} `{name}` stands twice in this workbook.",
                    "Take one of the two out." if what != "page" else "Give one of the two another id.",
                    workbook.document.span(location),
                )
            )
        seen.add((what, name))
    return found


def _once(plan: Workbook) -> Iterator[tuple[Location, str, str]]:
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
    for position, country in enumerate(plan.crisis):
        yield ("crisis", position), "country", country
