"""The tag tree as plain values: read from a file, changed, written back with a new parent tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name

if TYPE_CHECKING:
    from workbook.render.tagging.content import PageContent


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked-content sequence: a run of text or a picture on a page, by its number there."""

    page: int
    id: int


@dataclass(frozen=True, slots=True)
class Reference:
    """An element's hold on an annotation: a link, or a field of a form."""

    target: pikepdf.Object
    entry: pikepdf.Object


@dataclass(slots=True, eq=False)
class Element:
    """A structure element; ``role`` is its type without the slash, ``page`` counts from 0."""

    role: str
    page: int
    entry: pikepdf.Object
    kids: list[Element | Mark | Reference] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Whether the element carries no word or attribute of its own."""
        return not any(key in self.entry for key in ("/Alt", "/ActualText", "/E", "/Lang", "/A", "/ID"))

    def elements(self) -> Iterator[Element]:
        """Give this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements()

    def marks(self) -> Iterator[Mark]:
        """Give all content below, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Element):
                yield from kid.marks()


def read_tree(pdf: pikepdf.Pdf) -> Element:
    """Return the document element with all that hangs on it.

    Raises:
        ValueError: there is no tag tree.
    """
    if "/StructTreeRoot" not in pdf.Root:
        raise ValueError("The PDF has no tag tree.")
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _read(pdf.Root.StructTreeRoot.K[0], pages, 0)


def marks(tree: Element) -> set[Mark]:
    """Return all content that the tree holds."""
    return set(tree.marks())


def write_tree(pdf: pikepdf.Pdf, tree: Element, contents: list[PageContent]) -> None:
    """Write the tree back and build the parent tree anew (ISO 32000-1, 14.7.4.4; ISO 14289-1, 7.1).

    **Why anew**: entries of what was taken out would keep pointing at it.
    """
    owners: list[list[tuple[int, pikepdf.Object]]] = [[] for _ in contents]
    links: list[pikepdf.Object] = []
    for element in tree.elements():
        kids = Array()
        for kid in element.kids:
            if isinstance(kid, Mark):
                number = contents[kid.page].numbers[kid.id]
                owners[kid.page].append((number, element.entry))
                kids.append(_mark(kid.page, number, element, contents))
            elif isinstance(kid, Reference):
                kid.target.StructParent = len(contents) + len(links)
                links.append(element.entry)
                kids.append(kid.entry)
            else:
                kid.entry.P = element.entry
                kids.append(kid.entry)
        element.entry.S = Name(f"/{element.role}")
        element.entry.K = kids
    nums = Array()
    for number, found in enumerate(owners):
        nums.append(number)
        nums.append(Array([entry for _, entry in sorted(found, key=lambda pair: pair[0])]))
    for number, entry in enumerate(links, start=len(contents)):
        nums.append(number)
        nums.append(entry)
    pdf.Root.StructTreeRoot.ParentTree = pdf.make_indirect(Dictionary(Nums=nums))


def _read(entry: pikepdf.Object, pages: dict[tuple[int, int], int], page: int) -> Element:
    own = entry.get("/Pg")
    if own is not None:
        page = pages[own.objgen]
    element = Element(str(entry.S)[1:], page, entry)
    for kid in entry.get("/K", Array()):
        element.kids.append(_read_kid(kid, pages, page))
    return element


def _read_kid(
    kid: pikepdf.Object | int, pages: dict[tuple[int, int], int], page: int
) -> Element | Mark | Reference:
    if isinstance(kid, int):
        return Mark(page, kid)
    if "/S" in kid:
        return _read(kid, pages, page)
    if "/MCID" in kid:
        return Mark(pages[kid.Pg.objgen], int(kid.MCID))
    return Reference(kid.Obj, kid)


def _mark(page: int, number: int, element: Element, contents: list[PageContent]) -> int | Dictionary:
    if page == element.page:
        return number
    return Dictionary(Type=Name.MCR, Pg=contents[page].page.obj, MCID=number)
