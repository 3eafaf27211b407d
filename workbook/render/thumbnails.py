"""Small pictures of a PDF's pages. The only place that knows PDFium.

**Why** pypdfium2: its wheels bring PDFium itself, so that nothing has to be installed beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pypdfium2
from PIL import Image

WIDTH = 360
"""Pixels; twice the size at which the catalogue shows it, for fine screens."""

FOOT = 250
"""Letters that a head and a foot may have together."""


def thumbnail(pdf: bytes) -> bytes:
    """Return the first page as a PNG picture in 32 colours, about 12 KB."""
    return thumbnails(pdf, [1], WIDTH)[0]


def worded_pages(pdf: bytes) -> list[int]:
    """Return the numbers of the pages that hold more than a foot, counted from 1; the first is always one."""
    with pypdfium2.PdfDocument(pdf) as document:
        letters = [page.get_textpage().count_chars() for page in document]
    return [number for number, count in enumerate(letters, start=1) if number == 1 or count > FOOT]


def thumbnails(pdf: bytes, numbers: Sequence[int], width: int) -> list[bytes]:
    """Return some pages, counted from 1, as PNG pictures in 32 colours, ``width`` pixels wide."""
    pictures = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number in numbers:
            page = document[number - 1]
            picture = page.render(scale=width / page.get_width()).to_pil()
            out = BytesIO()
            picture.quantize(colors=32, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
            pictures.append(out.getvalue())
    return pictures
