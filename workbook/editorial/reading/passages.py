"""Every text of a file that a person reads, told apart by who reads it and where on the page it stands."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel

from workbook.model.base import Markup
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.text import Location, texts
from workbook.model.workbook import Workbook


class Sheet(StrEnum):
    """What a text stands on, as a finding calls it."""

    FULL = "this sheet"
    SHORT = "the short sheet"
    NOTES = "the notes"
    REFERENCES = "the references"
    BOOK = "this file"


class Passage(NamedTuple):
    """A text and its place; texts of one ``group`` are read together, groups of one ``region`` follow on."""

    location: Location
    text: str
    markup: Markup
    sheet: Sheet
    region: str
    group: Location

    @property
    def for_client(self) -> bool:
        """Tell whether it is printed in a client's copy."""
        return self.sheet not in (Sheet.NOTES, Sheet.REFERENCES)


_REGIONS = {
    "purpose": "opening",
    "good_for": "opening",
    "leave_if": "opening",
    "safety": "opening",
    "before": "opening",
    "choice": "opening",
    "steps": "steps",
    "example": "example",
    "blocks": "prompts",
    "too_much": "closing words",
    "share": "closing words",
    "bring": "closing words",
    "close": "closing words",
}
_NOT_READ_BY_CLIENTS = {
    "practice",
    "notes",
    "for_therapist",
    "overview",
    "planner",
    "book",
    "colophon",
    "values",
    "name",
}
"""Parts of a workbook and of a language's words: names, the therapist's, and the imprint."""


def passages(value: BaseModel) -> Iterator[Passage]:
    """Yield the texts of an exercise, and those of a workbook or a language where they are English.

    **Why** English alone: syllables, words and idioms are a language's own, and the rules know but one.
    """
    if isinstance(value, Exercise):
        yield from map(_of_exercise, (t for t in texts(value) if t.location[0] != "provenance"))
    elif isinstance(value, Workbook | Locale) and value.language.split("-")[0] == "en":
        for at in texts(value):
            if at.location[0] not in _NOT_READ_BY_CLIENTS:
                yield Passage(*at, Sheet.BOOK, "words", at.location)


def client_passages(value: BaseModel) -> Iterator[Passage]:
    """Yield the texts that are printed in a client's copy."""
    return (passage for passage in passages(value) if passage.for_client)


def _of_exercise(at: tuple[Location, str, Markup]) -> Passage:
    location, text, markup = at
    first = str(location[0])
    if first == "notes":
        key = str(location[1])
        sheet = Sheet.REFERENCES if key in ("frameworks", "sources") else Sheet.NOTES
        return Passage(location, text, markup, sheet, "notes", location[:2])
    sheet, inner = (Sheet.SHORT, location[1:]) if first == "short" else (Sheet.FULL, location)
    key = str(inner[0])
    depth = len(location) - len(inner) + (2 if key == "blocks" else 1)
    return Passage(location, text, markup, sheet, _REGIONS.get(key, "opening"), location[:depth])
