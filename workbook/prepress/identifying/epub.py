"""What in an EPUB could tell whose it is."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from lxml import etree  # type: ignore[import-untyped]

from workbook.prepress.identifying.traces import DamagedError, Known, Trace

_MARKUP = {".xhtml", ".html", ".htm", ".ncx", ".svg", ".xml"}
_DC = "http://purl.org/dc/elements/1.1/"
_LIMIT = 50_000_000
"""Bytes of one member. A book of all exercises has less than one million."""


def traces_of_epub(data: bytes, known: Known) -> Iterator[Trace]:
    """Yield the traces of an EPUB.

    Raises:
        DamagedError: it cannot be read.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for member in archive.infolist():
                yield from _member(archive, member, known)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, RuntimeError, NotImplementedError):
        # the last two: a member that is locked, or packed in an unknown way
        raise DamagedError from None


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, known: Known) -> Iterator[Trace]:
    name, suffix = member.filename, PurePosixPath(member.filename).suffix.lower()
    yield from known.search(name, "names of the parts")
    if member.file_size > _LIMIT:
        return
    if suffix == ".opf":
        yield from _package(archive.read(member), known)
    elif suffix in _MARKUP:
        yield from known.search(_letters(archive.read(member)), f"part {PurePosixPath(name).stem}")


def _package(data: bytes, known: Known) -> Iterator[Trace]:
    root = _parsed(data)
    for element in root.iter():
        text = (element.text or "").strip()
        if not isinstance(element.tag, str) or not text:
            continue
        name = etree.QName(element)
        if name.namespace == _DC:
            yield Trace("document data", name.localname, text)
        elif element.get("property") == "dcterms:modified":
            yield Trace("document data", "modified", text)
    yield from known.search(" ".join(root.itertext()), "document data")


def _letters(data: bytes) -> str:
    root = _parsed(data)
    said = (element.get(key) for element in root.iter() for key in ("alt", "title", "aria-label"))
    return " ".join([*map(str, root.itertext()), *filter(None, said)])


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
