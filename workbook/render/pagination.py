"""Which words stand on which page of the printed book, for those who read another form of it.

**Why** from the engine's boxes: they know a page's words and the room between them; a finished PDF would have
to be guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from workbook.render.rendered import PrintedPage, PrintedPart


def read_pages(pages: Sequence[Any], earlier: int = 0) -> tuple[PrintedPage, ...]:
    """Return the words of the laid-out pages, without heads and feet; ``earlier`` ones stand before."""
    found: list[PrintedPage] = []
    for number, page in enumerate(pages, start=earlier + 1):
        parts: list[PrintedPart] = []
        _read(page._page_box.children[0], parts, "")
        found.append(PrintedPage(str(number), tuple(part for part in parts if part.section)))
    return tuple(found)


def _read(box: Any, parts: list[PrintedPart], section: str) -> None:
    """Go down a box; each change of section begins a new part."""
    if getattr(box, "element_tag", "") == "section":
        section = str(box.element.get("id", section))
        if not parts or parts[-1].section != section:
            parts.append(PrintedPart(section))
    if isinstance(box, boxes.TextBox):
        if parts and box.text.strip():
            parts[-1].words.append(box.text)
    elif parts and _is_room(box) and not parts[-1].words:
        parts[-1].begins_in_room = True
    for child in _children(box):
        _read(child, parts, section)


def _children(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        yield child._box if isinstance(child, AbsolutePlaceholder) else child


def _is_room(box: Any) -> bool:
    """Tell whether a box is something to see without words: lines to write on, a frame, a picture."""
    leaf = isinstance(box, boxes.ReplacedBox) or not getattr(box, "children", ())
    return leaf and not isinstance(box, boxes.LineBox) and float(box.margin_height()) > 0
