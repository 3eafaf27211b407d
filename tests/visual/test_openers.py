"""Part openers, laid out: each keeps to one page, whatever the theme, the paper and the profile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium, Role
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.page import PAPERS, PROFILES, Sides
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Themes


@pytest.mark.parametrize(
    ("theme", "profile", "paper"),
    [
        ("plain", "roomy", "8.5x11in"),
        ("warm", "roomy", "8x10in"),
        ("warm", "large-print", "8.5x11in"),
    ],
)
def test_an_opener_is_one_page(complete: Book, theme: str, profile: str, paper: str) -> None:
    reader = Reader(paper=PAPERS[paper], profile=PROFILES[profile], sides=Sides.SINGLE)
    book = compose_book(complete, Themes().find(theme), reader, Medium.PRINT)
    parts = tuple(section for section in book.sections if section.role is Role.PART)
    assert render_pdf(replace(book, sections=parts)).extent == len(parts) == 10
