"""Read a finished PDF's leaves: which sheet stands on each of their sides."""

from __future__ import annotations

import re
from pathlib import Path

from tests.poppler import pages
from workbook.compose.manuscript import Role
from workbook.model.book import Book
from workbook.model.leaf import Leaf

EMPTY = "This side is empty on purpose"


def shared_leaves(pdf: Path, book: Book) -> list[str]:
    """Return every leaf that is taken out although it carries something else, in words."""
    sides = [_who(page.text, book) for page in pages(pdf)]
    sides += [""] * (len(sides) % 2)
    found = []
    for number, (front, back) in enumerate(zip(sides[::2], sides[1::2], strict=True), start=1):
        taken = {
            side for side in (front, back) if side in book.exercises and _leaf(side, book) is not Leaf.KEEP
        }
        others = {front, back} - taken - {""}
        if (taken and others) or len(taken) > 1:
            found.append(f"leaf {number}: {front} | {back}")
        if front == back and _leaf(front, book) is Leaf.SINGLE_SIDED:
            found.append(f"leaf {number}: {front} on both sides")
    return found


def two_empty(pdf: Path) -> list[int]:
    """Return the page numbers at which a second empty side follows a first."""
    empty = [page.number for page in pages(pdf) if EMPTY in page.text]
    return [number for number in empty if number - 1 in empty]


def _leaf(side: str, book: Book) -> Leaf | None:
    return book.exercises[side].leaf if side in book.exercises else None


def _who(text: str, book: Book) -> str:
    """Return whose side it is: an exercise's id, nothing where it is empty, else anything."""
    if EMPTY in text:
        return ""
    feet = (e.id for e in book.exercises.values() if re.search(re.escape(e.title) + r" · \d+ of \d+", text))
    return next(feet, Role.TEXT.value)
