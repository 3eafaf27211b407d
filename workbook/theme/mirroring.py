"""Stylesheets for paper that is read from the right: what was on the left is on the right.

**Why** not the properties of CSS that go by the direction of reading: WeasyPrint lets them win whatever comes
later, so that a theme could no longer take away what it builds on.
"""

from __future__ import annotations

import re

_OTHER = {"left": "right", "right": "left"}
_PAGES = re.compile(r"(@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\})")
"""Rules for whole pages; a sheet of paper has its binding side, not the reader's."""
_NAMES = re.compile(
    r"(?<![\w@:-])((?:padding-|margin-|border-)?)(left|right)(?=(?:-(?:width|style|color))?\s*:)"
)
_VALUES = re.compile(r"(\b(?:text-align|float|clear|object-position)\s*:\s*)(left|right)\b")
_FOUR = re.compile(r"(\b(?:margin|padding)\s*:\s*)" + r"\s+".join([r"([^\s;{}()]+)"] * 4) + r"(?=\s*[;}])")


def mirror(css: str) -> str:
    """Return a print stylesheet with left and right changed over; lines stay where they are."""
    parts = _PAGES.split(css)
    return "".join(part if odd % 2 else _mirrored(part) for odd, part in enumerate(parts))


def _mirrored(css: str) -> str:
    css = _NAMES.sub(lambda found: found[1] + _OTHER[found[2]], css)
    css = _VALUES.sub(lambda found: found[1] + _OTHER[found[2]], css)
    return _FOUR.sub(r"\1\2 \5 \4 \3", css)
