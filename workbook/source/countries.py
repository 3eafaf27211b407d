"""Whose crisis lines are printed where nobody chooses, and in which order."""

from __future__ import annotations

from collections.abc import Iterable

_FIRST = ("us", "uk", "ie", "ca", "au", "nz")
_POINTER = "international"
"""Not a country: where to look for one's own. It has its place on a workbook's crisis page."""


def all_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the countries among some names, those most asked for first."""
    return tuple(
        sorted(
            (name for name in names if name != _POINTER),
            key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name),
        )
    )
