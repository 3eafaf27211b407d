"""The tag pass: mends the tag tree of WeasyPrint's PDF, so that it says what the page says.

**Why.** WeasyPrint's file passes veraPDF, yet a screen reader would read every folio, meet forty empty
elements a chapter and hear "part-1" for a link. Nothing that is seen, found by a search, or reached
by a bookmark changes here. References: ISO 14289-1:2014 (PDF/UA-1), its clauses and the checkpoints of
the Matterhorn Protocol 1.1; ISO 32000-1:2008 for the structure itself.
"""

from __future__ import annotations

import zlib
from io import BytesIO

import pikepdf

from workbook.render.tagging.annotations import mend_annotations
from workbook.render.tagging.content import PageContent
from workbook.render.tagging.fonts import mend_unicode_maps
from workbook.render.tagging.repairs import repair
from workbook.render.tagging.tree import marks, read_tree, write_tree


def finish(data: bytes) -> bytes:
    """Return the PDF with a true tag tree: same input, same bytes; a second pass changes nothing.

    Raises:
        ValueError: the file has no tag tree, or its tree and its pages do not fit each other.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        mend_unicode_maps(pdf)
        contents = [PageContent(page) for page in pdf.pages]
        tree = read_tree(pdf)
        tagged = marks(tree)
        repair(pdf, tree, contents)
        kept = marks(tree)
        mend_annotations(tree, contents)
        for number, content in enumerate(contents):
            content.rewrite(
                kept={mark.id for mark in kept if mark.page == number},
                tagged={mark.id for mark in tagged if mark.page == number},
            )
        write_tree(pdf, tree, contents)
        _compress(pdf)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


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
