"""Columns: room for each word, and one below the other where two would be too narrow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium, Role
from workbook.compose.measures import measure
from workbook.compose.reader import Audience, Reader
from workbook.errors import Code
from workbook.model.book import Book
from workbook.model.page import PAPERS, PROFILES
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Theme


@pytest.mark.parametrize(
    ("paper", "profile", "expected"),
    [
        ("a4", "large-print", True),
        ("8x10in", "large-print", True),
        ("7x10in", "large-print", False),
        ("half-letter", "motor", True),
    ],
)
def test_two_columns_of_large_words_need_60_mm_each(
    paper: str, profile: str, expected: bool, calm: Theme
) -> None:
    reader = Reader(paper=PAPERS[paper], profile=PROFILES[profile])
    assert measure(calm.tokens, reader).side_by_side is expected


def test_the_shares_are_a_whole_and_as_wished_where_there_is_room(calm: Theme) -> None:
    measures = measure(calm.tokens, Reader())
    assert measures.note_columns([50, 30, 20], [["a"], ["b"], ["c"]]) == [50, 30, 20]
    assert sum(measures.note_columns([50, 30, 20], [["a" * 60], ["b" * 60], ["c"]])) == pytest.approx(
        100, 0.1
    )


def test_the_heads_of_the_table_of_all_sheets_stand_apart(sample: Book, calm: Theme) -> None:
    reader = Reader(Audience.THERAPIST, PAPERS["half-letter"], PROFILES["roomy"])
    book = compose_book(sample, calm, reader, Medium.PRINT)
    table = next(section for section in book.sections if section.role is Role.OVERVIEW)
    found = {finding.code for finding in render_pdf(replace(book, sections=(table,))).findings}
    assert found == {Code.ENGINE_WARNING}  # the sheets that it links to are left out
