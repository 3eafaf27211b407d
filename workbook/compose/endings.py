"""Where the end of a sheet may part from its last answer.

**Why** at all: answer, counsel and the line to bring stand together, so that no sheet ends on a nearly empty
page. In large print on a small page they are taller than one; held together, they would leave the answer
before them nearly alone. Then each part goes on a page of its own where it fills enough of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from workbook.compose.measures import Measures
from workbook.compose.reader import Reader
from workbook.model.answers import CardsAnswer
from workbook.model.exercise import BRING, Exercise, Short
from workbook.model.page import POINT, margins
from workbook.model.workbook import Variant

_AFTER_LEAST, _ENDING_LEAST = 1 / 3, 1 / 4
"""The shares of a page that the counsel with all below it, and the line to bring with all below it, must fill
to begin one; a short sheet's counsel and close are like the latter. They are more than the fifth under which
a page looks like a mistake."""
_LETTER = 0.44
"""The width, in ems, of a letter of running text; rather too little, so that heights are not overrated."""
_COLUMN = 0.475
"""What each of the two columns of counsel has of the text's width."""
_PANEL = (10.0, 6.0)
"""What the panel of the line to bring takes across and down, in millimetres."""


@dataclass(frozen=True)
class Parting:
    """Whether the counsel, and the line to bring, may begin a page."""

    after: bool
    ending: bool


def parting(measures: Measures, reader: Reader, exercise: Exercise, variant: Variant) -> Parting:
    """Return how the end of a sheet may part; it depends on its own words and on the paper alone.

    The page is a book's. A handout's, with the crisis line at its foot, is no higher and so no emptier.
    """
    white = margins(reader.paper, reader.profile)
    page = reader.paper.height - white.top - white.bottom
    if variant is Variant.SHORT:
        return Parting(_short(measures, exercise.short) >= page * _ENDING_LEAST, ending=False)
    ending = _ending(measures, exercise)
    after = _after(measures, exercise) + ending
    return Parting(after >= page * _AFTER_LEAST, ending >= page * _ENDING_LEAST)


def _short(measures: Measures, short: Short) -> float:
    """Return the least height of a short sheet's counsel and close."""
    heading = measures.sizes["body"] * POINT * 1.2
    return heading + sum(_height(measures, text, measures.width) for text in _words_after(short))


def _words_after(short: Short) -> Iterator[str]:
    yield short.too_much
    if not _has_cards(short.blocks):
        yield short.close


def _has_cards(blocks: Iterable[object]) -> bool:
    """Tell whether a sheet ends with cards, which take its close along to their leaf."""
    return any(isinstance(block, CardsAnswer) for block in blocks)


def _after(measures: Measures, exercise: Exercise) -> float:
    """Return the least height of the counsel: two texts below or beside each other, or one."""
    alone = exercise.hides("share")
    stacked = alone or not measures.counsel_in_columns
    width = measures.width * (1 if stacked else _COLUMN)
    texts = [exercise.too_much] if alone else [exercise.too_much, exercise.share]
    heights = [_height(measures, text, width) + measures.sizes["body"] * POINT * 1.2 for text in texts]
    return sum(heights) if stacked else max(heights)


def _ending(measures: Measures, exercise: Exercise) -> float:
    """Return the least height of what follows the counsel."""
    close = 0 if _has_cards(exercise.blocks) else _height(measures, exercise.close, measures.width)
    if exercise.hides(BRING):
        return close
    across, down = _PANEL
    heading = measures.sizes["heading"] * POINT * 1.2
    asked = _height(measures, exercise.bring, measures.width - across)
    return heading + asked + measures.pitch + down + close


def _height(measures: Measures, text: str, width: float) -> float:
    size = measures.sizes["body"] * POINT
    return ceil(len(text) * _LETTER * size / width) * size * measures.leading
