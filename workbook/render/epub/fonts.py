"""The book's fonts: cut down to the characters it uses, and a warning where they lack one."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fontTools import subset
from fontTools.ttLib import TTFont

from workbook.compose.manuscript import FontFace
from workbook.errors import Code, Diagnostic, Severity

# What a reading system may draw by itself: hyphens, list numbers and bullets, an ellipsis, quotes.
_ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0\u2010\u2011–—‘’“”…•◦▪")
_UNDRAWN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_NUMERALS = ["tnum", "pnum", "lnum", "onum"]
_LICENCE_NAMES = [13, 14]


@dataclass(frozen=True)
class FontFile:
    """One font file of the book."""

    name: str
    media_type: str
    data: bytes


def embed_fonts(faces: Sequence[FontFace], characters: frozenset[str]) -> tuple[list[FontFile], str]:
    """Return the faces cut down to the characters, and the ``@font-face`` rules that name them.

    **Why** both letter cases: a stylesheet may ask for capitals.
    """
    kept = characters | _ALWAYS | {other for c in characters for other in c.upper() + c.lower()}
    files: list[FontFile] = []
    rules = []
    for face in faces:
        file = _cut(face, sorted(map(ord, kept)), {file.name for file in files})
        files.append(file)
        family = face.family.replace("\\", "\\\\").replace('"', '\\"')
        rules.append(
            f'@font-face{{font-family:"{family}";font-weight:{face.weight};font-style:{face.style};'
            f'src:url("{file.name}")}}\n'
        )
    return files, "".join(rules)


def _cut(face: FontFace, unicodes: list[int], taken: set[str]) -> FontFile:
    options = subset.Options()
    options.layout_features = [*options.layout_features, *_NUMERALS]
    options.name_IDs = [*options.name_IDs, *_LICENCE_NAMES]
    options.notdef_outline = True
    with TTFont(face.path, recalcTimestamp=False) as font:
        font.flavor = None
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=unicodes)
        cutter.subset(font)
        buffer = io.BytesIO()
        font.save(buffer)
        kind = "otf" if font.sfntVersion == "OTTO" else "ttf"
    stem = re.sub(r"[^A-Za-z0-9]+", "-", face.path.stem).strip("-") or "font"
    name = f"fonts/{stem}.{kind}"
    while name in taken:
        stem += "-2"
        name = f"fonts/{stem}.{kind}"
    return FontFile(name, f"font/{kind}", buffer.getvalue())


def find_missing_glyphs(faces: Sequence[FontFace], used: Mapping[str, frozenset[str]]) -> list[Diagnostic]:
    """Return a warning for each character that no face can draw; ``used`` has the characters by place."""
    if not faces:
        return []
    known: set[int] = set()
    for face in faces:
        with TTFont(face.path, lazy=True) as font:
            known.update(font.getBestCmap())
    places: dict[str, list[str]] = {}
    for place, characters in used.items():
        for character in characters:
            if ord(character) not in known and _is_drawn(character):
                places.setdefault(character, []).append(place)
    return [_missing(character, places[character]) for character in sorted(places)]


def _is_drawn(character: str) -> bool:
    return unicodedata.category(character) not in _UNDRAWN and ord(character) not in _VARIATION_SELECTORS


def _missing(character: str, places: list[str]) -> Diagnostic:
    name = unicodedata.name(character, "a character without a name")
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return Diagnostic(
        Code.MISSING_GLYPH,
        f"The book's fonts have no U+{ord(character):04X} ({name}), used in {places[0]}{more}.",
        "Use another character, or a theme whose font has this one.",
        severity=Severity.WARNING,
    )
