"""Files with a practice's logo, for the judges."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import Built, built_once
from workbook.compose.book import compose_book
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.errors import Span
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.theme import TokenChanges
from workbook.model.workbook import Variant
from workbook.theme.lookup import Theme, Themes

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><g opacity="0.8">'
    '<path d="M0 0h30v10z" fill="#aa2211"/>'
    '<circle cx="8" cy="5" r="4" stroke="#114433" fill="none"/></g></svg>'
)


@pytest.fixture(scope="session")
def branded(shared: Path) -> dict[str, Theme]:
    """The theme Warm with a logo: a drawing, and a picture that one can see through."""
    (shared / "logo.svg").write_text(DRAWING, encoding="utf-8")
    Image.new("RGBA", (600, 200), (20, 60, 120, 128)).save(shared / "logo.png")
    return {
        kind: Themes()
        .find("warm")
        .with_tokens(
            TokenChanges.model_validate({"logo": f"logo.{kind}", "emphasis": "underline"}),
            dict.fromkeys(("logo", "emphasis"), Span(shared / "practice.yaml")),
        )
        for kind in ("svg", "png")
    }


@pytest.fixture(scope="session")
def branded_pdfs(shared: Path, sample: Book, plain_sheet: Exercise, branded: dict[str, Theme]) -> list[Built]:
    """A title page and a handout with a logo."""
    book = compose_book(sample, branded["svg"], Reader(), Medium.PRINT)
    title_page = replace(book, sections=book.sections[:1])
    handout = compose_handout(
        plain_sheet, Variant.SHORT, sample.countries, sample.locale, branded["png"], Reader()
    )
    return [
        built_once(shared, "branded-title", title_page),
        built_once(shared, "branded-handout", handout),
    ]


@pytest.fixture(scope="session")
def branded_epub(shared: Path, sample: Book, branded: dict[str, Theme]) -> Built:
    """The sample as an e-book with a logo, in the theme Warm."""
    return built_once(shared, "branded", compose_book(sample, branded["svg"], Reader(), Medium.EPUB))
