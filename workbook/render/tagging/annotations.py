"""Links: what a reader hears of one."""

from __future__ import annotations

import pikepdf

from workbook.render.tagging.content import PageContent
from workbook.render.tagging.tree import Element, Reference

PRINT = 1 << 2
"""The flag that keeps an annotation when the page is printed (ISO 32000-1, 12.5.3)."""


def mend_annotations(tree: Element, contents: list[PageContent]) -> None:
    """Name each link by its own words and let it print (ISO 14289-1, 7.18.1, 7.18.5; Matterhorn 28-012).

    WeasyPrint names a link by its target, such as ``part-1``.
    """
    for element in tree.elements():
        links = [kid.target for kid in element.kids if isinstance(kid, Reference)]
        if not links:
            continue
        words = " ".join(contents[mark.page].text(mark.id) for mark in element.marks())
        for link in links:
            link.F = int(link.get("/F", 0)) | PRINT
            if element.role == "Link" and words.strip():
                link.Contents = pikepdf.String(" ".join(words.split()))
