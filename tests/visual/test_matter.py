"""The pages around the sheets, measured in the finished file: the ruler, and the rules of large print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from tests.conftest import Built, built_once
from tests.poppler import MM, tool
from workbook.compose.book import compose_book
from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.page import INCH, PROFILES
from workbook.theme.lookup import Theme


@pytest.fixture(scope="module")
def large(sample: Book, calm: Theme) -> Manuscript:
    return compose_book(sample, calm, Reader(profile=PROFILES["large-print"]), Medium.PRINT)


@pytest.fixture(scope="module")
def large_pdf(large: Manuscript, shared: Path) -> Built:
    return built_once(shared, "sample-large-print", large)


def leaves(path: Path) -> Iterator[Any]:
    opened = pymupdf.open(str(path))  # type: ignore[no-untyped-call]
    yield from (opened[number] for number in range(opened.page_count))


def test_the_ruler_is_fifty_millimetres_with_a_tick_every_ten(sample_pdf: Built, sample: Book) -> None:
    page = next(p for p in leaves(sample_pdf.path) if sample.locale.how_to_use.title in p.get_text())
    strokes = [d for d in page.get_drawings() if len(d["items"]) == 7]
    assert len(strokes) == 1
    (_, left, right), *ticks = strokes[0]["items"]
    assert (right.x - left.x) / MM == pytest.approx(50, abs=0.05)
    assert [(a.x - left.x) / MM for _, a, _ in ticks] == pytest.approx([0, 10, 20, 30, 40, 50], abs=0.05)


def test_only_print_speaks_of_paper(sample: Book, calm: Theme) -> None:
    words = sample.locale.how_to_use
    for medium in (Medium.PRINT, Medium.EPUB):
        sections = compose_book(sample, calm, Reader(), medium).sections
        markup = next(s.markup for s in sections if s.role is Role.HOW_TO_USE)
        assert (words.leaves.heading in markup) is (words.ruler in markup) is (medium is Medium.PRINT)


def test_large_print_says_by_which_rules_it_is_set(large: Manuscript, sample: Book, calm: Theme) -> None:
    said = sample.locale.colophon.large_print[:40]
    ordinary = compose_book(sample, calm, Reader(), Medium.PRINT)
    for book, expected in ((large, True), (ordinary, False)):
        markup = next(s.markup for s in book.sections if s.role is Role.COLOPHON)
        assert (said in markup) is expected


def test_large_print_keeps_the_rules_that_it_names(large_pdf: Built, large: Manuscript) -> None:
    """Words of 18 point or more, everywhere; an inch at every side; no line stretched, no word divided."""
    sizes = set()
    for page in leaves(large_pdf.path):
        for block in page.get_text("dict")["blocks"]:
            for span in (
                span for line in block.get("lines", ()) for span in line["spans"] if span["text"].strip()
            ):
                sizes.add(round(span["size"], 1))
                assert span["bbox"][0] >= (INCH - 1) * MM, (page.number, span["text"])
                assert span["bbox"][2] <= page.rect.width - (INCH - 1) * MM, (page.number, span["text"])
    assert min(sizes) >= 18 and {20, 22} <= sizes
    assert "justify" not in large.stylesheet and "hyphens: none" in large.stylesheet
    assert "\u00ad" not in tool("pdftotext", str(large_pdf.path), "-")
