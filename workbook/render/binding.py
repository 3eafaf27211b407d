"""Bind gatherings, each a PDF of its own, into one: pages, tags, addresses and outline.

**Why** not a library's way to join files: each of them drops the tags, or the links from one file to another.
References: ISO 32000-1:2008, 14.7 for tags, 12.3.2.3 for addresses, 12.3.3 for the outline, 9.6.4 for the
names of fonts.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, OutlineItem, String

from workbook.render.printed import Bookmark, Printed


def bind(printed: Sequence[Printed]) -> pikepdf.Pdf:
    """Return the gatherings' pages as one open PDF; a book of one gathering is bound already.

    Its metadata are those of the first. The tags still name content as each gathering does: the tag pass,
    which comes next, counts it anew.
    """
    book = pikepdf.open(BytesIO(printed[0].data))
    marks = list(printed[0].outline)
    for number, part in enumerate(printed[1:], start=1):
        before = len(book.pages)
        marks += [replace(mark, page=mark.page + before) for mark in part.outline]
        with pikepdf.open(BytesIO(part.data)) as gathering:
            _add(book, gathering, number)
    if marks:
        _write_outline(book, marks)
    return book


def _add(book: pikepdf.Pdf, gathering: pikepdf.Pdf, number: int) -> None:
    before = len(book.pages)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)  # of addresses, which are copied below
        book.pages.extend(gathering.pages)
    for index in range(before, len(book.pages)):
        book.pages[index].obj.StructParents = index
    _rename_fonts(book.pages[before], number)
    for address, place in NameTree(gathering.Root.Names.Dests).items():
        NameTree(book.Root.Names.Dests)[address] = book.copy_foreign(gathering.make_indirect(place))
    top = book.Root.StructTreeRoot.K[0]
    for element in book.copy_foreign(gathering.Root.StructTreeRoot).K[0].K:
        element.P = top
        top.K.append(element)
        _rename_cells(element, number)


def _rename_fonts(page: pikepdf.Page, number: int) -> None:
    """Give the fonts of a gathering, all of which its first page knows, tags of their own.

    **Why**: two subsets of one font would have the same name, and a printer may take one for the other.
    """
    for font in page.resources.get("/Font", Dictionary()).values():
        for one in (font, *font.get("/DescendantFonts", ())):
            one.BaseFont = _tagged(one.BaseFont, number)
            if "/FontDescriptor" in one:
                one.FontDescriptor.FontName = _tagged(one.FontDescriptor.FontName, number)


def _tagged(name: pikepdf.Object, number: int) -> Name:
    tag, _, rest = str(name)[1:].partition("+")
    letter = chr(ord("A") + (ord(tag[0]) - ord("A") + number) % 26)
    return Name(f"/{letter}{tag[1:]}+{rest}")


def _rename_cells(element: pikepdf.Object, number: int) -> None:
    """Let no cell of a table have the name that another gathering's cell has."""
    if "/ID" in element:
        element.ID = String(f"{number}-{element.ID}")
    attributes = element.get("/A", Dictionary())
    if "/Headers" in attributes:
        attributes.Headers = Array([String(f"{number}-{name}") for name in attributes.Headers])
    for kid in element.get("/K", ()):
        if isinstance(kid, Dictionary) and "/S" in kid:
            _rename_cells(kid, number)


def _write_outline(book: pikepdf.Pdf, marks: Sequence[Bookmark]) -> None:
    with book.open_outline() as outline:
        outline.root.extend(_nested(iter(marks)))


def _nested(marks: Iterator[Bookmark]) -> list[OutlineItem]:
    """Put each entry below the nearest one before it that has a smaller level."""
    top: list[OutlineItem] = []
    above: list[tuple[int, OutlineItem]] = []
    for mark in marks:
        item = OutlineItem(mark.label, mark.page, "XYZ", left=mark.x, top=mark.y)
        item.is_closed = mark.closed
        while above and above[-1][0] >= mark.level:
            above.pop()
        (above[-1][1].children if above else top).append(item)
        above.append((mark.level, item))
    return top
