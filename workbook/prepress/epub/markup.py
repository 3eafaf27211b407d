"""The documents themselves: headings, tables, room to write, what is hidden, what would be lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from workbook.errors import Code
from workbook.prepress.epub.fault import Fault
from workbook.prepress.epub.opened import SVG, TYPE, XHTML, Element, Opened

_SIGNS = re.compile(r"_{3,}|\.{4,}|…{2,}|[—–]{4,}")
_LETTER = re.compile(r"[^\W_]")
_FIELDS = tuple(f"{XHTML}{name}" for name in ("form", "input", "textarea", "select", "button", "script"))
_HEADINGS = {f"{XHTML}h{level}": level for level in range(1, 7)}


def markup_faults(book: Opened) -> Iterator[Fault]:
    """Yield what is wrong in the documents of the spine."""
    for name in book.spine:
        root = book.documents[name]
        if not _is_cover(root):
            yield from _headings(name, root)
        yield from _tables(name, root)
        yield from _lines(name, root)
        yield from _hidden(name, root)
        yield from _fields(name, root)
        yield from _pictures(name, root)


def _is_cover(root: Element) -> bool:
    body = root.find(f"{XHTML}body")
    return body is not None and "cover" in " ".join(e.get(TYPE, "") for e in (body, *body)).split()


def _headings(name: str, root: Element) -> Iterator[Fault]:
    levels = [_HEADINGS[e.tag] for e in root.iter(*_HEADINGS)]
    if levels.count(1) != 1:
        yield Fault(
            Code.EPUB_HEADINGS,
            f"`{name}` has {levels.count(1) or 'no'} main headings (h1); it needs one.",
            "People who listen go from heading to heading.",
        )
    if (levels and levels[0] != 1) or any(after > before + 1 for before, after in pairwise(levels)):
        yield Fault(
            Code.EPUB_HEADINGS,
            f"In `{name}` the headings skip a level.",
            "Below an h1 comes an h2; the level says what belongs to what.",
        )


def _tables(name: str, root: Element) -> Iterator[Fault]:
    for table in root.iter(f"{XHTML}table"):
        lacks = [
            words
            for tag, words in (("th", "no heads for its columns (th)"), ("caption", "no caption"))
            if next(table.iter(f"{XHTML}{tag}"), None) is None
        ]
        if lacks:
            yield Fault(
                Code.EPUB_TABLE,
                f"A table in `{name}` has {' and '.join(lacks)}.",
                "Read aloud, its cells would be words without a question.",
            )


def _lines(name: str, root: Element) -> Iterator[Fault]:
    for text in root.itertext():
        if match := _SIGNS.search(text):
            yield Fault(
                Code.EPUB_DRAWN_WITH_SIGNS,
                f"`{name}` draws a line with signs: `{match[0][:8]}`.",
                "A voice reads every one of them; draw the line in the stylesheet.",
            )
            return


def _hidden(name: str, root: Element) -> Iterator[Fault]:
    for element in root.iter(f"{XHTML}*"):
        if element.get("aria-hidden") == "true" and _LETTER.search(text := "".join(element.itertext())):
            yield Fault(
                Code.EPUB_HIDDEN_WORDS,
                f"In `{name}` the words “{' '.join(text.split())[:40]}” are hidden from those who listen.",
                "Hide only what is empty: lines, boxes and dots.",
            )


def _fields(name: str, root: Element) -> Iterator[Fault]:
    for element in root.iter(*_FIELDS):
        yield Fault(
            Code.EPUB_FIELDS,
            f"`{name}` has something to fill in or to run (`{element.tag.removeprefix(XHTML)}`).",
            "Many readers lose what is typed when the page is turned. Ask for a notebook instead.",
        )


def _pictures(name: str, root: Element) -> Iterator[Fault]:
    for picture in root.iter(f"{SVG}svg"):
        hidden = any(e.get("aria-hidden") == "true" for e in (picture, *picture.iterancestors()))
        title = picture.find(f"{SVG}title")
        if not hidden and not picture.get("aria-label") and (title is None or not (title.text or "").strip()):
            yield Fault(
                Code.EPUB_PICTURE,
                f"A drawing in `{name}` has no words for those who cannot see it.",
                "Give it a title, or hide it if it says nothing.",
            )
