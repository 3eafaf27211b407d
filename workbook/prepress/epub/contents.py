"""The contents: every chapter is in them, and every line leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.errors import Code
from workbook.prepress.epub.fault import Fault
from workbook.prepress.epub.opened import TYPE, XHTML, Element, Opened

_LISTED = frozenset(
    ("appendix", "bibliography", "chapter", "colophon", "glossary", "index", "introduction", "part")
)


def contents_faults(book: Opened) -> Iterator[Fault]:
    """Yield lines that lead nowhere, and chapters that no line leads to."""
    lists = [("contents", nav) for nav in book.nav("toc")] + [
        ("landmarks", nav) for nav in book.nav("landmarks")
    ]
    if not book.nav("toc"):
        yield Fault(Code.EPUB_CONTENTS, "The book has no contents.", "Make the book again.")
        return
    reached = set()
    for what, nav in lists:
        for link in nav.iter(f"{XHTML}a"):
            name, fragment = book.target(book.nav_name, link.get("href", ""))
            if what == "contents":
                reached.add(name)
            if not book.has(name, fragment):
                words = " ".join("".join(link.itertext()).split())
                yield Fault(
                    Code.EPUB_CONTENTS,
                    f"In the {what} “{words[:60]}” leads nowhere: there is no `{link.get('href', '')}`.",
                    "Make the book again; if it stays, report it.",
                )
    for name in book.spine:
        if name not in reached and _belongs(book.documents[name]):
            yield Fault(
                Code.EPUB_CONTENTS,
                f"No line of the contents leads to `{name}`.",
                "A reader can only come upon it by chance; list it.",
            )


def _belongs(root: Element) -> bool:
    """Tell whether a document is a chapter or the like; where nothing says what it is, it counts as one."""
    body = root.find(f"{XHTML}body")
    if body is None:
        return False
    types = {word for element in (body, *body) for word in element.get(TYPE, "").split()}
    return bool(types & _LISTED) or not types
