"""Paper printed on one side has only right-hand pages; narrow pages have no narrow columns of counsel."""

from __future__ import annotations

from dataclasses import replace

import pymupdf
import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.model.page import PAPERS, PROFILES, Sides
from workbook.render.pdf import render_pdf
from workbook.source.library import Library
from workbook.theme.lookup import Themes

SHEET = "start-tools-or-talk"


def _words(reader: Reader) -> list[list[tuple[float, str]]]:
    """Return each page's words, with where they stand in its width, from 0 to 1."""
    book = compose_book(Library.stock().book("complete"), Themes().find("calm"), reader, Medium.PRINT)
    sheet = tuple(section for section in book.sections if section.id == SHEET)
    with pymupdf.open(stream=render_pdf(replace(book, sections=sheet)).data) as pdf:  # type: ignore[no-untyped-call]
        return [
            [(float(word[0]) / page.rect.width, str(word[4])) for word in page.get_text("words", sort=True)]
            for page in pdf
        ]


@pytest.mark.parametrize(
    ("sides", "left"), [(Sides.SINGLE, [False] * 3), (Sides.DOUBLE, [False, True, False])]
)
def test_the_folio_is_at_the_outer_edge(sides: Sides, left: list[bool]) -> None:
    pages = _words(Reader(paper=PAPERS["a5"], sides=sides))
    feet = [words[-30:] for words in pages]
    at_left = [any(word == str(n) and x < 0.2 for x, word in foot) for n, foot in enumerate(feet, 1)]
    assert at_left[:3] == left


@pytest.mark.parametrize(("paper", "in_columns"), [("a4", True), ("half-letter", False)])
def test_counsel_stands_in_columns_where_they_are_wide_enough(paper: str, *, in_columns: bool) -> None:
    (heading,) = [x for words in _words(Reader(paper=PAPERS[paper])) for x, word in words if word == "Share"]
    assert (heading > 0.4) is in_columns


def test_large_words_read_across_the_page() -> None:
    reader = Reader(paper=PAPERS["7x10in"], profile=PROFILES["large-print"])
    headings = [x for words in _words(reader) for x, word in words if word in ("Leave", "Share")]
    assert len(headings) == 2
    assert all(x < 0.2 for x in headings)
