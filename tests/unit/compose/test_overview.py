"""The therapist's table of all sheets: what it says of each."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium, Role
from workbook.compose.reader import Audience, Reader
from workbook.model.book import Book
from workbook.model.workbook import Variant
from workbook.theme.lookup import Theme

LADDER = "boundary-ladder"


def table(book: Book, theme: Theme, medium: Medium) -> ET.Element:
    sections = compose_book(book, theme, Reader(Audience.THERAPIST), medium).sections
    return ET.fromstring(next(s.markup for s in sections if s.role is Role.OVERVIEW))  # noqa: S314 - our own


def row(section: ET.Element, sheet: str) -> list[str]:
    (found,) = [tr for tr in section.iter("tr") if tr.find(f".//a[@href='#{sheet}']") is not None]
    return ["".join(cell.itertext()) for cell in found.iter("td")]


@pytest.mark.parametrize("medium", [Medium.PRINT, Medium.EPUB])
def test_a_sheets_cell_names_those_before_and_after_it(sample: Book, calm: Theme, medium: Medium) -> None:
    title, *facts = row(table(sample, calm, medium), LADDER)
    assert title.startswith("A ladder for speaking upBetter done first: One clear sentenceFollows on well: ")
    assert title.endswith("A practice run for two\u00a0· After I spoke\u00a0· Sightings of a strong side")
    assert facts == ["Boundary rehearsal", "25", "2"]


def test_what_is_not_in_the_book_is_not_named(sample: Book, calm: Theme) -> None:
    exercises = {
        name: exercise.model_copy(update={"needs": ("strength-try-on",), "next": ()})
        for name, exercise in sample.exercises.items()
    }
    shown = "".join(table(replace(sample, exercises=exercises), calm, Medium.PRINT).itertext())
    assert "Better done first" not in shown and "Follows on well" not in shown


def test_a_short_sheet_has_its_own_minutes(sample: Book, calm: Theme) -> None:
    plan = sample.workbook
    parts = tuple(
        part.model_copy(
            update={
                "exercises": tuple(e.model_copy(update={"variant": Variant.SHORT}) for e in part.exercises)
            }
        )
        for part in plan.parts
    )
    book = replace(sample, workbook=plan.model_copy(update={"parts": parts}))
    short = sample.exercises[LADDER].short
    assert row(table(book, calm, Medium.PRINT), f"{LADDER}-short")[2] == str(short.minutes)
