"""Where the end of a sheet may part from its last answer, and what goes along over the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.poppler import tool
from workbook.compose.book import compose_book
from workbook.compose.endings import Parting, parting
from workbook.compose.manuscript import Medium
from workbook.compose.measures import measure
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.exercise import Exercise, Hideable
from workbook.model.page import PAPERS, PROFILES
from workbook.model.workbook import Variant
from workbook.render.pdf import render_pdf
from workbook.render.rendered import Rendered
from workbook.theme.lookup import Theme

LARGE = Reader(paper=PAPERS["7x10in"], profile=PROFILES["large-print"])
COUNSEL = "Stop here and look up. " * 8


def _parting(exercise: Exercise, reader: Reader, theme: Theme, variant: Variant = Variant.FULL) -> Parting:
    return parting(measure(theme.tokens, reader), reader, exercise, variant)


def test_on_a4_the_end_stays_with_its_answer(sample: Book, calm: Theme) -> None:
    for exercise in sample.exercises.values():
        assert _parting(exercise, Reader(), calm) == Parting(after=False, ending=False)


def test_large_words_on_a_small_page_may_begin_one(plain_sheet: Exercise, calm: Theme) -> None:
    long = plain_sheet.model_copy(update={"too_much": COUNSEL})
    assert _parting(long, LARGE, calm) == Parting(after=True, ending=True)


def test_a_close_alone_begins_no_page(plain_sheet: Exercise, calm: Theme) -> None:
    bare = plain_sheet.model_copy(update={"too_much": COUNSEL, "hide": (Hideable.BRING,)})
    assert _parting(bare, LARGE, calm) == Parting(after=True, ending=False)


def test_the_end_of_a_short_sheet_may_part_too(plain_sheet: Exercise, calm: Theme) -> None:
    short = plain_sheet.short.model_copy(update={"too_much": COUNSEL})
    exercise = plain_sheet.model_copy(update={"short": short})
    assert _parting(exercise, LARGE, calm, Variant.SHORT) == Parting(after=True, ending=False)
    assert _parting(exercise, Reader(), calm, Variant.SHORT) == Parting(after=False, ending=False)


@pytest.mark.parametrize(
    ("name", "paper", "profile"),
    [
        ("session-before", "half-letter", "motor"),  # the end may part
        ("soothe-all-right", "7x10in", "large-print"),  # a short answer before a figure
    ],
)
def test_no_page_is_nearly_empty(name: str, paper: str, profile: str, complete: Book, calm: Theme) -> None:
    reader = Reader(paper=PAPERS[paper], profile=PROFILES[profile])
    assert _sheet(name, reader, complete, calm).findings == ()


def test_the_last_turn_of_a_dialogue_takes_along_the_one_before(
    complete: Book, calm: Theme, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(_sheet("boundary-two-pulls", LARGE, complete, calm).data)
    pages = tool("pdftotext", str(path), "-").split("\f")
    last = [page for page in pages if "Hold my line" in page][-1]
    assert "Give way, this once" in last


def _sheet(name: str, reader: Reader, complete: Book, theme: Theme) -> Rendered:
    book = compose_book(complete, theme, reader, Medium.PRINT)
    sheet = next(section for section in book.sections if section.id == name)
    return render_pdf(replace(book, sections=(sheet,)))
