"""What is otherwise in a changed exercise, field by field."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from workbook.errors import Span
from workbook.model.text import Location
from workbook.source.document import Plain, Written


class How(StrEnum):
    """In which way a part is otherwise."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True)
class Difference:
    """A part that is otherwise, what the original says, what yours says, and where yours stands."""

    address: str
    how: How
    original: Plain
    yours: Plain
    span: Span


_ASIDE = {"id", "version", "provenance"}
"""Not differences of the sheet: the program sets them."""


def differences(before: Written, after: Written, change: Written) -> Iterator[Difference]:
    """Yield all differences in the order of the original's fields."""
    for difference in _fields(before.data, after.data, (), after, "", _ASIDE):
        if difference.how is How.REMOVED and (place := _removal(change, difference.address)):
            yield replace(difference, span=change.span(place))
        else:
            yield difference


def _removal(change: Written, address: str) -> Location:
    """Return where a change leaves a block out."""
    *way, name = address.split(".")
    key = "_".join(way)
    entries: Any = change.data.get(key) or []
    found = (i for i, entry in enumerate(entries) if isinstance(entry, dict) and entry.get("remove") == name)
    return next(((key, i, "remove") for i in found), ())


def _fields(
    old: dict[str, Any],
    new: dict[str, Any],
    location: Location,
    after: Written,
    address: str,
    aside: set[str],
) -> Iterator[Difference]:
    for key in dict.fromkeys([*old, *new]):
        if key in aside:
            continue
        here = f"{address}.{key}" if address else key
        one, other, place = old.get(key), new.get(key), (*location, key)
        if isinstance(one, dict) and isinstance(other, dict):
            yield from _fields(one, other, place, after, here, set())
        elif key == "blocks" and isinstance(one, list) and isinstance(other, list):
            yield from _blocks(one, other, place, after, here)
        elif one != other:
            how = How.ADDED if one is None else How.REMOVED if other is None else How.CHANGED
            yield Difference(here, how, one, other, after.span(place))


def _blocks(
    old: list[Any], new: list[Any], location: Location, after: Written, address: str
) -> Iterator[Difference]:
    before, now = {block["id"]: block for block in old}, {block["id"]: block for block in new}
    still = _in_order([name for name in before if name in now], [name for name in now if name in before])
    for name, block in before.items():
        if name not in now:
            yield Difference(f"{address}.{name}", How.REMOVED, block, None, after.span(location))
    order = list(now)
    for index, (name, block) in enumerate(now.items()):
        here, place = f"{address}.{name}", (*location, index)
        if name not in before:
            yield Difference(here, How.ADDED, None, block, after.span(place))
            continue
        if name not in still:
            beside = f"after {order[index - 1]}" if index else "first"
            yield Difference(here, How.MOVED, None, beside, after.span(place))
        yield from _fields(before[name], block, place, after, here, {"id"})


def _in_order(old: list[str], new: list[str]) -> set[str]:
    """Return the names that stand in the same order in both lists: all others have moved."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return {old[block.a + i] for block in matcher.get_matching_blocks() for i in range(block.size)}
