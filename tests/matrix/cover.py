"""A pairwise cover: few rows in which each value of each wish meets each value of every other.

**Why** our own forty lines: the packages for it bring solvers and weightings, and their rows change with
their versions; these rows are the same until a wish changes, so that a row's number means something.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, product

Row = dict[str, str]
Pair = tuple[tuple[str, str], tuple[str, str]]


def _any(_: Pair) -> bool:
    return True


def cover(
    wishes: Mapping[str, Sequence[str]],
    allowed: Callable[[Pair], bool] = _any,
    crossed: Sequence[str] = (),
) -> list[Row]:
    """Return rows that hold every allowed pair of values of two wishes; greedy, and always the same.

    Of the ``crossed`` wishes every combination is in a row, not only every pair.
    No row holds a pair that is not allowed. Each value needs one of every other wish that it may meet, and
    these must be able to meet each other; an assertion fails where they cannot.
    """
    missing = {
        ((one, a), (two, b)): None
        for one, two in combinations(wishes, 2)
        for a, b in product(wishes[one], wishes[two])
        if allowed(((one, a), (two, b)))
    }
    rows = list[Row]()

    def add(row: Row) -> None:
        for wish in sorted(wishes, key=lambda name: -len(wishes[name])):
            if wish not in row:
                row[wish] = _best(missing, _left(row, wish, wishes, allowed))
        for pair in pairs(row, wishes):
            missing.pop(pair, None)
        rows.append({wish: row[wish] for wish in wishes})

    while missing:
        add(dict(next(iter(missing))))
    for values in product(*(wishes[wish] for wish in crossed)):
        together = dict(zip(crossed, values, strict=True))
        if not any(together.items() <= row.items() for row in rows):
            add(together)
    return rows


def pairs(row: Row, wishes: Mapping[str, Sequence[str]]) -> list[Pair]:
    """Return the pairs of values that a row, or a part of one, holds."""
    return [
        ((one, row[one]), (two, row[two])) for one, two in combinations(wishes, 2) if {one, two} <= row.keys()
    ]


def _left(
    row: Row, wish: str, wishes: Mapping[str, Sequence[str]], allowed: Callable[[Pair], bool]
) -> dict[str, list[Pair]]:
    """Return the values of a wish that a row allows, each with the pairs that it brings."""
    brought = {
        value: [pair for pair in pairs({**row, wish: value}, wishes) if (wish, value) in pair]
        for value in wishes[wish]
    }
    return {value: new for value, new in brought.items() if all(map(allowed, new))}


def _best(missing: Mapping[Pair, None], values: Mapping[str, list[Pair]]) -> str:
    """Return the first of the values that bring the most missing pairs into a row."""
    return max(values, key=lambda value: sum(pair in missing for pair in values[value]))
