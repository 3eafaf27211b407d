"""The tag pass: mends the tag tree of WeasyPrint's PDF, so that it says what the page says.

**Why.** WeasyPrint's file passes veraPDF, yet a screen reader would read every folio, meet forty empty
elements a chapter and hear "part-1" for a link. Nothing that is seen, found by a search, or reached
by a bookmark changes here. References: ISO 14289-1:2014 (PDF/UA-1), its clauses and the checkpoints of
the Matterhorn Protocol 1.1; ISO 32000-1:2008 for the structure itself.
"""

from __future__ import annotations

import zlib
from collections import defaultdict

import pikepdf

from workbook.render.tagging.annotations import mend_annotations
from workbook.render.tagging.content import PageContent
from workbook.render.tagging.fonts import mend_unicode_maps
from workbook.render.tagging.repairs import repair
from workbook.render.tagging.tree import Mark, marks, read_tree, write_tree


def finish(pdf: pikepdf.Pdf) -> None:
    """Give the PDF a true tag tree: same input, same bytes; a second pass changes nothing.

    Raises:
        ValueError: the file has no tag tree, or its tree and its pages do not fit each other.
    """
    mend_unicode_maps(pdf)
    contents = [PageContent(page) for page in pdf.pages]
    tree = read_tree(pdf)
    tagged = _by_page(marks(tree))
    repair(pdf, tree, contents)
    kept = _by_page(marks(tree))
    mend_annotations(tree, contents)
    for number, content in enumerate(contents):
        content.rewrite(kept=kept[number], tagged=tagged[number])
    write_tree(pdf, tree, contents)
    _compress(pdf)


def _by_page(marks: set[Mark]) -> dict[int, set[int]]:
    """Return the numbers of all marks, by their page."""
    found: dict[int, set[int]] = defaultdict(set)
    for mark in marks:
        found[mark.page].add(mark.id)
    return found


def _compress(pdf: pikepdf.Pdf) -> None:
    """Compress what is not yet, but for the metadata, which stay readable for tools that know no PDF.

    **Why** here and not in the engine, nor when the file is saved: the pass reads every stream first, so it
    would only be undone; and a file saved twice stays the same.
    """
    for stream in pdf.objects:
        if not isinstance(stream, pikepdf.Stream) or "/Filter" in stream:
            continue
        if stream.get("/Type") != pikepdf.Name.Metadata:
            stream.write(zlib.compress(stream.read_raw_bytes()), filter=pikepdf.Name.FlateDecode)
