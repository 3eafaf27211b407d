from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.prepress.imposition import Side, saddle_stitch


def _leafed_through(sides: tuple[Side, ...]) -> list[int]:
    """Fold the pile as a person would, outermost sheet first, and turn the pages from front to back."""
    fronts, backs = sides[::2], sides[1::2]
    first_half = [n for front, back in zip(fronts, backs, strict=True) for n in (front.right, back.left)]
    second_half = [
        n
        for front, back in zip(reversed(fronts), reversed(backs), strict=True)
        for n in (back.right, front.left)
    ]
    return first_half + second_half


@given(st.integers(min_value=1, max_value=600))
def test_the_folded_pile_reads_from_first_to_last(count: int) -> None:
    sides = saddle_stitch(count)
    read = _leafed_through(sides)
    assert len(sides) % 2 == 0
    assert len(read) % 4 == 0 and len(read) - count < 4
    assert read == [*range(1, count + 1), *[0] * (len(read) - count)]


def test_eight_pages_on_two_sheets() -> None:
    assert saddle_stitch(8) == (Side(8, 1), Side(2, 7), Side(6, 3), Side(4, 5))


@pytest.mark.parametrize("count", [0, -1])
def test_nothing_cannot_be_folded(count: int) -> None:
    with pytest.raises(ValueError, match="at least one page"):
        saddle_stitch(count)
