"""What another viewer draws: PDFium, which is in Chrome and Edge, shows the lines that Poppler shows."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
from PIL import Image

from tests.conftest import Built
from tests.poppler import pages, picture
from workbook.compose.measures import measure
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.theme.lookup import Theme

DPI = 144
INK = 180
"""The lightest grey that counts as ink."""


def _strokes(image: Image.Image) -> int:
    """Return how many strokes a column crosses that words seldom reach."""
    x = round(image.width * 0.85)
    grey = image.convert("L").crop((x, 0, x + 1, image.height)).tobytes()
    return sum(now < INK <= before for before, now in pairwise(grey))


def test_every_ruled_line_is_there_in_both(sample_pdf: Built, sample: Book, calm: Theme) -> None:
    hint = sample.locale.notes_page.hint
    number = next(page.number for page in pages(sample_pdf.path) if hint in page.text)
    with pypdfium2.PdfDocument(sample_pdf.path) as document:
        theirs = document[number - 1].render(scale=DPI / 72).to_pil()
    wanted = measure(calm.tokens, Reader()).note_lines(headed=True)
    assert _strokes(picture(sample_pdf.path, number, DPI)) == wanted
    assert _strokes(theirs) == wanted
