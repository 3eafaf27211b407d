"""Character positions → lines and columns, as an editor counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

from workbook.errors import Span

_BREAK = re.compile(r"\r\n|\r|\n")


class Places:
    """The lines of one text.

    **Why** not the line numbers in YAML's marks: YAML 1.1 also breaks lines at U+0085, U+2028 and U+2029,
    which come along with pasted text and which editors do not count.
    """

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._length = len(text)
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def span(self, index: int) -> Span:
        """Return the place of the character at ``index``; past the end means the end."""
        index = max(0, min(index, self._length))
        line = bisect_right(self._starts, index)
        return Span(self._path, line, index - self._starts[line - 1] + 1)
