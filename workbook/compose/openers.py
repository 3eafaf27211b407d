"""How much air a part's opener has: whatever the paper and the reader, it lists its sheets on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from workbook.compose.listing import Sheet
from workbook.compose.measures import Measures
from workbook.model.page import POINT
from workbook.model.workbook import Part

_LETTER = 0.47
"""An average letter's width, in ems, with what a ragged line leaves over."""
_TITLE, _INTRO, _LIST = 128, 118, 118
"""The narrowest that a stock theme sets these in, in millimetres."""
_CROWDED_INTRO, _CROWDED_LIST = 130, 140
"""The same for a crowded opener."""


@dataclass(frozen=True)
class Opener:
    """How a part opens: a crowded one has a small ornament and a close list."""

    crowded: bool
    ornament: bool = True
    purposes: bool = True
    """Whether it says what each sheet is for; that stands on the sheet too."""


AIRY = Opener(crowded=False)
_WAYS = (
    AIRY,
    Opener(crowded=True),
    Opener(crowded=True, ornament=False),
    Opener(crowded=True, purposes=False),
    Opener(crowded=True, ornament=False, purposes=False),
)


def opener(part: Part, sheets: Sequence[Sheet], measures: Measures) -> Opener:
    """Return the airiest opener that keeps a part to one page.

    **Why** an estimate: the markup is made before any engine sees it. It takes the roomiest of the stock
    themes, so that it errs on the side of too little on the page.
    """
    fitting = (way for way in _WAYS if _height(part, sheets, measures, way) <= measures.height)
    return next(fitting, _WAYS[-1])


def _height(part: Part, sheets: Sequence[Sheet], measures: Measures, way: Opener) -> float:
    """Return about how tall an opener is, in millimetres."""
    crowded = way.crowded
    sizes = {name: size * POINT for name, size in measures.sizes.items()}
    width, leading = measures.width, measures.leading

    def lines(text: str, size: str, most: float) -> int:
        return ceil(len(text) * _LETTER * sizes[size] / min(most, width))

    large = max(0.304 * width + 0.1 * measures.height, 0.36 * width)
    ornament = way.ornament * (0.2 * width + 8 if crowded else large)
    kicker = 1 + sizes["lead"] * leading
    title = 7 + lines(part.title, "part", _TITLE) * sizes["part"] * 1.2
    intro = 8 + lines(part.intro, "lead", _CROWDED_INTRO if crowded else _INTRO) * sizes["lead"] * leading
    entries = 0.08 * width
    for sheet in sheets:
        entries += (2.4 if crowded else 4.4) + 0.8 + max(sizes["lead"] * 1.2, sizes["body"] * leading)
        if way.purposes:
            purpose = lines(sheet.purpose, "body", _CROWDED_LIST if crowded else _LIST)
            entries += purpose * sizes["body"] * 1.35
    return ornament + kicker + title + intro + entries
