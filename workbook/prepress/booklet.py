"""Impose a finished PDF for folding: two pages on each side of a sheet of twice the size.

**Why** the tags are gone afterwards: a folded sheet has no reading order; keep the original for screens.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.prepress.imposition import Side, saddle_stitch

LIMIT = 2000
"""Pages; no stapler goes through so many."""


def booklet(path: Path) -> tuple[bytes, int]:
    """Return the imposed file and how many sheets of paper it takes.

    Raises:
        FindingsError: the file cannot be read as a PDF, or has pages of different sizes, or too many.
    """
    try:
        with pikepdf.open(path) as source:
            size = _size(source, path)
            sides = saddle_stitch(len(source.pages))
            with pikepdf.new() as sheets:
                for side in sides:
                    _add(sheets, source, side, size)
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
    return out.getvalue(), len(sides) // 2


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


def _add(sheets: pikepdf.Pdf, source: pikepdf.Pdf, side: Side, size: tuple[float, float]) -> None:
    width, height = size
    drawn, forms = b"", pikepdf.Dictionary()
    for place, number in enumerate((side.left, side.right)):
        if number:
            form = sheets.copy_foreign(source.pages[number - 1].as_form_xobject())
            forms[f"/Page{number}"] = form
            x, y = place * width - float(form.BBox[0]), -float(form.BBox[1])
            drawn += f"q 1 0 0 1 {x:.3f} {y:.3f} cm /Page{number} Do Q\n".encode()
    sheet = sheets.add_blank_page(page_size=(2 * width, height))
    sheet.Resources = pikepdf.Dictionary(XObject=forms)
    sheet.Contents = sheets.make_stream(drawn)


def _wrong(path: Path, code: Code, message: str, hint: str) -> FindingsError:
    return FindingsError([Diagnostic(code, message, hint, Span(path))])
