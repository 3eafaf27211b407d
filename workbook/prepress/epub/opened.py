"""A finished EPUB, read back without the library that wrote it."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

from lxml import etree  # type: ignore[import-untyped]

LIMIT = 200_000_000
"""Bytes of all files together, unpacked. Ours have three million."""

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"

Element: TypeAlias = etree._Element


class UnreadableError(Exception):
    """The file is no EPUB, or a broken one; the message says why."""


@dataclass(frozen=True)
class Item:
    """A file of the manifest; ``name`` is its place in the archive."""

    name: str
    media_type: str
    properties: frozenset[str]


@dataclass(frozen=True)
class Opened:
    """A book's files, its package, and its documents in reading order."""

    files: dict[str, bytes]
    package: Element
    items: tuple[Item, ...]
    spine: tuple[str, ...]

    @cached_property
    def documents(self) -> dict[str, Element]:
        """The XHTML documents by name: those of the spine in their order, then the others."""
        others = (item.name for item in self.items if item.media_type == "application/xhtml+xml")
        return {name: _parse(name, self.files[name]) for name in dict.fromkeys((*self.spine, *others))}

    @cached_property
    def nav_name(self) -> str:
        """The name of the document with the contents; empty where there is none."""
        return next((item.name for item in self.items if "nav" in item.properties), "")

    def nav(self, kind: str) -> list[Element]:
        """Return the lists of a kind: ``toc``, ``page-list``, ``landmarks``."""
        root = self.documents.get(self.nav_name)
        return [] if root is None else [n for n in root.iter(f"{XHTML}nav") if n.get(TYPE) == kind]

    def target(self, base: str, href: str) -> tuple[str, str]:
        """Return the file and the id that a link leads to, as seen from a file."""
        path, _, fragment = href.partition("#")
        name = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(path))) if path else base
        return name, fragment

    def has(self, name: str, fragment: str) -> bool:
        """Tell whether there is such a place."""
        root = self.documents.get(name)
        if root is None:
            return False
        return not fragment or any(element.get("id") == fragment for element in root.iter(etree.Element))


def open_epub(path: Path) -> Opened:
    """Read a book.

    Raises:
        UnreadableError: it is no EPUB, or lacks a part that every EPUB has.
    """
    files = _unpack(path)
    try:
        container = _parse("META-INF/container.xml", files["META-INF/container.xml"])
        opf = next(container.iter(f"{_CONTAINER}rootfile")).get("full-path", "")
        package = _parse(opf, files[opf])
    except (KeyError, StopIteration):
        raise UnreadableError("it does not say where its package is") from None
    base = posixpath.dirname(opf)
    items = {}
    for item in package.iter(f"{OPF}item"):
        name = posixpath.normpath(posixpath.join(base, unquote(item.get("href", ""))))
        properties = frozenset(item.get("properties", "").split())
        items[item.get("id")] = Item(name, item.get("media-type", ""), properties)
    spine = [
        items[ref.get("idref")].name for ref in package.iter(f"{OPF}itemref") if ref.get("idref") in items
    ]
    for name in [*spine, *(item.name for item in items.values())]:
        if name not in files:
            raise UnreadableError(f"it lacks its file `{name}`")
    return Opened(files, package, tuple(items.values()), tuple(spine))


def _unpack(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > LIMIT:
                raise UnreadableError(f"it has more than {LIMIT // 1_000_000} MB")
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as reason:
        raise UnreadableError("it is no ZIP archive, or a broken one") from reason


def _parse(name: str, data: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as reason:
        raise UnreadableError(f"its file `{name}` is not well-formed XML") from reason
