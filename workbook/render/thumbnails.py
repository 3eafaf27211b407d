"""Small pictures of a PDF's first page. The only place that knows PDFium.

**Why** pypdfium2: its wheels bring PDFium itself, so that nothing has to be installed beside it.
"""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from PIL import Image

WIDTH = 360
"""Pixels; twice the size at which the catalogue shows it, for fine screens."""


def thumbnail(pdf: bytes) -> bytes:
    """Return the first page as a PNG picture in 32 colours, about 12 KB."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil()
    out = BytesIO()
    picture.quantize(colors=32, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
