"""Where in a theme's files something stands that an engine found in the stylesheet."""

from __future__ import annotations

import re

from workbook.compose.manuscript import Manuscript
from workbook.errors import Span

_AT = re.compile(r" at (\d+):\d+")
_SELECTOR = re.compile(r"^Invalid or unsupported selector,? '(.+?)'")


def place_of_warning(manuscript: Manuscript, warning: str, lines_before: int = 0) -> Span | None:
    """Return the place that an engine's warning is about, if it says one.

    ``lines_before`` are those that the engine read before the manuscript's stylesheet.
    """
    if match := _AT.search(warning):
        return _place(manuscript, int(match[1]) - lines_before)
    if match := _SELECTOR.match(warning):
        return place_of_words(manuscript, match[1].strip())
    return None


def place_of_words(manuscript: Manuscript, words: str) -> Span | None:
    """Return the first place in the theme's stylesheets where words stand.

    **Why** the last file first: what is wrong is more often in a theme of one's own than in the base.
    """
    if not manuscript.style_places:  # the stylesheet comes from no file
        return None
    lines = manuscript.stylesheet.splitlines()
    ends = [*(line for line, _ in manuscript.style_places[1:]), len(lines) + 1]
    for (first, _), end in reversed([*zip(manuscript.style_places, ends, strict=True)]):
        for number in range(first, end):
            if words in lines[number - 1]:
                return _place(manuscript, number)
    return None


def _place(manuscript: Manuscript, line: int) -> Span | None:
    before = [(first, path) for first, path in manuscript.style_places if first <= line]
    if not before:
        return None
    first, path = before[-1]
    return Span(path, line - first + 1)
