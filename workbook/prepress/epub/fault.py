"""Something wrong with a book, before it has a place on the disk."""

from __future__ import annotations

from typing import NamedTuple

from workbook.errors import Code


class Fault(NamedTuple):
    """A finding about a book; the message names the file within it."""

    code: Code
    message: str
    hint: str
