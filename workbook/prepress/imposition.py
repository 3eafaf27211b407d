"""Which page stands where on the sheets of a booklet that is folded and stapled once through the middle."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Side:
    """One side of a sheet: the numbers of its two pages, counted from 1; 0 is an empty one."""

    left: int
    right: int


def saddle_stitch(count: int) -> tuple[Side, ...]:
    """Return the sides in the order of printing: each sheet's front, then its back, the outermost first.

    The pages are padded at the end to a multiple of four; a sheet holds four.

    Raises:
        ValueError: there is no page to impose.
    """
    if count < 1:
        raise ValueError("a booklet needs at least one page")
    padded = -(-count // 4) * 4

    def page(number: int) -> int:
        return number if number <= count else 0

    sides = []
    for sheet in range(padded // 4):
        low, high = 2 * sheet + 1, padded - 2 * sheet
        sides += [Side(page(high), page(low)), Side(page(low + 1), page(high - 1))]
    return tuple(sides)
