"""What the cells of a PDF's tables say, page by page, read from the tag tree alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from tests.tagtree import kids, texts

CELLS = {"TH", "TD"}


def cells(path: Path, page: int) -> list[str]:
    """Return the words of each cell with words that is tagged on a page, counted from 1."""
    with pikepdf.open(path) as pdf:
        wanted = pdf.pages[page - 1]
        said = texts(wanted)
        found = _cells(pdf.Root.StructTreeRoot.K[0], wanted.obj.objgen)
        words = (" ".join(said[mark] for mark in marks) for marks in found)
        return [" ".join(word.split()) for word in words if word.strip()]


def _cells(element: pikepdf.Object, page: tuple[int, int]) -> Iterator[list[int]]:
    if str(element.S)[1:] in CELLS:
        yield list(_marks(element, page))
        return
    for kid in kids(element):
        if not isinstance(kid, int) and "/S" in kid:
            yield from _cells(kid, page)


def _marks(element: pikepdf.Object, page: tuple[int, int]) -> Iterator[int]:
    for kid in kids(element):
        if isinstance(kid, int):
            if element.Pg.objgen == page:
                yield kid
        elif "/S" in kid:
            yield from _marks(kid, page)
