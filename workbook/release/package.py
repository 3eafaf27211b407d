"""What a finished e-book's own package says of it, read back, so that every page about it says the same."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True)
class Package:
    """Description, publisher and rights; ``access`` has schema.org's words on how it can be read."""

    description: str
    publisher: str
    rights: str
    access: dict[str, list[str]]


def read_package(epub: bytes) -> Package:
    """Return what a package says; what it does not say is empty."""
    with zipfile.ZipFile(io.BytesIO(epub)) as book:
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
        root = etree.fromstring(book.read("EPUB/content.opf"), parser)
    access: dict[str, list[str]] = {}
    for meta in root.iter(f"{_OPF}meta"):
        name = meta.get("property", "")
        if name.startswith("schema:"):
            access.setdefault(name.removeprefix("schema:"), []).append(meta.text or "")
    return Package(_said(root, "description"), _said(root, "publisher"), _said(root, "rights"), access)


def _said(root: Any, name: str) -> str:
    return next((found.text or "" for found in root.iter(f"{_DC}{name}")), "")
