"""The package: manifest, spine and metadata through ebooklib, which nothing else imports.

**Why so little of it.** What ebooklib builds itself (chapters, contents, cover) fails EPUBCheck and Ace;
given raw bytes it writes a sound package. See https://www.w3.org/TR/epub-33/#sec-package-doc.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass

from ebooklib import epub
from lxml import etree  # type: ignore[import-untyped]

from workbook.compose.manuscript import Manuscript
from workbook.render.canonical_zip import rewrite_zip
from workbook.render.epub.statement import Statement
from workbook.render.epub.xhtml import XML, Element

DOCUMENT_TYPE = "application/xhtml+xml"
CSS_TYPE = "text/css"
NCX_TYPE = "application/x-dtbncx+xml"
JPEG_TYPE = "image/jpeg"


@dataclass(frozen=True)
class Member:
    """A file of the book, as raw bytes; ``id`` is its name in the manifest."""

    id: str
    name: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()
    in_spine: bool = False


class _RawItem(epub.EpubItem):  # type: ignore[misc]
    """An item that ebooklib writes as it is."""

    def __init__(self, member: Member) -> None:
        super().__init__(member.id, member.name, member.media_type, member.data)
        self.properties = list(member.properties)


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """ebooklib's writer, with what ebooklib leaves out: the package's language, and links in the metadata."""

    def __init__(
        self, name: object, book: epub.EpubBook, links: Sequence[Statement], options: object
    ) -> None:
        super().__init__(name, book, options)
        self._links = links

    def _write_opf_file(self, root: Element) -> None:
        root.set(f"{{{XML}}}lang", self.book.language)
        super()._write_opf_file(root)

    def _write_opf_metadata(self, root: Element) -> None:
        super()._write_opf_metadata(root)
        for link in self._links:
            etree.SubElement(root[-1], "link", link.attributes)


def write_package(
    manuscript: Manuscript, statements: Sequence[Statement], members: Sequence[Member]
) -> bytes:
    """Return the EPUB file; members lie in it, and stand in the spine, in the given order.

    Raises:
        ValueError: two members share an id or a name.
    """
    ids = [member.id for member in members]
    if len(set(ids)) != len(ids):
        raise ValueError("Two files of the book share an id.")
    book = epub.EpubBook()
    book.metadata = {}  # drops a random identifier and the generator
    book.IDENTIFIER_ID = "identifier"
    book.language = manuscript.language
    book.set_direction(manuscript.direction)
    links = [statement for statement in statements if statement.name == "link"]
    for statement in statements:
        if statement in links:
            continue
        space = "OPF" if statement.name == "meta" else "DC"
        book.add_metadata(space, statement.name, statement.text, statement.attributes)
    for member in members:
        item = book.add_item(_RawItem(member))
        if member.in_spine:
            book.spine.append(item)
    changed = dt.datetime.combine(manuscript.date, dt.time(), dt.UTC)
    buffer = io.BytesIO()
    options = {"mtime": changed, "package_direction": True, "compresslevel": 0}
    _Writer(buffer, book, links, options).write()
    return rewrite_zip(buffer.getvalue(), stored=frozenset({"mimetype"}))
