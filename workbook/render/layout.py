"""Look at the pages after they were laid out: what a reader would miss or stumble over.

**Why** here and not on the finished file: the engine's boxes say exactly where each word stands and which
page it left empty; a PDF would have to be read back and guessed at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from workbook.compose.leaves import CARDS, ONE_SIDED
from workbook.compose.manuscript import Manuscript
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.page import EDGE, INCH
from workbook.render.collisions import collisions

NEARLY_EMPTY = 1 / 5
"""The share of a page's height under which it looks like a mistake."""
WRITTEN = {"sheet", "therapist-notes", "afterwards", "how-to-use"}
"""Sections that fill a page; another of few words, such as a note or a dedication, may be meant so."""
ENDS_ANYWHERE = {"by-group", "sources", "glossary", "overview"}
"""Long lists at a book's end. They end where they end: nobody can shorten them, and no reader takes a list's
short last page for a mistake."""
HEADINGS = {"h1", "h2"}
"""What stands over something and says nothing alone."""
WHOLE = {"points", "card", "frame", "canvas", "figure", "corners", "before", "safety", "bring"}
"""What is of no use in two halves, by its class; a table's rows are too, its repeated head is not."""
ALONE = {"title-page"}
"""Sections whose heading may stand alone: a title needs nothing under it."""
TOLERANCE = 4.0
"""CSS pixels (about 1 mm) by which a word may reach over an edge: slanted and round letters do."""
_PIXELS = 96 / INCH
"""CSS pixels in a millimetre."""


def inspect(pages: Sequence[Any], manuscript: Manuscript, earlier: int = 0) -> list[Diagnostic]:
    """Return what is wrong with the laid-out pages of a manuscript, after ``earlier`` ones, as warnings."""
    laid_out = [_Page(number, page._page_box) for number, page in enumerate(pages, start=earlier + 1)]
    found = [*_lost(laid_out, manuscript)]
    begun: set[int] = set()
    for page in laid_out:
        found += page.overflow()
        found += page.off_the_paper()
        found += page.parted()
        found += page.covered()
        found += page.shared()
        spilled = bool(page.sections & begun)
        begun |= page.sections
        full = page.a_list or not (spilled or page.written)
        if page.words and not full and page.filled() < NEARLY_EMPTY:
            found.append(
                _warning(
                    Code.PAGE_NEARLY_EMPTY,
                    f"Page {page.number} is nearly empty: it begins with “{page.beginning()}”.",
                    "Take a line or two of room out of an answer before it, shorten a text, or lower a logo.",
                )
            )
    found += _split(laid_out)
    for before, after in pairwise(laid_out):
        if before.empty and after.empty:
            found.append(
                _warning(
                    Code.TWO_PAGES_EMPTY,
                    f"Pages {before.number} and {after.number} are both empty.",
                    "A template breaks pages twice; break before a section or after it, not both.",
                )
            )
    return found


