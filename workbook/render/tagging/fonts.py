"""ToUnicode maps: from the codes in a content stream to text."""

from __future__ import annotations

import re
import zlib

import pikepdf

_PAIR = re.compile(rb"^<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>$", re.MULTILINE)
_NO_TEXT = {"0000": "fffd", "feff": "2060", "fffe": "fffd"}


def mend_unicode_maps(pdf: pikepdf.Pdf) -> None:
    """Take U+0000, U+FEFF and U+FFFE out of all maps (ISO 14289-1, 7.21.7; Matterhorn 10-001).

    U+FEFF becomes the word joiner that Unicode has in its place, the others the replacement character.
    A map loses no entry, so no glyph is left without text.
    """
    for font in _fonts(pdf):
        stream = font.get("/ToUnicode")
        if stream is None:
            continue
        data = stream.read_bytes()
        mended = _PAIR.sub(_mend, data)
        if mended != data:
            stream.write(zlib.compress(mended), filter=pikepdf.Name.FlateDecode)


def unicode_map(font: pikepdf.Object) -> dict[int, str]:
    """Return the text of each code of a font."""
    stream = font.get("/ToUnicode")
    if stream is None:
        return {}
    pairs = _PAIR.findall(stream.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return each font once: all pages share one dictionary of them."""
    found = {}
    for page in pdf.pages:
        for font in page.resources.get("/Font", pikepdf.Dictionary()).values():
            found[font.objgen] = font
    return list(found.values())


def _mend(found: re.Match[bytes]) -> bytes:
    text = found[2].decode().lower()
    units = (text[i : i + 4] for i in range(0, len(text), 4))
    return b"<%s> <%s>" % (found[1], "".join(_NO_TEXT.get(unit, unit) for unit in units).encode())
