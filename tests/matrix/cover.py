"""A pairwise cover: few rows in which each value of each wish meets each value of every other.

**Why** our own thirty lines: the packages for it bring solvers and weightings, and their rows change with
their versions; these rows are the same until a wish changes, so that a row's number means something.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, product

Row = dict[str, str]
Pair = tuple[tuple[str, str], tuple[str, str]]


def cover(wishes: Mapping[str, Sequence[str]]) -> list[Row]:
    """Return rows that hold every pair of values of two wishes at least once; greedy, and always the same."""
    missing = {
        ((one, a), (two, b)): None
        for one, two in combinations(wishes, 2)
        for a, b in product(wishes[one], wishes[two])
    }
    rows = list[Row]()
    while missing:
        row = dict(next(iter(missing)))
        for wish in sorted(wishes, key=lambda name: -len(wishes[name])):
            if wish not in row:
                row[wish] = _best(row, wish, missing, wishes)
        for pair in pairs(row, wishes):
            missing.pop(pair, None)
        rows.append({wish: row[wish] for wish in wishes})
    return rows


def pairs(row: Row, wishes: Mapping[str, Sequence[str]]) -> list[Pair]:
    """Return the pairs of values that a row, or a part of one, holds."""
    return [
        ((one, row[one]), (two, row[two])) for one, two in combinations(wishes, 2) if {one, two} <= row.keys()
    ]


def _best(row: Row, wish: str, missing: Mapping[Pair, None], wishes: Mapping[str, Sequence[str]]) -> str:
    """Return the first of the values that bring the most missing pairs into a row."""

    def gain(value: str) -> int:
        return sum(pair in missing and (wish, value) in pair for pair in pairs({**row, wish: value}, wishes))

    return max(wishes[wish], key=gain)
