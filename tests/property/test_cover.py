"""The matrix leaves no pair of wishes out, and its rows are always the same."""

from __future__ import annotations

from itertools import combinations, product
from math import prod

from hypothesis import given
from hypothesis import strategies as st

from tests.matrix.__main__ import CROSSED, all_rows, is_allowed
from tests.matrix.__main__ import WISHES as WISHED
from tests.matrix.cover import cover, pairs


def _wishes(sizes: list[int]) -> dict[str, list[str]]:
    return {f"w{n}": [f"v{value}" for value in range(size)] for n, size in enumerate(sizes)}


WISHES = st.lists(st.integers(1, 5), min_size=2, max_size=6).map(_wishes)
WITH_A_CHOICE = st.lists(st.integers(2, 4), min_size=2, max_size=5).map(_wishes)


@given(WISHES)
def test_every_pair_is_in_a_row_and_every_row_is_whole(wishes: dict[str, list[str]]) -> None:
    rows = cover(wishes)
    held = {pair for row in rows for pair in pairs(row, wishes)}
    wanted = {
        ((one, a), (two, b))
        for one, two in combinations(wishes, 2)
        for a, b in product(wishes[one], wishes[two])
    }
    assert held == wanted
    assert all(list(row) == list(wishes) and all(row[w] in wishes[w] for w in wishes) for row in rows)


@given(WITH_A_CHOICE)
def test_a_pair_that_cannot_be_had_is_in_no_row_and_every_other_is(wishes: dict[str, list[str]]) -> None:
    refused = (("w0", "v0"), ("w1", "v0"))
    rows = cover(wishes, lambda pair: pair != refused)
    held = {pair for row in rows for pair in pairs(row, wishes)}
    assert held == {pair for row in cover(wishes) for pair in pairs(row, wishes)} - {refused}


@given(WITH_A_CHOICE)
def test_of_crossed_wishes_every_combination_is_in_a_row(wishes: dict[str, list[str]]) -> None:
    crossed = list(wishes)[:3]
    rows = cover(wishes, crossed=crossed)
    held = {tuple(row[wish] for wish in crossed) for row in rows}
    assert held == set(product(*(wishes[wish] for wish in crossed)))
    assert rows[: len(cover(wishes))] == cover(wishes)
    assert all(list(row) == list(wishes) for row in rows)


def test_the_matrix_crosses_what_decides_how_a_page_is_tagged() -> None:
    held = {tuple(row[wish] for wish in CROSSED) for row in all_rows()}
    assert held == set(product(*(WISHED[wish] for wish in CROSSED)))


def test_the_matrix_holds_every_pair_that_can_be_had() -> None:
    held = {pair for row in all_rows() for pair in pairs(row, WISHED)}
    every = {pair for row in cover(WISHED) for pair in pairs(row, WISHED)}
    refused = {pair for pair in every if not is_allowed(pair)}
    assert held == every - refused
    assert {dict(pair)["paper"] for pair in refused} == {"a5", "half-letter", "6x9in"}
    assert {dict(pair)["profile"] for pair in refused} == {"large-print"}


@given(WISHES)
def test_it_is_the_same_each_time_and_short(wishes: dict[str, list[str]]) -> None:
    rows = cover(wishes)
    assert rows == cover(wishes)
    assert len(rows) <= prod(len(values) for values in wishes.values())
    assert len({tuple(row.values()) for row in rows}) == len(rows)
