"""Which fonts of a PDF are not in the file."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

_PARTS = ("/CIDFontType0", "/CIDFontType2")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts_left_out(pdf: pikepdf.Pdf) -> list[str]:
    """Return the names of the fonts that the file names without bringing them."""
    left_out = set()
    for font in _fonts(pdf):
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = inner.get("/FontDescriptor")
        is_drawn = font.get("/Subtype") == "/Type3"
        if not is_drawn and (descriptor is None or not any(name in descriptor for name in _FILES)):
            left_out.add(str(font.get("/BaseFont", "without a name")).lstrip("/"))
    return sorted(left_out)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for thing in pdf.objects:
        is_font = isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        if is_font and str(thing.get("/Subtype")) not in _PARTS:
            yield thing
