"""Each line of a crisis page says how to reach it: by phone, by text, or where to look."""

from __future__ import annotations

import re

import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.theme.lookup import Theme


@pytest.mark.parametrize("medium", list(Medium))
def test_no_line_is_without_a_way(sample: Book, calm: Theme, medium: Medium) -> None:
    manuscript = compose_book(sample, calm, Reader(), medium)
    page = next(section.markup for section in manuscript.sections if 'id="crisis"' in section.markup)
    ways = re.findall(r'class="reach">(.*?)</p>', page)
    assert len(ways) > 10
    assert all("<b>" in way for way in ways)
    assert "<b>sheltersafe.ca</b>" in ways
