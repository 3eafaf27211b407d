"""How near the words of a finished PDF come to the edges of its pages.

**Why** PDFium: it knows the shapes of the letters, and so where ink really is; the operators alone say where
a word begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from pathlib import Path

import pikepdf
import pypdfium2

from workbook.model.page import POINT


@dataclass(frozen=True)
class Edges:
    """The white between a page's edges and its words, in millimetres; without words there is no end to it."""

    left: float = inf
    right: float = inf
    top: float = inf
    bottom: float = inf


def read_edges(path: Path) -> list[Edges]:
    """Return the white of each page.

    Raises:
        pikepdf.PdfError: the file is no PDF that can be read.
    """
    try:
        with pypdfium2.PdfDocument(path) as document:
            return [_edges(page) for page in document]
    except pypdfium2.PdfiumError as reason:
        raise pikepdf.PdfError(str(reason)) from reason


def _edges(page: pypdfium2.PdfPage) -> Edges:
    width, height = page.get_size()
    words = page.get_textpage()
    boxes = [words.get_rect(number) for number in range(words.count_rects())]
    if not boxes:
        return Edges()
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    whites = (min(lefts), width - max(rights), height - max(tops), min(bottoms))
    return Edges(*(white * POINT for white in whites))
