"""Preflight of finished PDF files: what a printer sends back, measured on the pages themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path

import pikepdf

from workbook.errors import Code, Diagnostic, Severity, Span
from workbook.model.page import INCH, POINT, Paper
from workbook.prepress.pdf.edges import Edges, read_edges
from workbook.prepress.pdf.fonts import fonts_left_out
from workbook.prepress.pdf.marks import Marks, read_marks

__all__ = ["Measured", "preflight_pdf"]

LEAST_LETTERS = 7.0
"""Points. KDP asks for 7 pt and more (Paperback formatting, as of 2026-11)."""
LEAST_LINE = 0.75
"""Points. KDP asks for lines of 0.75 pt and more (the same page, as of 2026-11)."""
GUTTERS = ((150, 9.6), (300, 12.7), (500, 15.9), (700, 19.1), (828, 22.3))
"""KDP's least inside margin in millimetres for up to so many pages (the same page, as of 2026-11)."""
LEAST_EDGE = 0.25 * INCH
"""KDP's least margin on the other three sides, and what office printers cannot reach."""
_ROUNDING = 0.01
"""Points and millimetres: what an engine loses in writing its numbers."""


@dataclass(frozen=True)
class Measured:
    """What was measured on a file's pages, and what is wrong with it; points, and millimetres for edges."""

    pages: int
    smallest_letters: float
    thinnest_line: float
    nearest_inside: float
    findings: tuple[Diagnostic, ...]


def preflight_pdf(path: Path, paper: Paper, *, most_pages: int | None = None) -> Measured:
    """Measure every page of a finished PDF against what printers ask for.

    Raises:
        pikepdf.PdfError: the file is no PDF that can be read.
    """
    found: list[Diagnostic] = []

    def say(message: str, hint: str, code: Code) -> None:
        found.append(Diagnostic(code, message, hint, Span(path), Severity.ERROR))

    with pikepdf.open(path) as pdf:
        count = len(pdf.pages)
        gutter = next((least for most, least in GUTTERS if count <= most), GUTTERS[-1][1])
        marks, edges = [read_marks(page) for page in pdf.pages], read_edges(path)
        for number, (page, mark, edge) in enumerate(zip(pdf.pages, marks, edges, strict=True), start=1):
            if odd := _odd_size(page, paper):
                say(f"Page {number} is {odd}, not {paper.width:.1f} × {paper.height:.1f} mm.", _SAME, _SIZE)
            for message, code in (*_too_small(mark, number), *_too_near(edge, number, gutter)):
                say(message, _LARGER, code)
        if most_pages is not None and count > most_pages:
            say(
                f"The file has {count} pages; {most_pages} may be.", "Shorten its words.", Code.SHEET_TOO_LONG
            )
        for name in fonts_left_out(pdf):
            say(f"The font {name} is not embedded.", "Use a font that a package brings.", Code.FONT_LEFT_OUT)
    return Measured(
        count,
        _least(mark.letters for mark in marks),
        _least(mark.line for mark in marks),
        _least(edge.left for edge in edges[::2]),
        tuple(found),
    )


_SIZE = Code.PAGE_SIZE
_SAME = "A printer takes pages of one size alone; make the file again."
_LARGER = "Change the theme's sizes, or choose a paper with wider margins."


def _too_small(mark: Marks, number: int) -> Iterator[tuple[str, Code]]:
    on = f"on page {number}"
    if mark.letters < LEAST_LETTERS - _ROUNDING:
        yield f"Letters of {mark.letters:.2f} pt stand {on}; printers ask for 7 pt.", Code.FINE_PRINT
    if mark.line < LEAST_LINE - _ROUNDING:
        yield f"A line of {mark.line:.2f} pt is {on}; printers ask for 0.75 pt.", Code.FINE_LINE


def _too_near(edges: Edges, number: int, gutter: float) -> Iterator[tuple[str, Code]]:
    """Yield each edge that words come too near; the binding is on the left of a right-hand page."""
    inside = gutter if number % 2 else LEAST_EDGE
    sides = (
        ("left edge", edges.left, inside),
        ("right edge", edges.right, LEAST_EDGE),
        ("head", edges.top, LEAST_EDGE),
        ("foot", edges.bottom, LEAST_EDGE),
    )
    for edge, found, least in sides:
        if found < least - _ROUNDING:
            message = f"Words on page {number} stand {found:.1f} mm from the {edge}; it takes {least:.1f} mm."
            yield message, Code.NEAR_EDGE


def _odd_size(page: pikepdf.Page, paper: Paper) -> str:
    left, bottom, right, top = (float(number) for number in page.mediabox)
    width, height = (right - left) * POINT, (top - bottom) * POINT
    as_wanted = abs(width - paper.width) < 0.1 and abs(height - paper.height) < 0.1
    return "" if as_wanted else f"{width:.1f} × {height:.1f} mm"


def _least(numbers: Iterable[float]) -> float:
    least = min(numbers, default=inf)
    return 0.0 if least == inf else round(float(least), 2)
