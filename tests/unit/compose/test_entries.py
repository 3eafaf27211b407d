from __future__ import annotations

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.compose.reader import Audience, Reader
from workbook.model.book import Book
from workbook.model.practice import Practice
from workbook.model.workbook import Entry, Part
from workbook.theme.lookup import Theme

LOG = "journal-courage-log"


@pytest.fixture
def book(sample: Book) -> Book:
    """Two sheets: one with a note and a day, one three times."""
    entries = (
        Entry(exercise="strength-stood-up", note="The car park **counts**.", date=dt.date(2026, 12, 1)),
        Entry(exercise=LOG, copies=3, date=dt.date(2026, 12, 2)),
    )
    part = Part(title="This week", intro="One page a day.", exercises=entries)
    practice = Practice(therapist="M. Example")
    plan = sample.workbook.model_copy(update={"parts": (part,), "practice": practice})
    return replace(sample, workbook=plan)


def _text(manuscript: Manuscript, name: str) -> str:
    markup = next(section.markup for section in manuscript.sections if section.id == name)
    return " ".join("".join(ET.fromstring(markup).itertext()).split())  # noqa: S314 - our own markup


def test_a_note_and_a_day_stand_at_the_sheets_head(book: Book, calm: Theme) -> None:
    for medium in (Medium.PRINT, Medium.EPUB):
        text = _text(compose_book(book, calm, Reader(), medium), "strength-stood-up")
        said = "For you For: Tuesday, 1 December 2026 The car park counts. M. Example"
        assert said in text
        assert text.index(said) < text.index("What to do")


def test_each_copy_is_a_sheet_of_its_own_on_paper(book: Book, calm: Theme) -> None:
    manuscript = compose_book(book, calm, Reader(fillable=True), Medium.PRINT)
    sheets = [s for s in manuscript.sections if s.role is Role.EXERCISE and s.id.startswith(LOG)]
    assert [(s.id, s.level) for s in sheets] == [(LOG, 2), (f"{LOG}--2", 0), (f"{LOG}--3", 0)]
    for number, sheet in enumerate(sheets, start=1):
        text = _text(manuscript, sheet.id)
        assert f"Copy {number} of 3" in text
        assert "From: Wednesday, 2 December 2026" in text
    names = [field.name for section in manuscript.sections for field in section.fields]
    assert len(names) == len(set(names))
    assert _text(manuscript, "contents").count("Sightings of a strong side") == 1


def test_an_e_book_has_the_sheet_once_and_says_how_often(book: Book, calm: Theme) -> None:
    manuscript = compose_book(book, calm, Reader(), Medium.EPUB)
    assert [s.id for s in manuscript.sections if s.id.startswith(LOG)] == [LOG]
    text = _text(manuscript, LOG)
    assert "Do this page 3 times. Begin a new sheet in your notebook for each." in text
    assert "Copy" not in text


def test_the_therapists_notes_come_once(book: Book, calm: Theme) -> None:
    manuscript = compose_book(book, calm, Reader(Audience.THERAPIST), Medium.PRINT)
    assert [s.id for s in manuscript.sections if s.id.startswith("notes-")] == [
        "notes-strength-stood-up",
        f"notes-{LOG}",
    ]
