"""One thing that is wrong with how a text is written."""

from __future__ import annotations

from typing import NamedTuple

from workbook.errors import Code


class Problem(NamedTuple):
    """``words`` are the letters it is about, ``occurrence`` how often they stand in the text before."""

    code: Code
    message: str
    hint: str
    words: str
    occurrence: int = 0
