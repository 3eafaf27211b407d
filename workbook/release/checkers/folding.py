"""Tell the faults against one rule in one line."""

from __future__ import annotations

from collections.abc import Hashable, Iterable


def fold(said: Iterable[tuple[Hashable, str]]) -> list[str]:
    """Return what was said first against each rule, with the number of further places.

    **Why**: one letter that a font lacks is a fault at every place where it stands, and thirty lines about it
    hide the one beside them. What was said twice of the same place is one.
    """
    kept: dict[Hashable, dict[str, None]] = {}
    for rule, words in said:
        kept.setdefault(rule, {})[words] = None
    return [_with_count(*places) for places in kept.values()]


def _with_count(first: str, *others: str) -> str:
    if not others:
        return first
    places = "1 more place" if len(others) == 1 else f"{len(others)} more places"
    return f"{' '.join(first.split())} (and {places})"
