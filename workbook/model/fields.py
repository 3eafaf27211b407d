"""The places of an answer that can be typed in or ticked, where the page is filled in on a screen.

**Why** with the answer kinds and not in the templates: a field's name is what a filled page is read back
by, so it stays the same in every theme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

CONTINUED = "more"
"""Names what goes on over the page: ``more-2``."""
OWN = "own-words-"
"""Names the room for own words beside an option, before its number."""
ANSWER_END = ": "
"""Stands in a label after the answer's own."""
WORDS_END = "; "
"""Stands in a label between the words that tell a field from the others."""


Given = Callable[[str | None], bool]
"""Tells whether a text has words, once a client's slots are filled."""


class FieldKind(StrEnum):
    """What is done in a field."""

    LINES = "lines"
    """Text in several lines, in room that has no edge of its own."""
    SPACE = "space"
    """Text in several lines, within an edge that the page draws: a cell, a frame."""
    LINE = "line"
    """Text in one line, above a rule."""
    GROWING = "growing"
    """The same, or text in several lines where the page has room for several rules."""
    TICK = "tick"
    """A box to tick."""
    POINT = "point"
    """One of a scale's numbers, each in a ring."""
    OPTION = "option"
    """One of several options, each with a round box."""


@dataclass(frozen=True)
class Choice:
    """One of those that a field offers: its name, and its words as Markdown."""

    name: str
    words: str


@dataclass(frozen=True)
class FormField:
    """One field of an answer.

    ``part`` names it within the answer and is empty where the answer is this field; ``words`` tell it from
    the answer's other fields, as Markdown: a row and a column, an option.
    """

    kind: FieldKind
    part: str = ""
    words: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()


def points(numbers: Iterable[int], low: str, high: str) -> tuple[Choice, ...]:
    """Return a scale's numbers as choices; the ends say what they mean."""
    names = [str(number) for number in numbers]
    ends = {names[0]: low, names[-1]: high}
    return tuple(Choice(name, f"{name}, {ends[name]}" if name in ends else name) for name in names)
