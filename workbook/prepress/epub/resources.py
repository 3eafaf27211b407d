"""Fonts, pictures, colours and the names of files."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from collections.abc import Iterator

import tinycss2  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont, TTLibError
from PIL import Image, UnidentifiedImageError

from workbook.errors import Code
from workbook.prepress.epub.fault import Fault
from workbook.prepress.epub.opened import SVG, XHTML, Element, Opened
from workbook.source.editions import MOST_PIXELS

_NAME = re.compile(r"[A-Za-z0-9._/-]+")
_UNDRAWN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def resource_faults(book: Opened) -> Iterator[Fault]:
    """Yield what is wrong with the files that are not text."""
    for name in book.files:
        if not _NAME.fullmatch(name):
            yield Fault(
                Code.EPUB_FILE_NAME,
                f"The name `{name}` has letters that some shops and readers cannot store.",
                "Use letters a–z, digits, hyphens and dots.",
            )
    yield from _glyphs(book)
    yield from _pictures(book)
    yield from _colours(book)


def _glyphs(book: Opened) -> Iterator[Fault]:
    known: set[int] = set()
    fonts = [
        i.name for i in book.items if i.media_type in {"font/ttf", "font/otf", "application/vnd.ms-opentype"}
    ]
    for name in fonts:
        try:
            with TTFont(io.BytesIO(book.files[name]), lazy=True) as font:
                known.update(font.getBestCmap() or {})
        except (TTLibError, OSError):
            yield Fault(Code.EPUB_GLYPHS, f"The font `{name}` cannot be read.", "Make the book again.")
            return
    for name in book.spine if fonts else ():
        body = book.documents[name].find(f"{XHTML}body")
        used = set() if body is None else {c for text in _drawn(body) for c in text}
        lacking = sorted(c for c in used if ord(c) not in known and unicodedata.category(c) not in _UNDRAWN)
        if lacking:
            shown = ", ".join(
                f"U+{ord(c):04X} {unicodedata.name(c, '').lower()}".strip() for c in lacking[:3]
            )
            yield Fault(
                Code.EPUB_GLYPHS,
                f"The book's fonts lack {len(lacking)} of the characters of `{name}`: {shown}.",
                "Use other characters, or a theme whose fonts have these.",
            )


def _drawn(element: Element) -> Iterator[str]:
    if element.tag in (f"{SVG}title", f"{SVG}desc") or not isinstance(element.tag, str):
        return
    yield element.text or ""
    for child in element:
        yield from _drawn(child)
        yield child.tail or ""


def _pictures(book: Opened) -> Iterator[Fault]:
    covers = [item for item in book.items if "cover-image" in item.properties]
    if len(covers) != 1:
        yield Fault(
            Code.EPUB_PICTURE,
            "The book has no cover picture." if not covers else "The book has several cover pictures.",
            "Name one; shops show nothing else of a book.",
        )
    for item in book.items:
        if item.media_type.startswith("image/") and item.media_type != "image/svg+xml":
            size = _size(book.files[item.name])
            if size is None:
                yield Fault(
                    Code.EPUB_PICTURE, f"The picture `{item.name}` cannot be read.", "Save it as JPEG."
                )
            elif size[0] * size[1] > MOST_PIXELS:
                yield Fault(
                    Code.EPUB_PICTURE,
                    f"The picture `{item.name}` has {size[0]} × {size[1]} pixels; "
                    "Apple Books refuses more than 5.6 million in all.",
                    "Save it smaller; for a cover, 1600 × 2560 is right.",
                )


def _size(data: bytes) -> tuple[int, int] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                return picture.size
    except Image.DecompressionBombError:
        return (MOST_PIXELS, MOST_PIXELS)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None


def _colours(book: Opened) -> Iterator[Fault]:
    for item in book.items:
        if item.media_type == "text/css":
            for selector in _coloured(
                tinycss2.parse_stylesheet_bytes(book.files[item.name], skip_comments=True)[0]
            ):
                yield Fault(
                    Code.EPUB_COLOUR,
                    f"The stylesheet sets the colour of `{selector}` without its background.",
                    "At night the page is dark: leave the colour to the reader, or set both.",
                )


def _coloured(rules: list[tinycss2.ast.Node]) -> Iterator[str]:
    """Yield the selectors of rules that fix a text's colour and not what it stands on."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            yield from _coloured(
                tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            )
        elif rule.type == "qualified-rule":
            declared = {
                d.lower_name: tinycss2.serialize(d.value).strip().lower()
                for d in tinycss2.parse_declaration_list(
                    rule.content, skip_comments=True, skip_whitespace=True
                )
                if d.type == "declaration"
            }
            fixed = declared.get("color", "inherit") not in {"inherit", "currentcolor", "unset", "initial"}
            if fixed and not {"background", "background-color"} & declared.keys():
                yield tinycss2.serialize(rule.prelude).strip()
