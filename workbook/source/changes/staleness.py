"""Hold a change against a newer version of its exercise: what changed there where it is changed here.

**Why** the words of old stand in the change's own file, under ``was``: it goes where the file goes, works for
exercises that are not ours, and a therapist can read it. Keeping all earlier texts in the program would not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbook.errors import Code, Severity
from workbook.model.text import Location
from workbook.source.changes.addresses import value_at
from workbook.source.changes.against import Against, quoted
from workbook.source.changes.items import position
from workbook.source.document import Plain


@dataclass(frozen=True)
class Touch:
    """A part that is changed: where, what the exercise says there now, and what the change makes of it.

    ``aside`` is a part that the change only stands on: its block's kind, when it sets the room.
    """

    address: str
    location: Location
    now: Plain
    yours: Plain
    left_out: bool = False
    aside: bool = False


def touches(data: dict[str, Plain], exercise: dict[str, Plain]) -> Iterator[Touch]:
    """Yield every part of an exercise that a change's data touches and that there is."""
    yield from _fields(data.get("set"), exercise, (), ("set",))
    for key, address in (("blocks", "blocks"), ("short_blocks", "short.blocks")):
        for index, entry in enumerate(_list(data.get(key))):
            yield from _block(_dict(entry), exercise, address, (key, index))
    for index, entry in enumerate(_list(data.get("items"))):
        yield from _item(_dict(entry), exercise, ("items", index))


@dataclass(frozen=True)
class Moved:
    """A part that says something else now than when it was changed; ``known`` tells if ``was`` is known."""

    touch: Touch
    was: Plain
    known: bool


def moved(against: Against) -> Iterator[Moved]:
    """Yield what the exercise says in other words now, or may, where the change has its own."""
    noted = against.change.value.was
    for touch in touches(against.change.document.data, against.before.document.data):
        if same(touch.now, touch.yours):
            continue
        if touch.address in noted:
            if not same(noted[touch.address], touch.now):
                yield Moved(touch, noted[touch.address], known=True)
        elif against.newer and not touch.aside:
            yield Moved(touch, None, known=False)


def hold_against(against: Against) -> None:
    """Find where the exercise has moved on under the change."""
    for found in moved(against):
        if found.known:
            _stale(found.touch, found.was, against)
        else:
            _unknown(found.touch, against)


def unlike(one: Plain, other: Plain) -> tuple[Plain, Plain]:
    """Return two values, of two groups of keys only what differs."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return one, other
    keys = [key for key in {**one, **other} if not same(one.get(key), other.get(key))]
    return {key: one.get(key) for key in keys}, {key: other.get(key) for key in keys}


def same(one: Plain, other: Plain) -> bool:
    """Tell whether two values say the same, however their lines are broken."""
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    return one == other


def _stale(touch: Touch, old: Plain, against: Against) -> None:
    old, now = unlike(old, touch.now)
    against.find(
        Code.WORDS_MOVED_ON,
        touch.location,
        f"`{touch.address}` has changed in {against.name}. It was: {quoted(old)}. "
        f"Now: {quoted(now)}. {_yours(touch)}",
        f"Yours is taken. `workbook update {_own_id(against)}` goes through it with you.",
        Severity.WARNING,
    )


def _unknown(touch: Touch, against: Against) -> None:
    against.find(
        Code.EARLIER_NOT_KNOWN,
        touch.location,
        f"{against.name} is newer than {against.change.value.version}, for which this was written, and what "
        f"`{touch.address}` said then is not known. Now: {quoted(touch.now)}. {_yours(touch)}",
        f"Yours is taken. Compare the two, then `workbook update {_own_id(against)}`.",
        Severity.WARNING,
    )


def _yours(touch: Touch) -> str:
    if touch.aside:
        return "Look whether what you set there still fits."
    return "You leave it out." if touch.left_out else f"Yours: {quoted(touch.yours)}."


def _own_id(against: Against) -> str:
    return against.change.value.id or against.change.value.of


def _fields(values: Plain, exercise: Plain, way: tuple[str, ...], location: Location) -> Iterator[Touch]:
    for key, value in _dict(values).items():
        here, there = (*way, key), (*location, key)
        address = ".".join(here)
        now = value_at(exercise, address)
        if isinstance(value, dict) and isinstance(now, dict):
            yield from _fields(value, exercise, here, there)
        elif value is not None:
            yield Touch(address, there, now, value)


def _block(entry: dict[str, Any], exercise: Plain, address: str, location: Location) -> Iterator[Touch]:
    if "remove" in entry:
        here = f"{address}.{entry['remove']}"
        if (now := value_at(exercise, here)) is not None:
            yield Touch(here, (*location, "remove"), now, None, left_out=True)
    elif "reword" in entry:
        here = f"{address}.{entry['reword']}"
        if (now := value_at(exercise, here)) is None:
            return
        fields = {key: value for key, value in entry.items() if key not in ("reword", "without")}
        if "kind" not in fields and not fields.keys() <= {"label", "prompt", "hint"}:
            kind = _dict(now).get("kind")
            yield Touch(f"{here}.kind", (*location, "reword"), kind, None, aside=True)
        for key, value in fields.items():
            yield Touch(f"{here}.{key}", (*location, key), _dict(now).get(key), value)
        for index, key in enumerate(_list(entry.get("without"))):
            was = _dict(now).get(str(key))
            yield Touch(f"{here}.{key}", (*location, "without", index), was, None, left_out=True)


def _item(entry: dict[str, Any], exercise: Plain, location: Location) -> Iterator[Touch]:
    what = next((key for key in ("replace", "drop") if key in entry), None)
    if what is None:
        return
    items = _list(value_at(exercise, str(entry.get("in"))))
    found = position(items, str(entry[what]))
    if len(found) == 1:
        words = " ".join(str(entry[what]).split())
        yours = entry.get("with")
        yield Touch(
            f"{entry.get('in')} > {words}", (*location, what), items[found[0]], yours, left_out=what == "drop"
        )


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
