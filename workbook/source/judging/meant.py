"""Guess which word was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST = 60
_SHOWN = 30


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like this one, if any is like enough."""
    if len(word) > _LONGEST:
        return None
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.7)
    return found[0] if found else None


def hint(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return "Did you mean …?", or else all known words after ``otherwise`` where they are not too many."""
    known = list(known)
    if (like := closest(word, known)) is not None:
        return f"Did you mean `{like}`?"
    shown = ", ".join(f"`{k}`" for k in known[:_SHOWN])
    more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
    return f"{otherwise} {shown}{more}." if known else f"{otherwise} none."
