"""The contents page (``nav.xhtml``) and the older ``toc.ncx``, both from one outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree  # type: ignore[import-untyped]

from workbook.compose.manuscript import Manuscript
from workbook.render.epub.xhtml import TYPE, XML, Element, add, serialise_xml, start_page

# Numbers before the lines would be taken for the numbers of the parts.
CONTENTS_STYLE = (
    "nav.contents ol{list-style:none;margin-inline:0;padding-inline-start:1.4em}\n"
    "nav.contents>ol{padding:0}\n"
)

_NCX = "http://www.daisy.org/z3986/2005/ncx/"


@dataclass
class Entry:
    """A line of the contents, and the lines under it."""

    title: str
    href: str
    children: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Landmark:
    """A place that reading systems offer by what it is: ``cover``, ``toc``, ``bodymatter``."""

    type: str
    title: str
    href: str


def build_outline(lines: Sequence[tuple[int, str, str]]) -> list[Entry]:
    """Nest lines of (level, title, href): each goes under the last line of a lower level."""
    top: list[Entry] = []
    above: list[tuple[int, Entry]] = []
    for level, title, href in lines:
        while above and above[-1][0] >= level:
            above.pop()
        entry = Entry(title, href)
        (above[-1][1].children if above else top).append(entry)
        above.append((level, entry))
    return top


def build_nav(
    manuscript: Manuscript, outline: list[Entry], landmarks: Sequence[Landmark]
) -> tuple[Element, Element]:
    """Return ``nav.xhtml`` and the contents in it; the landmarks there are for the reading system only."""
    heading = manuscript.words["contents"]
    html, body = start_page(heading, manuscript.language, manuscript.direction, "frontmatter")
    toc = add(body, "nav", id="toc", class_="contents", role="doc-toc", aria_labelledby="toc-heading")
    toc.set(TYPE, "toc")
    add(toc, "h1", heading, id="toc-heading")
    _write_list(toc, outline)
    marks = add(body, "nav", id="landmarks", hidden="hidden", aria_label=manuscript.words["landmarks"])
    marks.set(TYPE, "landmarks")
    items = add(marks, "ol")
    for landmark in landmarks:
        link = add(add(items, "li"), "a", landmark.title, href=landmark.href)
        link.set(TYPE, landmark.type)
    return html, toc


def add_page_list(html: Element, heading: str, pages: Sequence[tuple[str, str]]) -> None:
    """Put the list of the printed book's pages, as (folio, href), into ``nav.xhtml``, for the system only."""
    body = html[-1]
    nav = add(body, "nav", id="page-list", role="doc-pagelist", hidden="hidden", aria_label=heading)
    nav.set(TYPE, "page-list")
    items = add(nav, "ol")
    for label, href in pages:
        add(add(items, "li"), "a", label, href=href)


def _write_list(parent: Element, entries: list[Entry]) -> None:
    items = add(parent, "ol")
    for entry in entries:
        item = add(items, "li")
        add(item, "a", entry.title, href=entry.href)
        if entry.children:
            _write_list(item, entry.children)


def write_ncx(manuscript: Manuscript, outline: list[Entry], identifier: str) -> bytes:
    """Return ``toc.ncx``, for reading systems older than EPUB 3."""
    root = etree.Element(f"{{{_NCX}}}ncx", nsmap={None: _NCX}, version="2005-1")
    root.set(f"{{{XML}}}lang", manuscript.language)
    root.set("dir", manuscript.direction)
    head = _add(root, "head")
    depth = str(max(_depths(outline, 1)))
    for name, content in (
        ("dtb:uid", identifier),
        ("dtb:depth", depth),
        ("dtb:totalPageCount", "0"),
        ("dtb:maxPageNumber", "0"),
    ):
        _add(head, "meta", name=name, content=content)
    _add(_add(root, "docTitle"), "text", manuscript.title)
    _write_points(_add(root, "navMap"), outline, 1)
    return serialise_xml(root)


def _write_points(parent: Element, entries: list[Entry], order: int) -> int:
    for entry in entries:
        point = _add(parent, "navPoint", id=f"point-{order}", playOrder=str(order))
        _add(_add(point, "navLabel"), "text", entry.title)
        _add(point, "content", src=entry.href)
        order = _write_points(point, entry.children, order + 1)
    return order


def _depths(entries: list[Entry], depth: int) -> Iterator[int]:
    yield depth
    for entry in entries:
        if entry.children:
            yield from _depths(entry.children, depth + 1)


def _add(parent: Element, name: str, text: str | None = None, /, **attributes: str) -> Element:
    element = etree.SubElement(parent, f"{{{_NCX}}}{name}", attributes)
    element.text = text
    return element
