"""What in a PDF could tell whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
from lxml import etree  # type: ignore[import-untyped]

from workbook.prepress.identifying.traces import DamagedError, Known, LockedError, Trace


def traces_of_pdf(data: bytes, password: str, known: Known) -> Iterator[Trace]:
    """Yield the traces of a PDF.

    Raises:
        LockedError: the password does not open it.
        DamagedError: it cannot be read.
    """
    try:
        opened = pikepdf.open(BytesIO(data), password=password)
    except pikepdf.PasswordError:
        raise LockedError from None
    except pikepdf.PdfError:
        raise DamagedError from None
    with opened as pdf:
        for key, value in pdf.docinfo.items():
            yield Trace("document data", str(key).removeprefix("/"), str(value))
        yield from _metadata(pdf)
        for name in pdf.attachments:
            yield Trace("attachments", "a file inside", name)
        yield from _fields(pdf)
        said = "\n".join(_strings(pdf))
        yield from known.search(said, "headings, bookmarks and data")
    yield from _pages(data, password, known)


def _metadata(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    """Yield the values of the XMP packet, each under its short name."""
    if "/Metadata" not in pdf.Root:
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(pdf.Root.Metadata.read_bytes(), parser)
    for element in root.iter() if root is not None else ():
        text = (element.text or "").strip()
        if text and isinstance(element.tag, str):
            yield Trace("XMP metadata", _name(element), text)


def _name(element: etree._Element) -> str:
    """Return an element's name; a list's item has that of its list."""
    while element.prefix in {"rdf", None} and (parent := element.getparent()) is not None:
        element = parent
    return str(etree.QName(element).localname)


def _fields(pdf: pikepdf.Pdf) -> Iterator[Trace]:
    """Yield the form fields that are filled in; what a client wrote is not repeated."""
    form = pdf.Root.get("/AcroForm")
    waiting = list(form.get("/Fields", [])) if form is not None else []
    while waiting:
        field = waiting.pop(0)
        waiting += list(field.get("/Kids", []))
        value = field.get("/V")
        if value is not None and str(value) not in {"", "/Off"}:
            yield Trace("form", "an answer that was filled in", str(field.get("/T", "")))


def _strings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield every string of the file's objects: bookmarks, descriptions, notes, names."""
    for thing in pdf.objects:
        yield from _within(thing, 0)


def _within(thing: pikepdf.Object, depth: int) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif depth < 6 and isinstance(thing, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        parts = thing if isinstance(thing, pikepdf.Array) else thing.values()
        for part in parts:
            if isinstance(part, pikepdf.Object) and not part.is_indirect:
                yield from _within(part, depth + 1)


def _pages(data: bytes, password: str, known: Known) -> Iterator[Trace]:
    document = pypdfium2.PdfDocument(data, password=password or None)
    try:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            yield from known.search(text.get_text_bounded(), f"page {number}")
            text.close()
            page.close()
    finally:
        document.close()
