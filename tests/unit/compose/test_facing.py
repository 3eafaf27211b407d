from __future__ import annotations

from dataclasses import replace

import pymupdf
import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience, Reader
from workbook.model.book import Book
from workbook.model.page import PAPERS
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Theme

SHEETS = ("start-tools-or-talk", "trust-old-expectations")


@pytest.mark.parametrize(("paper", "pages"), [("a4", 1), ("letter", 1), ("6x9in", 2), ("half-letter", 2)])
def test_notes_face_their_sheet_with_their_last_page(
    paper: str, pages: int, complete: Book, calm: Theme
) -> None:
    reader = Reader(Audience.THERAPIST, PAPERS[paper])
    whole = compose_book(complete, calm, reader, Medium.PRINT)
    wanted = ["title-page", *(name for sheet in SHEETS for name in (f"notes-{sheet}", sheet))]
    book = replace(whole, sections=tuple(s for s in whole.sections if s.id in wanted))
    assert [section.pages for section in book.sections] == [0, *[pages, 0] * len(SHEETS)]
    with pymupdf.open(stream=render_pdf(book).data) as pdf:  # type: ignore[no-untyped-call]
        texts = [page.get_text() for page in pdf]
    firsts = [n for n, text in enumerate(texts) if "Good for you if" in text]
    assert len(firsts) == len(SHEETS)
    for first in firsts:
        assert first % 2 == 0, "a sheet begins on the right"
        assert "Questions for the next session" in texts[first - 1]
