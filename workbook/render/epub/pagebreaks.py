"""Marks in the text where the pages of the printed book begin, so that both can be read side by side.

Print and e-book have the same text but for small things: printed scales have numbers in rings, the e-book
has its cues. So the words of a section are laid side by side, and each page's first word is looked for among
those that both have. A page that begins with room to write has its mark after the text before the room.
See https://www.w3.org/TR/epub-a11y-11/ (page navigation).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree  # type: ignore[import-untyped]

from workbook.render.epub.xhtml import SVG, TYPE, XHTML, Element
from workbook.render.rendered import PrintedPage, PrintedPart

_WORD = re.compile(r"[^\W_]+")
_BLOCKS = frozenset(
    f"{{{XHTML}}}{name}"
    for name in ("p", "h1", "h2", "h3", "li", "td", "th", "caption", "dt", "dd", "div", "section", "nav")
)
_NAV = f"{{{XHTML}}}nav"
_HOLD_NOTHING = frozenset(f"{{{XHTML}}}{name}" for name in ("ol", "ul", "table", "thead", "tbody", "tr"))


@dataclass(frozen=True)
class PageBreak:
    """A page's folio, the section that its mark stands in, and the mark's id."""

    label: str
    section: str
    id: str


@dataclass(frozen=True)
class _Word:
    """A word, and where it stands: in an element's text, or in the text after it."""

    letters: str
    element: Element
    is_tail: bool
    start: int


@dataclass(frozen=True)
class _Place:
    """Where a mark goes: before a word, after the text around one, or (-1) at a section's very start."""

    at: int
    is_after: bool = False


def mark_pages(pages: Sequence[PrintedPage], roots: Mapping[str, Element]) -> list[PageBreak]:
    """Put every page's mark into the sections' markup; return them in the order of the pages.

    ``roots`` are in reading order. An empty side has its mark after the text before it. Sections that only
    one of the two books has are passed over.
    """
    breaks: list[PageBreak] = []
    starts: dict[str, list[tuple[str, int, bool]]] = {name: [] for name in roots}
    printed: dict[str, list[str]] = {name: [] for name in roots}
    last = next(iter(roots))
    for page in pages:
        parts = [part for part in page.parts if part.section in roots]
        last = parts[0].section if parts else last
        room = parts[0].begins_in_room if parts else True
        starts[last].append((page.label, len(printed[last]), room))
        breaks.append(PageBreak(page.label, last, f"folio-{page.label}"))
        for part in parts:
            printed[part.section] += _words_of(part)
            last = part.section
    for name, marks in starts.items():
        if marks:
            _mark_section(roots[name], printed[name], marks)
    return breaks


def _words_of(part: PrintedPart) -> list[str]:
    return _WORD.findall(" ".join(part.words).lower())


def _mark_section(root: Element, printed: Sequence[str], marks: Sequence[tuple[str, int, bool]]) -> None:
    words = list(_walk(root))
    places = _places([word.letters for word in words], printed, [(at, room) for _, at, room in marks])
    following: _Place | None = None
    for (label, _, _), place in reversed(list(zip(marks, places, strict=True))):
        if place.is_after and following is not None and _same_block(words, place, following, root):
            place = following  # noqa: PLW2901 - this page is done with its block when the next one begins in it
        following = place
        mark = etree.Element(f"{{{XHTML}}}span", id=f"folio-{label}", role="doc-pagebreak")
        mark.set("aria-label", label)
        mark.set(TYPE, "pagebreak")
        if place.at < 0:
            _insert_first(root, mark)
        elif place.is_after:
            _insert_after(words[place.at], mark, root)
        else:
            _insert_before(words[place.at], mark)


