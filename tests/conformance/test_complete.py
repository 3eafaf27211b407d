"""The edition of all exercises, as built: it conforms, looks right, and keeps the notes from clients."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import Built, built_once
from tests.leaves import shared_leaves, two_empty
from tests.pagelist import assert_same_pages
from tests.poppler import tool
from workbook.compose.book import compose_book
from workbook.compose.edition import compose_edition
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience, Reader
from workbook.model.book import Book
from workbook.model.edition import Edition
from workbook.model.leaf import Leaf
from workbook.model.text import texts
from workbook.prepress.epub import preflight_epub
from workbook.release.checkers import ace
from workbook.release.checkers.epubcheck import check_epub
from workbook.release.checkers.verapdf import check_pdf
from workbook.source.library import Library
from workbook.theme.lookup import Theme

pytestmark = pytest.mark.xdist_group("complete")


@pytest.fixture(scope="module")
def edition(library: Library) -> Edition:
    return library.edition("complete").value


@pytest.fixture(scope="module")
def pdf(edition: Edition, complete: Book, calm: Theme, shared: Path) -> Built:
    return built_once(shared, "complete", compose_edition(edition, complete, calm, Medium.PRINT))


@pytest.fixture(scope="module")
def epub(edition: Edition, complete: Book, calm: Theme, shared: Path, pdf: Built) -> Built:
    manuscript = compose_edition(edition, complete, calm, Medium.EPUB)
    return built_once(shared, "complete", manuscript, pdf.pages)


def test_all_exercises_are_in_it_and_no_page_looks_wrong(pdf: Built, complete: Book) -> None:
    assert len(complete.exercises) == 38
    assert pdf.findings == ()


def test_no_leaf_that_is_taken_out_carries_another_sheet(pdf: Built, complete: Book) -> None:
    assert {exercise.leaf for exercise in complete.exercises.values()} == set(Leaf)
    assert shared_leaves(pdf.path, complete) == []
    assert two_empty(pdf.path) == []


def test_the_pdf_conforms(pdf: Built) -> None:
    assert check_pdf(pdf.path, "ua1") == []


def test_the_epub_conforms(epub: Built) -> None:
    assert epub.findings == ()
    assert preflight_epub(epub.path) == []
    assert [m for m in check_epub(epub.path) if m.code != "CSS-028"] == []


def test_ace_has_no_message(epub: Built) -> None:
    assert ace.check_epub(epub.path) == []


def test_the_page_list_agrees_with_print(pdf: Built, epub: Built) -> None:
    assert_same_pages(pdf.path, epub.path)


def test_a_client_finds_nothing_of_the_notes_in_the_pdf(pdf: Built, complete: Book) -> None:
    with pikepdf.open(pdf.path) as opened:
        said = [*map(str, opened.docinfo.values()), opened.Root.Metadata.read_bytes().decode()]
    found = _squeezed(" ".join([tool("pdftotext", str(pdf.path), "-"), *said]))
    _assert_without_notes(found, complete)


def test_a_client_finds_nothing_of_the_notes_in_the_epub(epub: Built, complete: Book) -> None:
    with zipfile.ZipFile(epub.path) as archive:
        parts = [archive.read(n).decode() for n in archive.namelist() if n.endswith(("html", "opf", "ncx"))]
    _assert_without_notes(_squeezed(re.sub("<[^>]+>", " ", " ".join(parts))), complete)


def test_the_search_for_notes_would_find_them(complete: Book, calm: Theme) -> None:
    manuscript = compose_book(complete, calm, Reader(Audience.THERAPIST), Medium.EPUB)
    theirs = _squeezed(re.sub("<[^>]+>", " ", " ".join(s.markup for s in manuscript.sections)))
    with pytest.raises(AssertionError):
        _assert_without_notes(theirs, complete)


def _assert_without_notes(found: str, complete: Book) -> None:
    for exercise in complete.exercises.values():
        own = _squeezed(" ".join(t for at, t, _ in texts(exercise) if at[0] != "notes"))
        for location, text, _ in texts(exercise.notes):
            for sentence in re.split(r"[.?!:;“”\"’'\n]", text):
                piece = _squeezed(sentence)
                if len(sentence.split()) >= 5 and piece not in own:  # notes may quote the sheet
                    assert piece not in found, (exercise.id, location)


def _squeezed(text: str) -> str:
    """Return the letters alone, so that no line's end, hyphen or quotation mark hides a sentence."""
    return re.sub(r"[\W_]+", "", text).lower()
