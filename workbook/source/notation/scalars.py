"""What a bare word in YAML means: after YAML 1.2's core schema, and dates.

**Why** not PyYAML's own (YAML 1.1): there ``no`` and ``on`` are false and true, ``0800`` is a number of
another base and ``9:30`` is 570. A country called ``no`` and a telephone number have to stay what they are.
"""

from __future__ import annotations

import datetime as dt
import re

Scalar = str | int | float | bool | dt.date | None

_WORDS: dict[str, bool | None] = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    "null": None,
    "Null": None,
    "NULL": None,
    "~": None,
    "": None,
}
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})", re.ASCII)
"""No sign in front but minus, no zero in front: ``+44`` and ``0800`` begin telephone numbers."""
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def resolve(text: str) -> Scalar:
    """Return the value of a plain (unquoted) scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:  # no such day; the model says so where it wants a date
            return text
    return text
