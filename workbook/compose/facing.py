"""How many pages a therapist's notes on a sheet take, so that the last of them faces the sheet."""

from __future__ import annotations

import re
from math import ceil

from workbook.compose.measures import Measures
from workbook.compose.reader import Reader
from workbook.model.page import POINT, PROFILES, margins

_LETTER = 0.48
"""The width, in ems, of a letter of running text, with what a ragged line leaves over."""
_LEADING = 1.34
_HEAD = 2.5
"""The room around a heading, in millimetres."""
_FULL = (1.11, 1.88)
"""The estimated heights, in pages, that still fit on one page and on two; letters are counted too wide.

Measured with the notes in stock: none is misjudged on A4, Letter, A5, half letter, 6 × 9 and 8.5 × 11 in; on
7 × 10 and 8 × 10 in some that just fill a page are, and then a side stays empty before their sheet.
"""
_PART = re.compile(r"<(h1|h2|p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)
_MARK = re.compile(r"<[^>]+>")


def pages_of_notes(measures: Measures, reader: Reader, markup: str) -> int:
    """Return how many pages notes take; they have a theme's usual sizes and a paper's own margins.

    **Why** an estimate: on which side a section begins is settled before any engine sees it.
    """
    white = margins(reader.paper, PROFILES["standard"])
    width = reader.paper.width - white.inside - white.outside
    size = measures.usual["notes"] * POINT
    height = sum(_height(tag, _MARK.sub("", text), size, width) for tag, text in _PART.findall(markup))
    page = reader.paper.height - white.top - white.bottom
    return 1 + sum(height > page * full for full in _FULL)


def _height(tag: str, text: str, size: float, width: float) -> float:
    lines = ceil(len(text) * _LETTER * size / (width - 4.5 * (tag == "li")))
    return lines * size * _LEADING + _HEAD * tag.startswith("h")
