"""The composed markup as text. After a wanted change run it with WORKBOOK_GOLDEN=write and read the diff."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience, Reader
from workbook.compose.sheets import sheet_sections
from workbook.compose.typesetter import Typesetter
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.practice import Practice
from workbook.model.workbook import Entry, Variant
from workbook.theme.lookup import Theme

HERE = Path(__file__).parent


def compare(name: str, text: str) -> None:
    """Compare with the golden file; write it only when asked to in so many words."""
    path = HERE / name
    if os.environ.get("WORKBOOK_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.fixture(params=[Medium.PRINT, Medium.EPUB])
def typesetter(request: pytest.FixtureRequest, calm: Theme, english: Locale) -> Typesetter:
    return Typesetter(calm, english, Practice(), Reader(Audience.THERAPIST), request.param)


def test_a_sheet_and_its_notes(typesetter: Typesetter, plain_sheet: Exercise) -> None:
    markup = "\n".join(
        s.markup for s in sheet_sections(typesetter, plain_sheet, Entry(exercise=plain_sheet.id))
    )
    compare(f"sheet.{typesetter.medium}.html", markup)


def test_a_short_sheet(typesetter: Typesetter, plain_sheet: Exercise) -> None:
    *_, short = sheet_sections(typesetter, plain_sheet, Entry(exercise=plain_sheet.id, variant=Variant.SHORT))
    compare(f"short.{typesetter.medium}.html", short.markup)


def test_every_answer_kind(typesetter: Typesetter, every_kind: Exercise) -> None:
    *_, sheet = sheet_sections(typesetter, every_kind, Entry(exercise=every_kind.id))
    compare(f"every-kind.{typesetter.medium}.html", sheet.markup)
