"""The e-book beside the printed book: what stands between two marks of pages, and on the page itself."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import etree  # type: ignore[import-untyped]

from tests.poppler import Page, pages

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
_HEAD, _FOOT = 15, 20
"""Millimetres at a page's head and foot, on A4, that hold running heads and folios."""


@dataclass(frozen=True)
class Stretch:
    """The text of an e-book from one mark to the next."""

    label: str
    file: str
    words: tuple[str, ...]


def stretches(epub: Path) -> list[Stretch]:
    """Return the text between the marks, in the order of the spine; what only an e-book says is left out."""
    found: list[tuple[str, str, list[str]]] = []
    with zipfile.ZipFile(epub) as archive:
        for name in _spine(archive):
            root = etree.fromstring(archive.read(name))
            for label, text in _walk(root.find(f"{XHTML}body")):
                if label:
                    found.append((label, PurePosixPath(name).name, []))
                elif found:
                    found[-1][2].extend(_words(text))
    return [Stretch(label, file, tuple(words)) for label, file, words in found]


def page_list(epub: Path) -> list[tuple[str, str]]:
    """Return the page list's lines: folio and place."""
    with zipfile.ZipFile(epub) as archive:
        nav = etree.fromstring(archive.read("EPUB/nav.xhtml"))
    lists = [n for n in nav.iter(f"{XHTML}nav") if n.get(TYPE) == "page-list"]
    return [(a.text, a.get("href")) for n in lists for a in n.iter(f"{XHTML}a")]


def assert_same_pages(pdf: Path, epub: Path) -> None:
    """Compare every page: the folio, and the first words after its mark, as the page drew them.

    The headings of lists in columns are left out of both: they are drawn before all that stands under them.
    """
    drawn, beside = pages(pdf, as_drawn=True), stretches(epub)
    assert [stretch.label for stretch in beside] == [str(page.number) for page in drawn]
    assert page_list(epub) == [(s.label, f"{s.file}#folio-{s.label}") for s in beside]
    headings = _group_headings(epub)
    for stretch, page in zip(beside, drawn, strict=True):
        on_page = _without(headings.get(stretch.file, ()), _text_of(page))
        assert _begins_alike(on_page, stretch.words), (stretch.label, stretch.words[:6], on_page[:12])


def _group_headings(epub: Path) -> dict[str, tuple[str, ...]]:
    found = {}
    with zipfile.ZipFile(epub) as archive:
        for name in _spine(archive):
            groups = etree.fromstring(archive.read(name)).iterfind(f".//{XHTML}div[@class='group']/{XHTML}h2")
            found[PurePosixPath(name).name] = tuple(" ".join(_words("".join(h2.itertext()))) for h2 in groups)
    return found


def _without(headings: Sequence[str], words: Sequence[str]) -> list[str]:
    text = f" {' '.join(words)} "
    for heading in headings:
        text = text.replace(f" {heading} ", " ", 1)
    return text.split()


def _text_of(page: Page) -> list[str]:
    inside = (w.text for w in page.words if w.top > _HEAD and w.bottom < page.height - _FOOT)
    return [word for text in inside for word in _words(text)]


def _begins_alike(on_page: Sequence[str], after_mark: Sequence[str]) -> bool:
    """Tell whether the first four words after a mark are the page's first.

    Numbers are left out: print alone has those in the rings of its scales, and in the contents.
    """
    page, stretch = ([word for word in words if not word.isdigit()] for words in (on_page, after_mark))
    return bool(stretch) == bool(page) and stretch[:4] == page[: len(stretch[:4])]


def _spine(archive: zipfile.ZipFile) -> Iterator[str]:
    package = etree.fromstring(archive.read("EPUB/content.opf"))
    opf = "{http://www.idpf.org/2007/opf}"
    hrefs = {item.get("id"): item.get("href") for item in package.iter(f"{opf}item")}
    yield from (f"EPUB/{hrefs[ref.get('idref')]}" for ref in package.iter(f"{opf}itemref"))


def _walk(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield (label, "") at a mark, ("", text) else; hidden parts, pictures and cues are passed over."""
    if element.get(TYPE) == "pagebreak":
        yield element.get("aria-label"), ""
    passed = element.tag.endswith("svg") or element.get("hidden") or element.get("aria-hidden") == "true"
    if element.tag == f"{XHTML}h2" and element.getparent().get("class") == "group":
        yield from ((mark.get("aria-label"), "") for mark in element.iter() if mark.get(TYPE) == "pagebreak")
        return
    if not passed and "cue" not in element.get("class", "").split() and not _is_own_page(element):
        yield "", element.text or ""
        for child in element:
            yield from _walk(child)
            yield "", child.tail or ""


def _is_own_page(element: etree._Element) -> bool:
    """Tell what print does not have: the page on writing, and lines of the contents for the front matter."""
    link = element.find(f"{XHTML}a") if element.tag == f"{XHTML}li" else None
    in_front = link is not None and link.get("href") in {"how-to-use.xhtml", "writing-in-ebook.xhtml"}
    return in_front or element.get("id") == "writing-in-ebook"


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())
