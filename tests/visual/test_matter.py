"""The pages around the sheets, measured in the finished file: the ruler, and the rules of large print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from tests.conftest import Built, built_once
from tests.poppler import MM, tool
from workbook.compose.book import compose_book
from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.page import INCH, PROFILES
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Theme


@pytest.fixture(scope="module")
def large(sample: Book, calm: Theme) -> Manuscript:
    return compose_book(sample, calm, Reader(profile=PROFILES["large-print"]), Medium.PRINT)


@pytest.fixture(scope="module")
def large_pdf(large: Manuscript, shared: Path) -> Built:
    return built_once(shared, "sample-large-print", large)


def leaves(path: Path) -> Iterator[Any]:
    opened = pymupdf.open(str(path))  # type: ignore[no-untyped-call]
    yield from (opened[number] for number in range(opened.page_count))


def test_the_ruler_is_fifty_millimetres_with_a_tick_every_ten(sample_pdf: Built, sample: Book) -> None:
    page = next(p for p in leaves(sample_pdf.path) if sample.locale.how_to_use.title in p.get_text())
    strokes = [d for d in page.get_drawings() if len(d["items"]) == 7]
    assert len(strokes) == 1
    (_, left, right), *ticks = strokes[0]["items"]
    assert (right.x - left.x) / MM == pytest.approx(50, abs=0.05)
    assert [(a.x - left.x) / MM for _, a, _ in ticks] == pytest.approx([0, 10, 20, 30, 40, 50], abs=0.05)


def test_only_print_speaks_of_paper(sample: Book, calm: Theme) -> None:
    words = sample.locale.how_to_use
    for medium in (Medium.PRINT, Medium.EPUB):
        sections = compose_book(sample, calm, Reader(), medium).sections
        markup = next(s.markup for s in sections if s.role is Role.HOW_TO_USE)
        assert (words.leaves.heading in markup) is (words.ruler in markup) is (medium is Medium.PRINT)


def test_large_print_says_by_which_rules_it_is_set(large: Manuscript, sample: Book, calm: Theme) -> None:
    said = sample.locale.colophon.large_print[:40]
    ordinary = compose_book(sample, calm, Reader(), Medium.PRINT)
    for book, expected in ((large, True), (ordinary, False)):
        markup = next(s.markup for s in book.sections if s.role is Role.COLOPHON)
        assert (said in markup) is expected


def test_large_print_keeps_the_rules_that_it_names(large_pdf: Built, large: Manuscript, calm: Theme) -> None:
    """Words of 18 point or more, everywhere; an inch at every side; no line stretched, no word divided.

    Heads and feet, which stand in that inch at the top and the bottom, are told by their quieter colour.
    """
    sizes, quiet = set(), int(calm.tokens.muted[1:], 16)
    for page in leaves(large_pdf.path):
        for block in page.get_text("dict")["blocks"]:
            for span in (
                span for line in block.get("lines", ()) for span in line["spans"] if span["text"].strip()
            ):
                sizes.add(round(span["size"], 1))
                assert span["bbox"][0] >= (INCH - 1) * MM, (page.number, span["text"])
                assert span["bbox"][2] <= page.rect.width - (INCH - 1) * MM, (page.number, span["text"])
                if span["color"] != quiet:
                    assert span["origin"][1] >= INCH * MM, (page.number, span["text"])
                    assert span["origin"][1] <= page.rect.height - INCH * MM, (page.number, span["text"])
    assert min(sizes) >= 18 and {20, 22} <= sizes
    assert "justify" not in large.stylesheet and "hyphens: none" in large.stylesheet
    assert "\u00ad" not in tool("pdftotext", str(large_pdf.path), "-")


def test_a_list_of_helplines_that_runs_over_has_its_countrys_name_again(
    large: Manuscript, sample: Book
) -> None:
    crisis = tuple(section for section in large.sections if section.role in (Role.CRISIS, Role.SOURCES))
    with pymupdf.open(stream=render_pdf(replace(large, sections=crisis)).data) as pdf:  # type: ignore[no-untyped-call]
        text = [" ".join(page.get_text().split()) for page in pdf]
    over = 0
    for country in sample.countries:
        begins = f"{country.name} {sample.locale.crisis.emergency}"
        first = next(n for n, words in enumerate(text) if begins in words)
        named = [n for n, words in enumerate(text) if country.name in words]
        last = country.lines[-1].name.partition("'")[0]  # it is curled on the page
        ends = max(n for n, words in enumerate(text) if last in words)
        assert [n for n in named if n >= first] == list(range(first, ends + 1)), country.name
        over += ends - first
    assert over, "one of them does run over"


def test_the_foot_of_a_left_hand_page_begins_on_the_left_in_large_print(
    large_pdf: Built, sample_pdf: Built
) -> None:
    for built, same in ((large_pdf, True), (sample_pdf, False)):
        feet = [[line["bbox"][0] for line in lines] for lines in _feet(built.path)]
        ragged = [starts for starts in feet if max(starts) - min(starts) > 1]
        assert feet and bool(ragged) is not same


def _feet(path: Path) -> Iterator[list[dict[str, Any]]]:
    """Yield the lines of each left-hand page's foot, the folio left out, where there are several."""
    for page in leaves(path):
        blocks = page.get_text("dict")["blocks"]
        lines = [line for block in blocks for line in block.get("lines", ())]
        low = [line for line in lines if line["bbox"][1] > page.rect.height - 22 * MM]
        foot = [line for line in low if not line["spans"][0]["text"].strip().isdigit()]
        if page.number % 2 and len(foot) > 1:
            yield foot
