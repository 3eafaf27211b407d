"""Every page of the sample, on both papers: what stands on it, where, and that nothing is lost."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageChops

from tests.conftest import Build, Built, built_once
from tests.leaves import shared_leaves, two_empty
from tests.poppler import MM, Page, pages, picture, tool
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Medium
from workbook.compose.measures import measure
from workbook.compose.reader import Audience, Reader
from workbook.model.book import Book
from workbook.model.leaf import Leaf
from workbook.model.page import EDGE, PAPERS, PROFILES, margins
from workbook.model.text import texts
from workbook.model.values import VALUE
from workbook.model.workbook import Variant
from workbook.prepress.pdf.edges import read_edges
from workbook.theme.lookup import Theme

EDITIONS = [(audience, paper) for audience in Audience for paper in ("a4", "letter")]
STANDARD = PROFILES["standard"]
MARGINS = margins(PAPERS["a4"], STANDARD)
FOOT = MARGINS.bottom
SHEETS = ["boundary-where", "boundary-one-sentence", "boundary-practice-run"]


@pytest.fixture(scope="module", params=EDITIONS, ids=lambda e: f"{e[0]}-{e[1]}")
def edition(request: pytest.FixtureRequest, build: Build) -> Built:
    audience, paper = request.param
    return build(Medium.PRINT, audience, paper)


def test_the_engine_has_no_complaint(edition: Built) -> None:
    assert edition.findings == ()


def test_pages_have_the_papers_size(edition: Built) -> None:
    paper = PAPERS["letter" if "letter" in edition.path.name else "a4"]
    for page in pages(edition.path):
        assert (page.width, page.height) == pytest.approx((paper.width, paper.height), abs=0.1)


def test_no_word_leaves_the_margins(edition: Built) -> None:
    for page in pages(edition.path):
        right_hand = page.number % 2 == 1
        left = MARGINS.inside if right_hand else MARGINS.outside
        right = page.width - (MARGINS.outside if right_hand else MARGINS.inside)
        for word in page.words:
            assert word.left >= left - 1.5 and word.right <= right + 1.5, (page.number, word)
    for page, white in zip(pages(edition.path), read_edges(edition.path), strict=True):
        assert min(white.left, white.right, white.top, white.bottom) >= EDGE, page.number


@pytest.mark.parametrize(
    "name", ["letter-standard", "a5-standard", "a5-motor", "half-letter-roomy", "6x9in-motor"]
)
def test_small_paper_has_its_edges_free_too(name: str, sample: Book, calm: Theme, shared: Path) -> None:
    paper, profile = name.rsplit("-", 1)
    reader = Reader(paper=PAPERS[paper], profile=PROFILES[profile])
    exercise = sample.exercises["boundary-where"]
    made = compose_handout(exercise, Variant.FULL, sample.countries, sample.locale, calm, reader)
    built = built_once(shared, f"edges-{name}", made)
    for number, white in enumerate(read_edges(built.path), start=1):
        assert min(white.left, white.right, white.top, white.bottom) >= EDGE, (number, white)


def test_no_two_empty_pages_run_and_every_empty_one_says_why(edition: Built) -> None:
    assert all(page.words for page in pages(edition.path))
    assert two_empty(edition.path) == []


def test_no_leaf_that_is_taken_out_carries_another_sheet(edition: Built, sample: Book) -> None:
    assert shared_leaves(edition.path, sample) == []


def test_the_search_for_shared_leaves_finds_them(sample_pdf: Built, sample: Book) -> None:
    loose = {i: e.model_copy(update={"leaf": Leaf.TEAR_OUT}) for i, e in sample.exercises.items()}
    assert shared_leaves(sample_pdf.path, replace(sample, exercises=loose))


def test_notes_face_their_sheets(edition: Built, sample: Book) -> None:
    if "therapist" in edition.path.name:
        for exercise in sample.exercises.values():
            first = _page_with(edition.path, f"{exercise.title} · 1 of")
            before = pages(edition.path)[first.number - 2]
            assert first.number % 2 == 1 and sample.locale.notes.watch_for in before.text, exercise.id


def _unfilled(text: str) -> str:
    return VALUE.sub(lambda value: value["otherwise"] or "\n", text)


def test_all_the_text_of_the_sheets_is_on_the_pages(sample_pdf: Built, sample: Book) -> None:
    printed = re.sub(r"\s+", "", tool("pdftotext", str(sample_pdf.path), "-"))
    for exercise in sample.exercises.values():
        for location, text, _ in texts(exercise):
            if {"short", "notes", "provenance", "worked_row"} & set(location) or location[-1] == "label":
                continue
            for piece in re.split(r"[\"'“”‘’*\[\]\-]|\.\.\.|\s{2,}|\n", _unfilled(text)):
                assert re.sub(r"\s+", "", piece) in printed, (exercise.id, location, piece)


def test_contents_give_the_pages_where_titles_stand(sample_pdf: Built, sample: Book) -> None:
    everything = pages(sample_pdf.path)
    contents = next(p for p in everything if p.text.startswith("Contents") or " Contents " in p.text[:40])
    for exercise in sample.exercises.values():
        match = re.search(re.escape(exercise.title) + r" (\d+)", contents.text)
        assert match, exercise.title
        page = everything[int(match[1]) - 1]
        assert exercise.title in page.text
        assert str(page.number) in [w.text for w in page.words if w.top > page.height - FOOT]


def test_every_page_of_a_sheet_counts_itself(sample_pdf: Built, sample: Book) -> None:
    counts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for page in pages(sample_pdf.path):
        for exercise in sample.exercises.values():
            if match := re.search(re.escape(exercise.title) + r" · (\d+) of (\d+)", page.text):
                counts[exercise.id].append((int(match[1]), int(match[2])))
    assert set(counts) == set(sample.exercises)
    for seen in counts.values():
        assert seen == [(n, len(seen)) for n in range(1, len(seen) + 1)]


def test_outline_is_the_contents(sample_pdf: Built, sample: Book) -> None:
    with pikepdf.open(sample_pdf.path) as pdf, pdf.open_outline() as outline:
        parts = {item.title: [child.title for child in item.children] for item in outline.root}
    for part in sample.workbook.parts:
        assert parts[part.title] == [sample.exercises[e.exercise].title for e in part.exercises]
    assert sample.locale.crisis.title in parts


def test_only_our_fonts_are_in_it_and_they_are_embedded(sample_pdf: Built) -> None:
    rows = tool("pdffonts", str(sample_pdf.path)).splitlines()[2:]
    assert rows
    for row in rows:
        assert "Atkinson-Hyperlegible" in row
        assert re.search(r"yes\s+yes\s+yes\s+\d+\s+\d+$", row), row


def test_ruled_lines_keep_their_distance(sample_pdf: Built, sample: Book, calm: Theme) -> None:
    """Measured on the picture: dark rows down a column of the first page of notes."""
    dpi = 400
    image = picture(sample_pdf.path, _page_with(sample_pdf.path, sample.locale.notes_page.hint).number, dpi)
    x = int((MARGINS.inside + 100) / 25.4 * dpi)
    grey = image.crop((x, 0, x + 1, image.height)).tobytes()
    dark = [y for y in range(1, len(grey)) if grey[y] < 160 <= grey[y - 1]]
    steps = [(b - a) / dpi * 25.4 for a, b in pairwise(dark)]
    assert len(steps) == measure(calm.tokens, Reader()).note_lines(headed=True) - 1
    assert steps == pytest.approx([STANDARD.pitch] * len(steps), abs=0.15)


@pytest.mark.parametrize("exercise_id", SHEETS)
def test_a_sheets_pages_are_the_same_alone_and_in_the_book(
    exercise_id: str, sample: Book, calm: Theme, sample_pdf: Built, shared: Path
) -> None:
    """Pixel for pixel between the running head and the foot, on every page."""
    exercise = sample.exercises[exercise_id]
    handout = compose_handout(exercise, Variant.FULL, sample.countries, sample.locale, calm, Reader())
    alone = built_once(shared, f"alone-{exercise_id}", handout)
    start = _page_with(sample_pdf.path, f"{exercise.title} · 1 of").number
    last = _page_with(sample_pdf.path, f"{exercise.title} · {alone.extent} of {alone.extent}").number
    assert last - start + 1 == alone.extent
    for page in range(alone.extent):
        ours, theirs = picture(alone.path, page + 1), picture(sample_pdf.path, start + page)
        band = (0, int((MARGINS.top - 2) * MM), ours.width, int(ours.height - FOOT * MM))
        assert ImageChops.difference(ours.crop(band), theirs.crop(band)).getbbox() is None, page + 1


def test_a_sheet_that_begins_on_a_left_hand_page_is_the_same_but_for_the_margin(
    sample: Book, calm: Theme, sample_pdf: Built, shared: Path
) -> None:
    exercise = sample.exercises["strength-in-body"]
    handout = compose_handout(exercise, Variant.FULL, sample.countries, sample.locale, calm, Reader())
    alone = built_once(shared, f"alone-{exercise.id}", handout)
    start = _page_with(sample_pdf.path, f"{exercise.title} · 1 of").number
    assert start % 2 == 0
    for ours, theirs in zip(pages(alone.path), pages(sample_pdf.path)[start - 1 :], strict=False):
        (words, places), (their_words, their_places) = _places(ours), _places(theirs)
        assert words == their_words
        assert places == pytest.approx(their_places, abs=0.05)


def _places(page: Page) -> tuple[list[str], list[float]]:
    """Return the words between head and foot, and where they stand from the margins."""
    left = MARGINS.inside if page.number % 2 else MARGINS.outside
    body = (w for w in page.words if MARGINS.top - 2 <= w.top <= page.height - FOOT)
    found = sorted((round(w.top), round(w.left - left), w.text, w.top, w.left - left) for w in body)
    return [text for _, _, text, _, _ in found], [place for *_, top, left in found for place in (top, left)]


def test_a_handouts_foot_has_its_count_and_the_crisis_line(sample: Book, calm: Theme, shared: Path) -> None:
    exercise = sample.exercises["boundary-where"]
    handout = compose_handout(exercise, Variant.FULL, sample.countries, sample.locale, calm, Reader())
    built = built_once(shared, "alone-boundary-where", handout)
    for page in pages(built.path):
        foot = " ".join(w.text for w in page.words if w.top > page.height - FOOT)
        assert f"{exercise.title} · {page.number} of {built.extent}" in foot
        assert "US 911, 988" in foot and _spaced(sample.locale.book.keep_private) in foot
        assert f" {exercise.id} {exercise.version} · CC BY 4.0" in foot


def test_a_books_foot_names_the_book_and_tells_what_can_be_taken_out(sample_pdf: Built, sample: Book) -> None:
    said = {
        exercise.id: _page_with(sample_pdf.path, f"{exercise.title} · 1 of").text
        for exercise in sample.exercises.values()
    }
    for exercise in sample.exercises.values():
        assert f"Speaking up · {exercise.id} {exercise.version} · CC BY 4.0" in said[exercise.id]
        assert (_spaced(sample.locale.leaf.take_out) in said[exercise.id]) is (exercise.leaf is not Leaf.KEEP)
        assert (_spaced(sample.locale.book.keep_private) in said[exercise.id]) is (exercise.leaf is Leaf.KEEP)


def _spaced(words: str) -> str:
    """Return words with plain spaces, as Poppler reads them."""
    return " ".join(words.split())


def _page_with(pdf: Path, words: str) -> Page:
    return next(page for page in pages(pdf) if words in page.text)
