"""ISBN-13: how one is written, and its check digit (ISO 2108)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Isbn = Annotated[
    str,
    StringConstraints(pattern=r"^97[89]([ -]?[0-9]){10}$", max_length=20),
    BeforeValidator(_as_text, json_schema_input_type=str | int),
]
"""An ISBN of thirteen digits, with hyphens, spaces or neither. **Why** numbers too: YAML reads them so."""


def digits(isbn: str) -> str:
    """Return the digits alone."""
    return "".join(filter(str.isdigit, isbn))


def check_digit(isbn: str) -> int:
    """Return the last digit that belongs to the twelve before it: weights 1 and 3 in turn, up to a ten."""
    return -sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits(isbn)[:12])) % 10


def is_right(isbn: str) -> bool:
    """Tell whether a text is thirteen digits whose last one agrees with the others."""
    found = digits(isbn)
    return len(found) == 13 and found[:3] in {"978", "979"} and check_digit(found) == int(found[12])
