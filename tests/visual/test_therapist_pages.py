"""A therapist's own pages, laid out: each keeps to one page, whatever the paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium, Role
from workbook.compose.reader import Audience, Reader
from workbook.model.book import Book
from workbook.model.page import PAPERS, PROFILES
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Themes


@pytest.mark.parametrize("role", [Role.PLANNER, Role.AFTERWARDS])
@pytest.mark.parametrize(
    ("theme", "profile", "paper"),
    [
        ("calm", "standard", "a4"),
        ("plain", "standard", "7x10in"),
        ("warm", "roomy", "a5"),
        ("calm", "large-print", "8x10in"),
    ],
)
def test_it_is_one_page(sample: Book, theme: str, profile: str, paper: str, role: Role) -> None:
    reader = Reader(Audience.THERAPIST, PAPERS[paper], PROFILES[profile], fillable=True)
    book = compose_book(sample, Themes().find(theme), reader, Medium.PRINT)
    section = next(section for section in book.sections if section.role is role)
    assert render_pdf(replace(book, sections=(section,))).extent == 1
