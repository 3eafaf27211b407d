"""A table of three rows stands on one page."""

from __future__ import annotations

from dataclasses import replace

import pymupdf

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.page import PAPERS, PROFILES, Ink
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Themes


def test_three_rows_are_not_parted(complete: Book) -> None:
    reader = Reader(paper=PAPERS["8x10in"], profile=PROFILES["large-print"], ink=Ink.SAVING)
    book = compose_book(complete, Themes().find("plain"), reader, Medium.PRINT)
    alone = replace(
        book, sections=tuple(section for section in book.sections if section.id == "strength-in-body")
    )
    with pymupdf.open(stream=render_pdf(alone).data) as pdf:  # type: ignore[no-untyped-call]
        assert sum("Where I was" in page.get_text() for page in pdf) == 1