class _Page:
    """One page's boxes, margin boxes left out."""

    def __init__(self, number: int, box: Any) -> None:
        self.number = number
        self._box = box
        self.boxes = [b for b in within(box.children[0]) if not isinstance(b, boxes.LineBox)]
        self.words = [w for b in self.boxes if isinstance(b, boxes.TextBox) for w in b.text.split()]
        self.blank = bool(box.page_type.blank)
        kinds = {name for e in self._elements() for name in str(e.get("class", "")).split()}
        self.a_list = bool(kinds & ENDS_ANYWHERE)
        self.written = bool(kinds & WRITTEN)
        self.alone = bool(kinds & ALONE)
        self.sections = {id(element) for element in self._elements()}

    def _elements(self) -> Iterator[Any]:
        return (b.element for b in self.boxes if getattr(b, "element_tag", "") == "section")

    def beginning(self) -> str:
        return " ".join(self.words[:5])

    def filled(self) -> float:
        """Return the share of the page's height down to its last word, line, picture or frame."""
        seen = (b for b in self.boxes if not getattr(b, "children", ()) or b.border_bottom_width)
        last = max((b.position_y + b.margin_height() for b in seen), default=0)
        top: float = self._box.content_box_y()
        return (last - top) / float(self._box.height)

    @property
    def empty(self) -> bool:
        return self.blank or (not self.words and self.filled() <= 0)

    def overflow(self) -> Iterator[Diagnostic]:
        out = [b.text.strip() for b in self.boxes if isinstance(b, boxes.TextBox) and self._is_out(b)]
        if out:
            more = f", and {len(out) - 1} more," if len(out) > 1 else ""
            yield _warning(
                Code.TEXT_OVERFLOWS,
                f"On page {self.number} “{out[0][:40]}”{more} reaches over the edge.",
                "Use shorter words there, or give the column or box more room.",
            )

    def off_the_paper(self) -> Iterator[Diagnostic]:
        """Yield what a foot has where no printer reaches."""
        margins = (b for b in self._box.children[1:] for b in within(b) if isinstance(b, boxes.TextBox))
        lowest = self._box.margin_height() - EDGE * _PIXELS + TOLERANCE
        if off := [b.text.strip() for b in margins if b.text.strip() and b.position_y + b.height > lowest]:
            yield _warning(
                Code.TEXT_OVERFLOWS,
                f"The foot of page {self.number} has more lines than room: “{off[0][:40]}” is off the paper.",
                "Shorten the sheet's title, print the numbers of fewer countries, or choose larger paper.",
            )

    def covered(self) -> Iterator[Diagnostic]:
        met = list(collisions(self._box.children[0]))
        if met:
            words, others = met[0]
            over = f"“{others[:40]}”" if others else "a box"
            more = f" {len(met)} places of this page are so." if len(met) > 1 else ""
            yield _warning(
                Code.WORDS_COVERED,
                f"On page {self.number} {over} stands on “{words[:40]}”.{more}",
                "Use shorter words there, or give them more room.",
            )

    def shared(self) -> Iterator[Diagnostic]:
        """Yield that a page that has a leaf of its own stands on a back. The engine is made to prevent it."""
        kind = self._box.page_type
        if kind.name in (ONE_SIDED, CARDS) and kind.side == "left" and not self.blank:
            yield _warning(
                Code.LEAF_SHARED,
                f"Page {self.number} has a leaf of its own, and stands on the back of another page.",
                "Print this book on one side of the paper, and please report it: it is a bug of ours.",
            )

    @cached_property
    def whole(self) -> dict[int, str]:
        """Return what should stand on one page: each element's identity, and what it is called."""
        found = {}
        for box in self.boxes:
            if isinstance(box, boxes.TableRowBox):
                found[id(box.element)] = "A row of a table"
            elif names := WHOLE.intersection(_classes(box)):
                found[id(box.element)] = f"An element of the class {min(names)}"
        heads = (b for b in self.boxes if isinstance(b, boxes.TableRowGroupBox) and b.is_header)
        for row in (row for head in heads for row in head.children):
            found.pop(id(row.element), None)
        return found

    def parted(self) -> Iterator[Diagnostic]:
        """Yield what ends the page and should have gone over with what follows it."""
        last = None if self.alone else self._last()
        if last is not None and last.element_tag in HEADINGS:
            yield _warning(
                Code.HEADING_AT_FOOT,
                f"Page {self.number} ends with the heading “{last.text.strip()[:40]}”.",
                "What follows it may be too tall for the rest of the page; let it break, or make it smaller.",
            )
        for answer in self._classed("answer"):
            asked = answer.children[-1]
            if "ask" in _classes(asked):
                said = " ".join(b.text.strip() for b in within(asked) if isinstance(b, boxes.TextBox))
                yield _warning(
                    Code.PROMPT_PARTED,
                    f"On page {self.number} nothing of the room stands under the prompt “{said[:40]}”.",
                    "The room may be taller than a page; let it break, or make it smaller.",
                )

    def _last(self) -> Any:
        """Return the words that end the page, or nothing where a line or a picture does."""
        leaves = [b for b in self.boxes if not getattr(b, "children", ()) and b.margin_height() > 0]
        lowest = max(leaves, key=lambda b: b.position_y + b.margin_height(), default=None)
        return lowest if isinstance(lowest, boxes.TextBox) and len(leaves) > 1 else None

    def _classed(self, name: str) -> Iterator[Any]:
        return (b for b in self.boxes if name in _classes(b) and hasattr(b, "children") and b.children)

    def _is_out(self, box: Any) -> bool:
        left = self._box.content_box_x() - TOLERANCE
        right = left + self._box.width + 2 * TOLERANCE
        bottom = self._box.content_box_y() + self._box.height + TOLERANCE
        x, y = box.position_x, box.position_y
        inside = left <= x and x + box.width <= right and y + box.height <= bottom
        return bool(box.text.strip()) and not inside


def _classes(box: Any) -> list[str]:
    element = getattr(box, "element", None)
    return [] if element is None or "::" in box.element_tag else str(element.get("class", "")).split()


def within(box: Any) -> Iterator[Any]:
    """Yield all boxes in a box, those too that stand elsewhere on the page."""
    for child in getattr(box, "children", ()):
        real = child._box if isinstance(child, AbsolutePlaceholder) else child
        yield real
        yield from within(real)


def _split(pages: Sequence[_Page]) -> Iterator[Diagnostic]:
    """Yield what should stand on one page and stands on two."""
    for before, after in pairwise(pages):
        for name in before.whole.keys() & after.whole.keys():
            yield _warning(
                Code.SPLIT,
                f"{before.whole[name]} is split between pages {before.number} and {after.number}.",
                "It may be taller than a page: make it smaller, or let it begin on a page of its own.",
            )


def _lost(pages: Sequence[_Page], manuscript: Manuscript) -> Iterator[Diagnostic]:
    """Compare the words of each section with all that was laid out; the engine cuts some boxes silently."""
    printed = Counter(_letters(word for page in pages for word in page.words))
    source = Counter[str]()
    for section in manuscript.sections:
        source.update(_letters(_words(ET.fromstring(section.markup))))  # noqa: S314 - our own markup
    lost = source - printed
    if lost:
        shown = ", ".join(f"“{word}”" for word in sorted(lost)[:5])
        yield _warning(
            Code.TEXT_LOST,
            f"{lost.total()} words did not get onto a page: {shown}.",
            "A box is taller than a page, or a style hides it; make it smaller or let it break.",
        )


def _words(element: ET.Element) -> Iterator[str]:
    if element.tag.endswith("svg"):
        return
    yield from (element.text or "").split()
    for child in element:
        yield from _words(child)
        yield from (child.tail or "").split()


def _letters(words: Iterator[str]) -> Iterator[str]:
    """Break words where a line may: the engine sets a word in two boxes after a hyphen or a dash."""
    for word in words:
        yield from word.replace("-", "- ").replace("–", "– ").replace("—", "— ").replace("/", "/ ").split()


def _warning(code: Code, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, message, hint, severity=Severity.WARNING)