def _places(own: list[str], printed: Sequence[str], starts: Sequence[tuple[int, bool]]) -> list[_Place]:
    """Return the place of each page's start; words have been laid side by side."""
    same = {
        block.a + step: block.b + step
        for block in SequenceMatcher(None, printed, own, autojunk=False).get_matching_blocks()
        for step in range(block.size)
    }
    ends = [start for start, _ in starts[1:]] + [len(printed)]
    places = []
    for (start, room), end in zip(starts, ends, strict=True):
        here = next((same[word] for word in range(start, end) if word in same), None)
        before = max((place for word, place in same.items() if word < start), default=-1)
        if start == 0 or before < 0:
            places.append(_Place(-1))
        elif here is None or room:
            places.append(_Place(before, is_after=True))
        else:
            places.append(_Place(here))
    return places


def _walk(root: Element) -> Iterator[_Word]:
    """Yield the words that are read, pictures' and hidden ones left out."""
    if root.tag == f"{{{SVG}}}svg" or root.get("aria-hidden") == "true":
        return
    yield from (_Word(m[0].lower(), root, False, m.start()) for m in _WORD.finditer(root.text or ""))
    for child in root:
        yield from _walk(child)
        yield from (_Word(m[0].lower(), child, True, m.start()) for m in _WORD.finditer(child.tail or ""))


def _insert_first(root: Element, mark: Element) -> None:
    if root.tag == _NAV:  # the contents hold a heading and lines, nothing else
        root.addprevious(mark)
        return
    mark.tail, root.text = root.text, None
    root.insert(0, mark)


def _insert_before(word: _Word, mark: Element) -> None:
    """Put the mark before a word: outside the inline elements that the word begins, and outside links."""
    if word.is_tail:
        text = word.element.tail
        word.element.addnext(mark)
        word.element.tail, mark.tail = text[: word.start], text[word.start :]
        return
    element, start = word.element, word.start
    outer = next((link for link in (element, *element.iterancestors()) if _is_closed(link)), None)
    if outer is None and element.tag not in _BLOCKS and _begins(element, start):
        outer = element
    if outer is not None:
        _insert_outside(outer, mark)
        return
    text = element.text
    element.insert(0, mark)
    element.text, mark.tail = text[:start], text[start:]


def _is_closed(element: Element) -> bool:
    """Tell whether an element is a link, which is not split. In the contents there is no room beside it."""
    return element.tag == f"{{{XHTML}}}a" and not _is_contents(element)


def _begins(element: Element, start: int) -> bool:
    return not (element.text or "")[:start].strip() and not _is_contents(element)


def _insert_outside(element: Element, mark: Element) -> None:
    parent = element.getparent()
    first = element.getprevious() is None and not (parent.text or "").strip()
    if first and parent.tag not in _BLOCKS and parent.tag not in _HOLD_NOTHING:
        _insert_outside(parent, mark)
    else:
        element.addprevious(mark)


def _is_contents(link: Element) -> bool:
    return any(place.tag == _NAV for place in link.iterancestors())


def _insert_after(word: _Word, mark: Element, root: Element) -> None:
    """Put the mark behind the block of text that a word is part of."""
    if root.tag == _NAV:
        root.addnext(mark)
        return
    element = _block(word, root)
    if element is root or element.getparent().tag in _HOLD_NOTHING:
        ahead = len(element)
        while ahead and element[ahead - 1].get(TYPE) == "pagebreak" and not element[ahead - 1].tail:
            ahead -= 1
        element.insert(ahead, mark)  # the marks of later pages are there already
        return
    mark.tail = element.tail
    element.tail = None
    element.addnext(mark)


def _block(word: _Word, root: Element) -> Element:
    """Return the paragraph, item or cell that a word stands in."""
    element = word.element.getparent() if word.is_tail else word.element
    while element is not root and element.tag not in _BLOCKS:
        element = element.getparent()
    return element


def _same_block(words: Sequence[_Word], place: _Place, following: _Place, root: Element) -> bool:
    if following.at < 0 or following.is_after:
        return False
    return _block(words[place.at], root) is _block(words[following.at], root)
