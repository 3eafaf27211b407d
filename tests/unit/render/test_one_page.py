"""A therapist's own pages are one page each, whatever the paper and the profile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium, Role
from workbook.compose.reader import Audience, Reader
from workbook.model.book import Book
from workbook.model.page import PAPERS, PROFILES, Paper, Profile, suits
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Theme

READERS = [
    (paper, profile) for paper in PAPERS.values() for profile in PROFILES.values() if suits(paper, profile)
]


@pytest.mark.parametrize("fillable", [False, True], ids=["paper", "screen"])
@pytest.mark.parametrize(("paper", "profile"), READERS, ids=lambda value: value.name)
def test_the_page_after_a_sheet(
    paper: Paper, profile: Profile, fillable: bool, sample: Book, calm: Theme
) -> None:
    reader = Reader(Audience.THERAPIST, paper, profile, fillable=fillable)
    book = compose_book(sample, calm, reader, Medium.PRINT)
    pages = [section for section in book.sections if section.role is Role.AFTERWARDS]
    longest = max(pages, key=lambda section: len(section.title))
    assert len(render_pdf(replace(book, sections=(longest,))).pages) == 1
