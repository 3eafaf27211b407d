"""A block's room to write, in words.

**Why** from the model's fields and not a text for each kind: a new answer kind needs nothing here.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from workbook.model.answers import Block

_SHOWN_ELSEWHERE = {"kind", "id", "label", "prompt", "hint", "text"}


class Room(NamedTuple):
    """The kind with its measures on one line, and what is given to choose from or to begin with."""

    measures: str
    items: tuple[str, ...]


def room(block: Block) -> Room:
    """Return what a block gives room for: only what its file says, not what it leaves out."""
    given = block.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude=_SHOWN_ELSEWHERE)
    measures, items = list[str]([block.kind]), list[str]()
    for key, value in given.items():
        if isinstance(value, list):
            items += [_item(entry) for entry in value]
        elif key != block.kind:
            measures.append(f"{key.replace('_', ' ')}: {_word(value)}")
        else:
            measures[0] = f"{key}: {_word(value)}"
    return Room(" · ".join(measures), tuple(items))


def _item(entry: Any) -> str:
    if isinstance(entry, dict):
        given = {key: value for key, value in entry.items() if value is not None}
        return ", ".join(f"{key}: {_word(value)}" for key, value in given.items()) or "empty"
    return _word(entry)


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
