"""The font that typed words are shown in, with all its letters.

**Why** a font of its own: those on the page hold only the letters that stand there, and nobody knows what a
person will type.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from workbook.errors import Code, Diagnostic, FindingsError

NONSYMBOLIC = 1 << 5
"""Flag of a font whose letters are those of a language (ISO 32000-1, 9.8.2)."""
STEM = 80
"""Width of an upright stroke, in thousandths; viewers use it only for a font that they have to replace."""
_AT_ONCE = 100
"""Entries of one block of a ToUnicode map (ISO 32000-1, 9.10.3)."""


def embed_font(pdf: pikepdf.Pdf, path: Path) -> pikepdf.Object:
    """Put a TrueType font with all its letters into a PDF and return it (ISO 32000-1, 9.7).

    Its codes are glyph numbers; the ToUnicode map leads a viewer from what is typed to them, and back.

    Raises:
        FindingsError: the font has no TrueType outlines.
    """
    data = _bare(path)
    font = TTFont(BytesIO(data))
    if "glyf" not in font:
        message = f"The theme's font {path.stem} cannot be typed in: it has no TrueType outlines."
        hint = "Choose a font for text whose file ends in .ttf, or make the pages without --fillable."
        raise FindingsError([Diagnostic(Code.FONT_NOT_TYPED, message, hint)])
    name = Name(f"/{path.stem}")
    scale = 1000 / font["head"].unitsPerEm
    widths = Array([round(font["hmtx"][glyph][0] * scale) for glyph in font.getGlyphOrder()])
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, font, name, data, scale)),
        W=Array([0, widths]),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=_compressed(pdf, _to_unicode(font)),
        )
    )


def _bare(path: Path) -> bytes:
    """Return the font's file with all letters and nothing that a PDF has no use for."""
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=[], glyph_names=False
    )
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "DSIG", "gasp", "meta"]
    out = BytesIO()
    with subset.load_font(str(path), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=font.getBestCmap())
        subsetter.subset(font)
        font.recalcTimestamp = False
        font.save(out)
    return out.getvalue()


def _descriptor(pdf: pikepdf.Pdf, font: Any, name: Name, data: bytes, scale: float) -> Dictionary:
    head, hhea = font["head"], font["hhea"]
    box = (head.xMin, head.yMin, head.xMax, head.yMax)
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=NONSYMBOLIC,
        FontBBox=Array([round(value * scale) for value in box]),
        ItalicAngle=0,
        Ascent=round(hhea.ascent * scale),
        Descent=round(hhea.descent * scale),
        CapHeight=round((getattr(font["OS/2"], "sCapHeight", 0) or hhea.ascent) * scale),
        StemV=STEM,
        FontFile2=_compressed(pdf, data, Length1=len(data)),
    )


def _to_unicode(font: Any) -> bytes:
    """Return the map from glyph numbers to letters; of several letters of a glyph, the first."""
    numbers = font.getReverseGlyphMap()
    letters: dict[int, int] = {}
    for letter, glyph in sorted(font.getBestCmap().items()):
        letters.setdefault(numbers[glyph], letter)
    pairs = [
        f"<{number:04x}> <{chr(letter).encode('utf-16-be').hex()}>"
        for number, letter in sorted(letters.items())
    ]
    blocks = [pairs[at : at + _AT_ONCE] for at in range(0, len(pairs), _AT_ONCE)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <ffff>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    ).encode()


def _compressed(pdf: pikepdf.Pdf, data: bytes, **entries: Any) -> pikepdf.Object:
    stream = pdf.make_stream(b"", Dictionary(**entries))
    stream.write(zlib.compress(data, 9), filter=Name.FlateDecode)
    return stream
