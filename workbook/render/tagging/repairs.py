"""Repairs of the tag tree: each names what it mends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name

from workbook.render.tagging.content import PageContent
from workbook.render.tagging.tree import Element, Mark, Reference

Kid = Element | Mark | Reference

PX = 0.75
"""Points in a CSS pixel."""

_GROUPING = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote"}
_INLINE = {"Link", "Span", "Form"}
_WRAPPERS = {"Span", "NonStruct"}
_ROW_GROUPS = {"Table", "THead", "TBody", "TFoot"}
_KEPT_EMPTY = {"TD", "TH"}
_NUMBERING = (
    ("Decimal", re.compile(r"\d+")),
    ("LowerAlpha", re.compile(r"[a-z]")),
    ("UpperAlpha", re.compile(r"[A-Z]")),
    ("Disc", re.compile("•")),
    ("Circle", re.compile("◦")),
    ("Square", re.compile("▪")),
)


def repair(pdf: pikepdf.Pdf, tree: Element, contents: list[PageContent]) -> None:
    """Mend the whole tree in place."""
    _settle(pdf, tree, contents)
    for element in tree.elements():
        if element.role in _ROW_GROUPS:
            for row in element.kids:
                if isinstance(row, Element) and row.role == "TR":
                    _scope_headers(row, in_head=element.role == "THead")
        elif element.role == "L":
            _name_numbering(element, contents)
        elif element.role == "Figure":
            _place_figure(element, contents)


def _settle(pdf: pikepdf.Pdf, element: Element, contents: list[PageContent]) -> None:
    """Mend what an element holds, from the leaves upward."""
    kids: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            _settle(pdf, kid, contents)
            kids.extend(_survivors(kid, element))
        else:
            kids.append(kid)
    element.kids = kids
    if element.role in _GROUPING:
        element.kids = list(_paragraphs(pdf, element, contents))


def _survivors(kid: Element, parent: Element) -> list[Kid]:
    """Return what stands in the parent for one of its elements: itself, what it holds, or nothing.

    - A Figure without words is decoration, and leaves (ISO 14289-1, 7.1 and 7.3; Matterhorn 01-001): the
      same rule as ``alt=""``.
    - An element that holds nothing leaves (ISO 14289-1, 7.1: tags are for real content). These are ruled
      lines and blanks, whose strokes are artifacts. Table cells stay: the grid must close (7.5).
    - Spans and NonStructs that say nothing of their own give way to what they hold (ISO 32000-1,
      14.8.4.4). WeasyPrint makes a Span of every line, so a paragraph would be read in pieces.
    - A link inside a link of its own (the folio of a contents line) joins it (ISO 14289-1, 7.18.5).
    """
    if kid.role == "Figure" and "/Alt" not in kid.entry:
        return []
    if not kid.kids and kid.role not in _KEPT_EMPTY and kid.is_bare:
        return []
    if kid.role in _WRAPPERS and kid.is_bare and kid.page == parent.page:
        return kid.kids
    if kid.role == parent.role == "Link" and kid.page == parent.page:
        return kid.kids
    return [kid]


def _paragraphs(pdf: pikepdf.Pdf, parent: Element, contents: list[PageContent]) -> Iterable[Kid]:
    """Give a grouping element's kids with loose text in paragraphs (ISO 32000-1, 14.8.4.2).

    A Div of nothing but text is itself the paragraph. Space between two boxes that stand side by side
    is no content, and leaves (ISO 14289-1, 7.1).
    """
    for is_text, group in groupby(parent.kids, key=_is_inline):
        kids = list(group)
        if not is_text:
            yield from kids
        elif not any(contents[mark.page].text(mark.id).strip() for kid in kids for mark in _marks(kid)):
            yield from (kid for kid in kids if not isinstance(kid, Mark))
        elif parent.role == "Div" and kids == parent.kids:
            parent.role = "P"
            yield from kids
        else:
            page = contents[parent.page].page.obj
            entry = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=page))
            yield Element("P", parent.page, entry, kids)


def _is_inline(kid: Kid) -> bool:
    return not isinstance(kid, Element) or kid.role in _INLINE


def _marks(kid: Kid) -> Iterable[Mark]:
    if isinstance(kid, Element):
        return kid.marks()
    return (kid,) if isinstance(kid, Mark) else ()


def _scope_headers(row: Element, in_head: bool) -> None:
    """Say for which cells a header speaks (ISO 14289-1, 7.5; Matterhorn 15-003).

    Headers in the table's head, or in a row of headers only, speak for their columns; others for their row.
    """
    cells = [cell for cell in row.kids if isinstance(cell, Element)]
    in_head = in_head or all(cell.role == "TH" for cell in cells)
    for cell in cells:
        if cell.role == "TH":
            attributes = cell.entry.get("/A", Dictionary(O=Name.Table))
            attributes.Scope = Name.Column if in_head else Name.Row
            cell.entry.A = attributes


def _name_numbering(items: Element, contents: list[PageContent]) -> None:
    """Say how a list's labels count (ISO 14289-1, 7.6; Matterhorn 16-001): by its first label."""
    held = (kid for item in items.kids if isinstance(item, Element) for kid in item.kids)
    label = next((kid for kid in held if isinstance(kid, Element) and kid.role == "Lbl"), None)
    if label is None:
        return
    text = "".join(contents[mark.page].text(mark.id) for mark in label.marks()).strip(" .)")
    style = next((name for name, form in _NUMBERING if form.fullmatch(text)), "None")
    items.entry.A = Dictionary(O=Name.List, ListNumbering=Name(f"/{style}"))


def _place_figure(figure: Element, contents: list[PageContent]) -> None:
    """Give a figure's box in points from the page's foot (ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3).

    WeasyPrint writes CSS pixels from the page's top. ``Placement``, which it never writes, tells our
    own boxes from its own.
    """
    attributes = figure.entry.get("/A")
    if attributes is None or "/BBox" not in attributes or "/Placement" in attributes:
        return
    left, top, right, bottom = (float(number) for number in attributes.BBox)
    height = contents[figure.page].height
    box = (left * PX, height - bottom * PX, right * PX, height - top * PX)
    attributes.BBox = Array([round(number, 3) for number in box])
    attributes.Placement = Name.Block
