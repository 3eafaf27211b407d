"""XHTML documents: markup read as strict XML, and written so that HTML parsers read the same.

The one place that imports lxml's parser and serialiser.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree  # type: ignore[import-untyped]

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
SVG = "http://www.w3.org/2000/svg"
XML = "http://www.w3.org/XML/1998/namespace"
XLINK = "http://www.w3.org/1999/xlink"
TYPE = f"{{{OPS}}}type"
STYLESHEET = "styles.css"

_VOID = frozenset(
    f"{{{XHTML}}}{name}"
    for name in (
        *("area", "base", "br", "col", "embed", "hr", "img"),
        *("input", "link", "meta", "source", "track", "wbr"),
    )
)

Element: TypeAlias = etree._Element


class MarkupError(Exception):
    """Composed markup is not what it promises to be: a mistake of ours, in a template or in ``compose``.

    The message names the section and the place, and holds none of the content.
    """


def parse_section(section_id: str, markup: str) -> Element:
    """Return the one ``section`` element that the markup is.

    An ``svg`` element may be written without its namespace, as HTML has it.

    Raises:
        MarkupError: the markup is not well-formed, or is something else than one ``section``.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    wrapped = f'<body xmlns="{XHTML}" xmlns:epub="{OPS}" xmlns:xlink="{XLINK}">\n{markup}\n</body>'
    try:
        body = etree.fromstring(wrapped.encode(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = error.error_log[-1].type_name if len(error.error_log) else "unknown"
        place = f"line {line - 1}, column {column} ({reason})"
        raise MarkupError(f"The markup of section {section_id!r} is not well-formed XML: {place}.") from None
    except UnicodeEncodeError:
        raise MarkupError(f"The markup of section {section_id!r} holds half a character.") from None
    loose = (body.text or "").strip() or any((child.tail or "").strip() for child in body)
    if loose or [child.tag for child in body] != [f"{{{XHTML}}}section"]:
        raise MarkupError(f"The markup of section {section_id!r} is not exactly one <section> element.")
    section = body[0]
    section.tail = None
    for drawing in list(section.iter(f"{{{XHTML}}}svg")):
        drawing.getparent().replace(drawing, _adopt(drawing))
    return section


def _adopt(drawing: Element) -> Element:
    """Return a copy of HTML's ``svg`` element in SVG's own namespace, with no prefix on its elements."""
    copy = etree.Element(f"{{{SVG}}}{etree.QName(drawing).localname}", drawing.attrib, nsmap={None: SVG})
    copy.text, copy.tail = drawing.text, drawing.tail
    copy.extend(_adopt(child) for child in drawing)
    return copy


def start_page(title: str, language: str, direction: str, body_type: str = "") -> tuple[Element, Element]:
    """Return a new document's ``html`` element and its empty ``body``."""
    html = etree.Element(f"{{{XHTML}}}html", nsmap={None: XHTML, "epub": OPS})
    html.set(f"{{{XML}}}lang", language)
    html.set("lang", language)
    html.set("dir", direction)
    head = add(html, "head")
    add(head, "meta", charset="utf-8")
    add(head, "title", title)
    add(head, "link", rel="stylesheet", type="text/css", href=STYLESHEET)
    body = add(html, "body")
    if body_type:
        body.set(TYPE, body_type)
    return html, body


def add(parent: Element, name: str, text: str | None = None, /, **attributes: str) -> Element:
    """Append an XHTML element; ``class_`` becomes class, and ``aria_label`` aria-label."""
    element = etree.SubElement(parent, f"{{{XHTML}}}{name}")
    for key, value in attributes.items():
        element.set(key.rstrip("_").replace("_", "-"), value)
    element.text = text
    return element


def serialise(html: Element) -> bytes:
    """Return a document's bytes.

    **Why** end tags on empty elements: a reader that takes the file for HTML would let ``<div/>`` swallow
    all that follows it.
    """
    for element in html.iter(f"{{{XHTML}}}*"):
        if element.tag not in _VOID and len(element) == 0 and not element.text:
            element.text = ""
    etree.cleanup_namespaces(html, top_nsmap={None: XHTML, "epub": OPS})
    text: bytes = etree.tostring(html, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
    return text + b"\n"


def serialise_xml(root: Element) -> bytes:
    """Return the bytes of an XML file that is not XHTML."""
    etree.indent(root)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def properties(html: Element) -> list[str]:
    """Return the manifest properties that the document's markup calls for."""
    found = []
    if next(html.iter(f"{{{XHTML}}}form", f"{{{XHTML}}}script", f"{{{SVG}}}script"), None) is not None or any(
        name.startswith("on") for element in html.iter(etree.Element) for name in element.attrib
    ):
        found.append("scripted")
    if next(html.iter(f"{{{SVG}}}svg"), None) is not None:
        found.append("svg")
    return found


def texts(root: Element) -> Iterator[str]:
    """Yield all text that a reader draws; descriptions of pictures are not drawn."""
    for element in root.iter(etree.Element):
        if element.text and element.tag not in (f"{{{SVG}}}title", f"{{{SVG}}}desc"):
            yield element.text
        if element is not root and element.tail:
            yield element.tail
