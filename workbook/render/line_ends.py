"""Let words stand on a line whose width they fill but for the space after them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import inline as engine

_COLLAPSING = ("normal", "pre-line")
"""The kinds of white space that break lines and drop a space at their end."""
_LETTERS_AN_EM = 4
"""More of them than this do not stand on a line: the engine's own measure."""


@contextmanager
def spaces_hang() -> Iterator[None]:
    """Let the space before another element, or at the end of a paragraph, hang over the line's edge.

    **Why**: WeasyPrint 70 counts that space, finds the line too wide, and sets its first word on a line of
    its own. It lets a space hang only where the same text goes on behind it.
    """
    split_first_line = engine.split_first_line

    def split(text: str, style: Any, context: Any, max_width: Any, *more: Any, **named: Any) -> Any:
        found = split_first_line(text, style, context, max_width, *more, **named)
        words = text.rstrip(" ")
        if words == text or found[2] is None or not _may_fit(words, style, max_width):
            return found
        whole = split_first_line(words, style, context, max_width, *more, **named)
        if whole[2] is not None or whole[3] > max_width:
            return found
        layout, length, _, *size = whole
        return layout, length, len(text.encode()), *size

    engine.split_first_line = split
    try:
        yield
    finally:
        engine.split_first_line = split_first_line


def _may_fit(words: str, style: Any, max_width: Any) -> bool:
    if not words or max_width is None or style["white_space"] not in _COLLAPSING:
        return False
    return bool(len(words) * style["font_size"] <= max_width * _LETTERS_AN_EM)
