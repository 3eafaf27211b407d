"""Accent, fonts, logo and sizes change by tokens alone: no stylesheet or template has any of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbook import bundled
from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.errors import Span
from workbook.model.book import Book
from workbook.model.theme import TokenChanges, Tokens
from workbook.theme.lookup import Theme

PLACE = Span(Path("practice.yaml"))
COLOURS = [name for name, value in Tokens.model_fields.items() if "{6}" in str(value.metadata)]
PAPER_AND_INK = {"#ffffff", "#000000"}


def _changed(theme: Theme, **changes: str) -> Theme:
    return theme.with_tokens(TokenChanges.model_validate(changes), dict.fromkeys(changes, PLACE))


def test_the_colours_are_known() -> None:
    assert {"accent", "tint", "rule"} <= set(COLOURS)
    assert len(COLOURS) == 9


@pytest.mark.parametrize("medium", [Medium.PRINT, Medium.EPUB])
def test_every_colour_of_a_book_is_a_tokens(sample: Book, calm: Theme, medium: Medium) -> None:
    own = {name: f"#0{number}0{number}0{number}" for number, name in enumerate(COLOURS, start=1)}
    book = compose_book(sample, _changed(calm, **own), Reader(), medium)
    text = " ".join((book.stylesheet, book.cover, *(section.markup for section in book.sections)))
    found = set(re.findall(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?=[;\s\"])", text))
    assert found <= {*own.values(), *PAPER_AND_INK}


def test_every_font_of_a_book_is_a_tokens(sample: Book, calm: Theme) -> None:
    book = compose_book(
        sample, _changed(calm, font="Crimson Text", heading_font="Crimson Text"), Reader(), Medium.PRINT
    )
    assert {face.family for face in book.fonts} == {"Crimson Text"}
    assert set(re.findall(r'font-family: "([^"]+)"', book.stylesheet)) == {"Crimson Text"}


def test_every_size_of_print_is_a_tokens_or_follows_one() -> None:
    sheets = [*bundled.templates().rglob("print.css"), *bundled.templates().rglob("*.print.css")]
    assert len(sheets) > 20
    for sheet in sheets:
        for size in re.findall(r"font-size: ([^;}]+)", sheet.read_text(encoding="utf-8")):
            assert re.fullmatch(r"var\(--[a-z-]+\)|[\d.]+em|0", size.strip()), f"{sheet.name}: {size}"


@pytest.mark.parametrize("token", [name for name in Tokens.model_fields if name.startswith("size_")])
def test_a_size_changes_the_pages(sample: Book, calm: Theme, token: str) -> None:
    before, after = (
        compose_book(sample, theme, Reader(), Medium.PRINT).stylesheet
        for theme in (calm, _changed(calm, **{token: "19.3pt"}))
    )
    assert "19.3pt" not in before
    assert "19.3pt" in after


def test_stress_can_be_underlined_and_is_never_slanted(sample: Book, calm: Theme) -> None:
    bold = compose_book(sample, calm, Reader(), Medium.PRINT).stylesheet
    underlined = compose_book(sample, _changed(calm, emphasis="underline"), Reader(), Medium.PRINT).stylesheet
    rule = re.compile(r"^em, strong \{ (.+) \}$", re.MULTILINE)
    assert [m[1] for m in map(rule.search, (bold, underlined)) if m] == [
        "font-style: normal; font-weight: bold; text-decoration: none",
        "font-style: normal; font-weight: inherit; text-decoration: underline",
    ]
    assert "italic" not in bold
