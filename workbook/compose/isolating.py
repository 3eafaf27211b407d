"""Helplines keep their own order on pages that are read from the right.

**Why**: between groups of digits there is a space, and on such a page the groups would change places: 116 123
would be read, and called, as 123 116. The signs are those of the Unicode Bidirectional Algorithm (UAX 9).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from workbook.model.crisis import CrisisCountry, CrisisLine

FROM_LEFT, AS_WRITTEN, END = "\u2066", "\u2068", "\u2069"
"""Begin a piece that runs from the left; one that runs as its first letter does; the end of either."""
Direction = Literal["ltr", "rtl"]


def from_left(text: str, direction: Direction) -> str:
    """Return a number for a page, in the order in which it is dialled."""
    return f"{FROM_LEFT}{text}{END}" if direction == "rtl" else text


def as_written(text: str, direction: Direction) -> str:
    """Return words in another language for a page, in the order of that language."""
    return f"{AS_WRITTEN}{text}{END}" if direction == "rtl" else text


def isolated(countries: Sequence[CrisisCountry], direction: Direction) -> list[CrisisCountry]:
    """Return the countries with every number and every service's words in their own order."""
    return [
        country.model_copy(
            update={
                "name": as_written(country.name, direction),
                "emergency": from_left(country.emergency, direction),
                "lines": tuple(_isolated(line, direction) for line in country.lines),
            }
        )
        for country in countries
    ]


def _isolated(line: CrisisLine, direction: Direction) -> CrisisLine:
    """Return a service; its hours and the note after them are one sentence after the other, so one piece."""
    if direction == "ltr":
        return line
    hours = f"{AS_WRITTEN}{line.hours}" if line.note else as_written(line.hours, direction)
    return line.model_copy(
        update={
            "name": as_written(line.name, direction),
            "phone": line.phone and from_left(line.phone, direction),
            "text": line.text and from_left(line.text, direction),
            "hours": hours,
            "note": line.note and f"{line.note}{END}",
        }
    )
