"""Addresses of an exercise's parts: ``title``, ``notes.why``, ``blocks.my-limit.prompt``."""

from __future__ import annotations

from typing import Any

from workbook.model.text import Location
from workbook.source.document import Plain


def location_of(data: Plain, address: str) -> Location:
    """Return the keys and positions that lead to a part, blocks by their ids; nothing where there is none."""
    found: list[int | str] = []
    here = data
    for part in address.split("."):
        if isinstance(here, dict) and part in here:
            found.append(part)
            here = here[part]
            continue
        blocks = here if isinstance(here, list) else []
        index = next((i for i, b in enumerate(blocks) if isinstance(b, dict) and b.get("id") == part), None)
        if index is None:
            return ()
        found.append(index)
        here = blocks[index]
    return tuple(found)


def value_at(data: Plain, address: str) -> Plain:
    """Return what stands at an address; null where there is nothing."""
    location = location_of(data, address)
    here: Any = data
    for part in location:
        here = here[part]
    return here if location else None
