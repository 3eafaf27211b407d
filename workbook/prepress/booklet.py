"""Impose a finished PDF for folding: two pages on each side of a sheet of twice the size.

**Why** the tags are gone afterwards: a folded sheet has no reading order; keep the original for screens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.page import INCH, POINT
from workbook.prepress.imposition import Side, saddle_stitch

LIMIT = 2000
"""Pages; no stapler goes through so many."""
SHEETS = {
    "A4": (297.0, 210.0),
    "Letter": (11 * INCH, 8.5 * INCH),
    "A3": (420.0, 297.0),
    "11 × 17 in": (17 * INCH, 11 * INCH),
}
"""Paper that is sold, lying: width and height in millimetres (ISO 216, ANSI/ASME Y14.1)."""
_NEAR = 1.5
"""Millimetres by which two pages may fall short of a sheet: ISO 216 rounds A5 down, and two are 296 wide."""
_DRAWN_ELSEWHERE = {"/Link", "/Popup"}
"""What lies over a page without being seen on paper; anything else may be what someone wrote."""


@dataclass(frozen=True)
class Folded:
    """A booklet's file, how many sheets of paper it takes, and of which paper."""

    data: bytes
    sheets: int
    paper: str


def booklet(path: Path) -> Folded:
    """Return a finished PDF's pages laid out for folding.

    Raises:
        FindingsError: the file cannot be read as a PDF, is a form or has notes on its pages, has pages of
            different sizes, or too many.
    """
    try:
        with pikepdf.open(path) as source:
            _refuse_answers(source, path)
            size = _size(source, path)
            paper, sheet = _sheet(size)
            sides = saddle_stitch(len(source.pages))
            with pikepdf.new() as sheets:
                for side in sides:
                    _add(sheets, source, side, size, sheet)
                title = source.docinfo.get(pikepdf.Name.Title)
                if title is not None:
                    sheets.docinfo[pikepdf.Name.Title] = title
                out = BytesIO()
                sheets.save(out, deterministic_id=True)
    except FileNotFoundError as error:
        raise _wrong(path, Code.FILE_NOT_FOUND, "There is no such file.", "Look at its name.") from error
    except (pikepdf.PdfError, OSError) as error:
        hint = "Make it anew with workbook build --paper a5."
        raise _wrong(path, Code.FILE_NOT_READABLE, "This cannot be read as a PDF.", hint) from error
    return Folded(out.getvalue(), len(sides) // 2, paper)


def _refuse_answers(source: pikepdf.Pdf, path: Path) -> None:
    """Stop where fields or notes lie over the pages.

    **Why** not lay them out too: a field belongs to one page of one file, and what a person wrote must not
    get lost without a word.
    """
    for number, page in enumerate(source.pages, start=1):
        if any(str(note.get("/Subtype")) not in _DRAWN_ELSEWHERE for note in _notes(page)):
            message = f"Page {number} has fields or notes over it; a booklet would leave out what they hold."
            hint = "Print it to a PDF in your PDF viewer and fold that, or build it without --fillable."
            raise _wrong(path, Code.ANSWERS_LEFT_OUT, message, hint)


def _notes(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    notes = page.obj.get("/Annots")
    found = list(notes) if isinstance(notes, pikepdf.Array) else []
    return (note for note in found if isinstance(note, pikepdf.Dictionary))


def _sheet(page: tuple[float, float]) -> tuple[str, tuple[float, float]]:
    """Return the paper that two pages side by side fill, its name and its size in points."""
    width, height = 2 * page[0], page[1]
    for name, (wide, high) in SHEETS.items():
        if abs(wide - width * POINT) < _NEAR and abs(high - height * POINT) < _NEAR:
            return name, (max(wide / POINT, width), max(high / POINT, height))
    return f"{width * POINT:.0f} × {height * POINT:.0f} mm", (width, height)


def _size(source: pikepdf.Pdf, path: Path) -> tuple[float, float]:
    if len(source.pages) > LIMIT:
        message = f"It has {len(source.pages)} pages; a booklet has {LIMIT} at most."
        raise _wrong(path, Code.NOT_IMPOSABLE, message, "Build a part of it.")
    sizes = {
        (round(float(box[2]) - float(box[0]), 1), round(float(box[3]) - float(box[1]), 1))
        for box in (page.mediabox for page in source.pages)
    }
    if len(sizes) != 1:
        message = f"Its pages have {len(sizes)} different sizes."
        raise _wrong(path, Code.NOT_IMPOSABLE, message, "Build it with one paper.")
    return sizes.pop()


def _add(
    sheets: pikepdf.Pdf,
    source: pikepdf.Pdf,
    side: Side,
    size: tuple[float, float],
    paper: tuple[float, float],
) -> None:
    """Add one side: its two pages meet in the fold, and what white the paper has over lies outside."""
    width, height = size
    left, low = paper[0] / 2 - width, (paper[1] - height) / 2
    drawn, forms = b"", pikepdf.Dictionary()
    for place, number in enumerate((side.left, side.right)):
        if number:
            form = sheets.copy_foreign(source.pages[number - 1].as_form_xobject())
            forms[f"/Page{number}"] = form
            x, y = left + place * width - float(form.BBox[0]), low - float(form.BBox[1])
            drawn += f"q 1 0 0 1 {x:.3f} {y:.3f} cm /Page{number} Do Q\n".encode()
    sheet = sheets.add_blank_page(page_size=paper)
    sheet.Resources = pikepdf.Dictionary(XObject=forms)
    sheet.Contents = sheets.make_stream(drawn)


def _wrong(path: Path, code: Code, message: str, hint: str) -> FindingsError:
    return FindingsError([Diagnostic(code, message, hint, Span(path))])
