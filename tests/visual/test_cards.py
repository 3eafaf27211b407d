"""Cut-out cards, measured in the finished file: their size, their lines, and the empty back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pymupdf
import pytest

from tests.conftest import Built, built_once
from tests.leaves import EMPTY
from tests.poppler import MM, pages
from workbook.compose.book import compose_book
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.page import PAPERS, PROFILES, Sides
from workbook.model.workbook import Variant
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Theme

SHEET = "voice-words-or-felt"
PAPER = ("a4", "letter", "a5", "half-letter")
READERS = [*((paper, "standard") for paper in PAPER), ("a4", "large-print"), ("letter", "large-print")]


@pytest.fixture(params=READERS, ids="-".join)
def reader(request: pytest.FixtureRequest) -> Reader:
    paper, profile = request.param
    return Reader(paper=PAPERS[paper], profile=PROFILES[profile])


def built(reader: Reader, complete: Book, calm: Theme, shared: Path) -> Built:
    exercise = complete.exercises[SHEET]
    handout = compose_handout(exercise, Variant.FULL, complete.countries[:1], complete.locale, calm, reader)
    return built_once(shared, f"cards-{reader.paper.name}-{reader.profile.name}-{reader.sides}", handout)


def test_cards_have_their_size_between_dashed_lines(
    reader: Reader, complete: Book, calm: Theme, shared: Path
) -> None:
    pdf = built(reader, complete, calm, shared)
    cards = 0
    opened = pymupdf.open(str(pdf.path))  # type: ignore[no-untyped-call]
    for page in (opened[number] for number in range(opened.page_count)):
        for drawing in page.get_drawings():
            if drawing.get("dashes") in (None, "", "[] 0"):
                continue
            assert drawing["width"] == pytest.approx(0.75, abs=0.01)
            lines = [(a, b) for kind, a, b in drawing["items"] if kind == "l"]
            across = sorted({round(a.x, 1) for a, b in lines if abs(a.x - b.x) < 0.1})
            down = sorted({round(a.y, 1) for a, b in lines if abs(a.y - b.y) < 0.1})
            widths = [(b - a) / MM for a, b in pairwise(across)]
            assert widths == pytest.approx([85.6] * len(widths), abs=0.1)
            assert (down[1] - down[0]) / MM == pytest.approx(54, abs=0.1) and len(down) == 2
            assert across[0] > 0 and across[-1] < page.rect.width - 6.35 * MM
            cards += len(widths)
    assert cards == 4


def test_nothing_is_on_the_back_of_cards(reader: Reader, complete: Book, calm: Theme, shared: Path) -> None:
    sides = pages(built(reader, complete, calm, shared).path)
    cut = [page.number for page in sides if complete.locale.sheet.cut_here in page.text]
    assert cut and all(number % 2 == 1 for number in cut)
    after = [page for page in sides if page.number > cut[0]]
    assert all(EMPTY in page.text for page in after if page.number % 2 == 0)


def test_every_page_of_cards_says_once_that_they_are_cut_out(
    reader: Reader, complete: Book, calm: Theme, shared: Path
) -> None:
    sides = pages(built(reader, complete, calm, shared).path)
    said = [page.text.count(complete.locale.sheet.cut_here) for page in sides]
    cards = sides[said.index(1) :]  # they end the sheet
    assert said[-len(cards) :] == [int(EMPTY not in page.text) for page in cards]


@pytest.mark.parametrize("sides", Sides)
def test_no_sheet_after_cards_says_that_it_is_cut(complete: Book, calm: Theme, sides: Sides) -> None:
    reader = Reader(paper=PAPERS["half-letter"], sides=sides)
    book = compose_book(complete, calm, reader, Medium.PRINT)
    two = tuple(s for s in book.sections if s.id in (SHEET, "voice-time-between"))
    with pymupdf.open(stream=render_pdf(replace(book, sections=two)).data) as pdf:  # type: ignore[no-untyped-call]
        text = [page.get_text() for page in pdf]
    assert [n for n, words in enumerate(text) if complete.locale.sheet.cut_here in words] == (
        [4, 6] if sides is Sides.DOUBLE else [4, 5]
    )


def test_an_empty_side_before_cards_says_that_their_leaf_is_next(complete: Book, calm: Theme) -> None:
    """In large print the sheet ends on a right-hand page, so that a side is empty before its cards."""
    exercise = complete.exercises[SHEET]
    reader = Reader(paper=PAPERS["letter"], profile=PROFILES["large-print"])
    handout = compose_handout(exercise, Variant.FULL, complete.countries[:1], complete.locale, calm, reader)
    with pymupdf.open(stream=render_pdf(handout).data) as pdf:  # type: ignore[no-untyped-call]
        text = [" ".join(page.get_text().split()) for page in pdf]
    first = next(n for n, words in enumerate(text) if complete.locale.sheet.cut_here in words)
    empty = complete.locale.leaf.empty
    assert (text[first - 1], text[first + 1]) == (empty.before_cards, empty.for_cards)


def test_the_words_of_cards_are_all_there(reader: Reader, complete: Book, calm: Theme, shared: Path) -> None:
    pdf = built(reader, complete, calm, shared)
    assert not [message for message in pdf.findings if "edge" in message or "did not get" in message]


def test_one_sided_printing_leaves_no_empty_side(complete: Book, calm: Theme, shared: Path) -> None:
    sides = pages(built(Reader(sides=Sides.SINGLE), complete, calm, shared).path)
    assert not any(EMPTY in page.text for page in sides)
