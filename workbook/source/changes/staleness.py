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
    """A part that is changed: where, what the exercise says there now, and what the change makes of it."""

    address: str
    location: Location
    now: Plain
    yours: Plain
    left_out: bool = False


def touches(data: dict[str, Plain], exercise: dict[str, Plain]) -> Iterator[Touch]:
    """Yield every part of an exercise that a change's data touches and that there is."""
    yield from _fields(data.get("set"), exercise, (), ("set",))
    for key, address in (("blocks", "blocks"), ("short_blocks", "short.blocks")):
        for index, entry in enumerate(_list(data.get(key))):
            yield from _block(_dict(entry), exercise, address, (key, index))
    for index, entry in enumerate(_list(data.get("items"))):
        yield from _item(_dict(entry), exercise, ("items", index))


def hold_against(against: Against) -> None:
    """Find what the exercise says in other words now, where the change has its own."""
    exercise = against.before.document.data
    known = against.change.value.was
    for touch in touches(against.change.document.data, exercise):
        if touch.address in known:
            old = known[touch.address]
            if not same(old, touch.now) and not same(touch.now, touch.yours):
                _stale(touch, old, against)
        elif against.newer and not same(touch.now, touch.yours):
            _unknown(touch, against)


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
    yours = "You leave it out." if touch.left_out else f"Yours: {quoted(touch.yours)}."
    against.find(
        Code.WORDS_MOVED_ON,
        touch.location,
        f"`{touch.address}` has changed in {against.name}. It was: {quoted(old)}. "
        f"Now: {quoted(touch.now)}. {yours}",
        f"Yours is taken. `workbook update {_own_id(against)}` goes through it with you.",
        Severity.WARNING,
    )


def _unknown(touch: Touch, against: Against) -> None:
    yours = "You leave it out." if touch.left_out else f"Yours: {quoted(touch.yours)}."
    against.find(
        Code.EARLIER_NOT_KNOWN,
        touch.location,
        f"{against.name} is newer than {against.change.value.version}, for which this was written, and what "
        f"`{touch.address}` said then is not known. Now: {quoted(touch.now)}. {yours}",
        f"Yours is taken. Compare the two, then `workbook update {_own_id(against)}`.",
        Severity.WARNING,
    )


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
            yield Touch(f"{here}.kind", (*location, "reword"), kind, "whatever it was")
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
