"""The matrix leaves no pair of wishes out, and its rows are always the same."""

from __future__ import annotations

from itertools import combinations, product
from math import prod

from hypothesis import given
from hypothesis import strategies as st

from tests.matrix.cover import cover, pairs

WISHES = st.lists(st.integers(1, 5), min_size=2, max_size=6).map(
    lambda sizes: {f"w{n}": [f"v{value}" for value in range(size)] for n, size in enumerate(sizes)}
)


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


@given(WISHES)
def test_it_is_the_same_each_time_and_short(wishes: dict[str, list[str]]) -> None:
    rows = cover(wishes)
    assert rows == cover(wishes)
    assert len(rows) <= prod(len(values) for values in wishes.values())
    assert len({tuple(row.values()) for row in rows}) == len(rows)
