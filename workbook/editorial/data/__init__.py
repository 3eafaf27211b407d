"""Lists of words that the rules go by, one word a line; a line that begins with # is a note."""

from __future__ import annotations

from pathlib import Path


def listed(name: str) -> frozenset[str]:
    """Return the words of a list."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
