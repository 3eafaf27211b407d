"""Small manuscripts made by hand, and a look into the books made from them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import fontpkg
from lxml import etree  # type: ignore[import-untyped]

from workbook.compose.manuscript import FontFace, Manuscript, Medium, Role, Section
from workbook.render.epub import render_epub

FACES = tuple(
    FontFace("Atkinson Hyperlegible", int(file.weight), file.style, Path(file.path))
    for file in sorted(
        fontpkg.family("atkinson_hyperlegible").files, key=lambda file: (-len(file.style), file.weight)
    )
)
COVER = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 2560" width="1600" height="2560">
<rect width="1600" height="2560" fill="#1f5e68"/>
<text x="160" y="900" font-family="Atkinson Hyperlegible" font-size="180" fill="#ffffff">Speaking up</text>
</svg>"""
STYLE = """body { font-family: "Atkinson Hyperlegible", sans-serif; }
.blank::before { content: "…"; }
"""
WORDS = {
    "contents": "Contents",
    "cover": "Cover",
    "landmarks": "Landmarks",
    "start_of_content": "Start of content",
}

NS = {
    "h": "http://www.w3.org/1999/xhtml",
    "svg": "http://www.w3.org/2000/svg",
    "epub": "http://www.idpf.org/2007/ops",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}
TYPE = f"{{{NS['epub']}}}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def section(
    name: str, role: Role = Role.TEXT, body: str = "", level: int = 1, title: str | None = None
) -> Section:
    """Return a section with a heading, whose markup has ``body`` under it."""
    title = title if title is not None else name.replace("-", " ").capitalize()
    return Section(
        name, role, title, f'<section id="{name}"><h1>{title}</h1>{body or "<p>Words.</p>"}</section>', level
    )


SCALE = (
    '<svg class="scale" viewBox="0 0 100 20" role="img"><title>From low to high</title>'
    '<linearGradient id="g"><stop offset="0"/></linearGradient>'
    '<rect width="100" height="20" fill="url(#g)"/></svg>'
)
SECTIONS = (
    section("title-page", Role.TITLE_PAGE, level=0),
    section("contents", Role.CONTENTS, level=0),
    section("how-to-use", Role.HOW_TO_USE),
    section("writing-in-ebook", Role.WRITING_IN_EBOOK),
    section("part-1", Role.PART),
    section("bond-safe-enough", Role.EXERCISE, '<p>See <a href="#boundary">the next</a>.</p>', 2),
    section("boundary", Role.EXERCISE, f'<p id="why">Why</p>{SCALE}<p><a href="#why">up</a></p>', 2),
    section("boundary-notes", Role.THERAPIST_NOTES, level=0),
    section("part-2", Role.PART),
    section(
        "strength",
        Role.EXERCISE,
        '<p><a href="#why">there</a>, <a href="#contents">all</a>, <a href="https://example.org/x">web</a>,'
        ' <a href="tel:988">988</a></p><div class="rule"></div><p>one<br/>two</p>',
        2,
    ),
    section("notes", Role.NOTES),
    section("crisis", Role.CRISIS),
    section("sources", Role.SOURCES),
    section("colophon", Role.COLOPHON),
)


def manuscript(
    sections: tuple[Section, ...] = SECTIONS,
    cover: str = COVER,
    fonts: tuple[FontFace, ...] = FACES,
    language: str = "en",
    direction: str = "ltr",
    stylesheet: str = STYLE,
    title: str = "Speaking up",
    subtitle: str = "Finding the words, and saying them",
    creator: str = "A. Author",
    words: dict[str, str] | None = None,
    medium: Medium = Medium.EPUB,
) -> Manuscript:
    """Return a whole manuscript; change what a test is about."""
    return Manuscript(
        id="speaking-up",
        title=title,
        subtitle=subtitle,
        language=language,
        direction=direction,
        description="Exercises between sessions.",
        creator=creator,
        rights="CC BY 4.0",
        date=dt.date(2026, 3, 1),
        medium=medium,
        stylesheet=stylesheet,
        fonts=fonts,
        sections=sections,
        cover=cover,
        words=WORDS if words is None else words,
    )


def one_page(body: str, **changes: object) -> Manuscript:
    """Return a book of one page, without a cover or fonts."""
    return manuscript(sections=(section("page", body=body),), cover="", fonts=(), **changes)  # type: ignore[arg-type]


class Opened:
    """A rendered book, read back without ebooklib."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.files = {name: archive.read(name) for name in self.names}

    def parse(self, name: str) -> etree._Element:
        """Return the root of one of the book's XML files."""
        return etree.fromstring(self.files[f"EPUB/{name}"])

    def find(self, name: str, path: str) -> list[etree._Element]:
        """Return what an XPath finds in one of the book's files."""
        found: list[etree._Element] = self.parse(name).xpath(path, namespaces=NS)
        return found

    def spine(self) -> list[str]:
        """Return the file names in reading order."""
        hrefs = {item.get("id"): item.get("href") for item in self.find("content.opf", "//opf:item")}
        return [hrefs[ref.get("idref")] for ref in self.find("content.opf", "//opf:itemref")]

    def properties(self, name: str) -> str:
        """Return the manifest properties of a file."""
        (item,) = self.find("content.opf", f"//opf:item[@href='{name}']")
        return str(item.get("properties", ""))


def opened(book: Manuscript) -> Opened:
    """Render and open a book."""
    return Opened(render_epub(book).data)


def written(book: Manuscript, folder: Path) -> Path:
    """Render a book into a file."""
    path = folder / "book.epub"
    path.write_bytes(render_epub(book).data)
    return path
