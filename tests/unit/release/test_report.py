from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Built
from tests.poppler import pages
from workbook.release.report import spread
from workbook.render.thumbnails import worded_pages


@given(st.lists(st.integers(1, 400), min_size=1, unique=True).map(sorted), st.integers(1, 20))
def test_so_many_pages_are_shown_the_first_among_them(numbers: list[int], wanted: int) -> None:
    shown = spread(numbers, wanted)
    assert shown[0] == numbers[0]
    assert len(shown) == min(wanted, len(numbers))
    assert set(shown) <= set(numbers)


def test_no_empty_side_is_shown(sample_pdf: Built) -> None:
    empty = [page.number for page in pages(sample_pdf.path) if len(page.words) < 20 and page.number > 1]
    if not empty:
        pytest.fail("the sample has empty sides, or this says nothing")
    assert not set(worded_pages(sample_pdf.path.read_bytes())) & set(empty)
