"""The values that texts may use, as ``{{ practice.name }}`` or ``{{ slot.person | someone }}``."""

from __future__ import annotations

import re

VALUE = re.compile(
    r"\{\{\s*(?P<name>[a-z_]+(?:\.[a-z][a-z0-9_-]*)*)\s*"
    r"(?:\|\s*(?P<otherwise>[^{}|]*?)\s*)?\}\}"
)
"""A value's place in a text, and the words that stand there while it is empty; they may be none."""

NAMES = (
    "practice.name",
    "practice.therapist",
    "practice.credentials",
    "practice.phone",
    "practice.email",
    "practice.website",
    "practice.address",
)
"""All values that a practice has; a text that uses another is a finding.

**Why** none from the workbook: an exercise's sheet depends on nothing but its own inputs.
"""

SLOT = "slot."
"""What the name of a personal value begins with; the rest is the id of a slot that the exercise declares."""


def fit(value: str, before: str, after: str) -> str:
    """Return a value as a sentence takes it up, with the letters that stand around its place.

    It begins with a capital where a sentence does, and gives its own full stop up to the sentence's mark.
    """
    value = " ".join(value.split())
    if after.lstrip("”’\"')")[:1] in {".", ",", ";", ":", "!", "?"}:
        value = value.removesuffix(".")
    opened = before.rstrip(" \n*_“‘\"'(")
    if not opened or opened[-1] in ".!?…":
        value = value[:1].upper() + value[1:]
    return value
