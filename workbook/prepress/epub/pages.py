"""The list of the printed book's pages: bare numbers, in order, each where the text says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbook.errors import Code
from workbook.prepress.epub.fault import Fault
from workbook.prepress.epub.opened import OPF, TYPE, XHTML, Opened


def page_faults(book: Opened) -> Iterator[Fault]:
    """Yield what is wrong with the page list and the marks in the text."""
    marks = [
        (name, element.get("id", ""), element.get("aria-label") or "".join(element.itertext()))
        for name in book.spine
        for element in book.documents[name].iter(f"{XHTML}*")
        if "pagebreak" in element.get(TYPE, "").split()
    ]
    lines = [
        (*book.target(book.nav_name, link.get("href", "")), "".join(link.itertext()).strip())
        for nav in book.nav("page-list")
        for link in nav.iter(f"{XHTML}a")
    ]
    if not marks and not lines:
        return
    if not any(meta.get("property") == "pageBreakSource" for meta in book.package.iter(f"{OPF}meta")):
        yield _fault(
            "The package does not say of which book the pages are.", "Name it under `pageBreakSource`."
        )
    for name, fragment, label in lines:
        if not book.has(name, fragment):
            yield _fault(f"The page {label} of the page list leads nowhere.", "Make the book again.")
        if not label.isdigit() and not label.isalpha():
            yield _fault(f"The page list says `{label}`; it has bare folios.", "Write the number alone.")
    for mark in marks:
        if mark not in lines:
            yield _fault(
                f"The page {mark[2]} is marked in `{mark[0]}`, but is not so in the page list.", "List it."
            )
    listed = [line for line in lines if line in marks]
    if listed != [mark for mark in marks if mark in listed]:
        yield _fault("The page list is not in the order of the text.", "List the pages as they come.")
    numbers = [int(label) for _, _, label in lines if label.isdigit()]
    if any(after <= before for before, after in pairwise(numbers)):
        yield _fault("The folios of the page list do not rise.", "Look at the order of the sections.")


def _fault(message: str, hint: str) -> Fault:
    return Fault(Code.EPUB_PAGE_LIST, message, hint)
