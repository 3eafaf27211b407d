"""Find words that other words, or a box set over them, make hard to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

_X_HEIGHT = 0.45
"""The height, in ems, of the body of a line's letters: lines may stand as close as their extenders touch."""
_TOUCH = 1.0
"""CSS pixels by which neighbours may reach into each other: rounding, slanted letters."""


@dataclass(frozen=True)
class _Mark:
    """What is seen of a box: its edges in CSS pixels, its words or none.

    ``own`` is the identity of a ground, ``within`` are those of the grounds that it lies in.
    """

    top: float
    bottom: float
    left: float
    right: float
    words: str
    within: frozenset[int]
    own: int = 0


def collisions(page: Any) -> Iterator[tuple[str, str]]:
    """Yield each words on a page that something stands on, with the words of that, empty for a bare box."""
    marks = sorted(_marks(page, frozenset()), key=lambda mark: mark.top)
    for place, mark in enumerate(marks):
        for other in _beside(mark, marks[place + 1 :]):
            words = sorted((mark, other), key=lambda one: -len(one.words))
            yield words[0].words, words[1].words


def _beside(mark: _Mark, below: Sequence[_Mark]) -> Iterator[_Mark]:
    for other in below:
        if other.top >= mark.bottom - _TOUCH:
            return
        across = min(mark.right, other.right) - max(mark.left, other.left)
        apart = mark.own not in other.within and other.own not in mark.within
        if across > _TOUCH and (mark.words or other.words) and apart:
            yield other


def _marks(box: Any, grounds: frozenset[int]) -> Iterator[_Mark]:
    """Yield words, and boxes with a ground or an edge that are set over what is there."""
    for child in getattr(box, "children", ()):
        real = child._box if isinstance(child, AbsolutePlaceholder) else child
        inside = grounds
        if isinstance(real, boxes.TextBox):
            if real.text.strip():
                yield _word(real, grounds)
        elif isinstance(child, AbsolutePlaceholder) and _covers(real):
            inside = grounds | {id(real)}
            yield _ground(real, grounds)
        yield from _marks(real, inside)


def _covers(box: Any) -> bool:
    return isinstance(box, boxes.BlockContainerBox) and box.style["background_color"].alpha > 0


def _word(box: Any, grounds: frozenset[int]) -> _Mark:
    bottom = box.position_y + box.baseline
    top = bottom - _X_HEIGHT * box.style["font_size"]
    return _Mark(top, bottom, box.position_x, box.position_x + box.width, box.text.strip(), grounds)


def _ground(box: Any, grounds: frozenset[int]) -> _Mark:
    left, top = box.border_box_x(), box.border_box_y()
    return _Mark(top, top + box.border_height(), left, left + box.border_width(), "", grounds, id(box))
