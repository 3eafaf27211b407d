"""A logo is a token: on the title page it has words, at the head of a handout it is decoration."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest

from tests.tagtree import read
from workbook.compose.book import compose_book
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.reader import Reader
from workbook.errors import Span
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.page import PAPERS, Ink
from workbook.model.practice import Practice
from workbook.model.theme import TokenChanges
from workbook.model.workbook import Variant
from workbook.render.epub import render_epub
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Theme

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10z" fill="#aa2211"/></svg>'
)


@pytest.fixture
def branded(calm: Theme, tmp_path: Path) -> Theme:
    (tmp_path / "logo.svg").write_text(DRAWING, encoding="utf-8")
    changes = TokenChanges.model_validate({"logo": "logo.svg"})
    return calm.with_tokens(changes, {"logo": Span(tmp_path / "practice.yaml", 2, 1)})


def _handout(exercise: Exercise, book: Book, theme: Theme, reader: Reader) -> Manuscript:
    practice = Practice(name="Riverside")
    return compose_handout(exercise, Variant.SHORT, book.countries, book.locale, theme, reader, practice)


def test_a_theme_without_one_leaves_no_trace(plain_sheet: Exercise, sample: Book, calm: Theme) -> None:
    handout = _handout(plain_sheet, sample, calm, Reader())
    assert handout.pictures == ()
    assert "Riverside" in handout.letterhead
    assert "<img" not in handout.letterhead
    nobodys = compose_handout(
        plain_sheet, Variant.SHORT, sample.countries, sample.locale, calm, Reader(), Practice()
    )
    assert nobodys.letterhead == ""


def test_a_handout_has_it_at_its_head(plain_sheet: Exercise, sample: Book, branded: Theme) -> None:
    handout = _handout(plain_sheet, sample, branded, Reader())
    assert handout.letterhead.count("<img") == 1
    assert 'alt="Riverside"' in handout.letterhead
    rendered = render_pdf(handout)
    assert rendered.findings == ()


def test_at_the_head_it_is_no_part_of_what_is_read_aloud(
    plain_sheet: Exercise, sample: Book, branded: Theme, calm: Theme, tmp_path: Path
) -> None:
    trees = []
    for theme in (branded, calm):
        file = tmp_path / "handout.pdf"
        file.write_bytes(render_pdf(_handout(plain_sheet, sample, theme, Reader())).data)
        trees.append(read(file))
    assert trees[0] == trees[1]


@pytest.mark.parametrize("paper", PAPERS)
def test_at_the_head_it_stays_in_the_margin(
    plain_sheet: Exercise, sample: Book, branded: Theme, paper: str
) -> None:
    css = _handout(plain_sheet, sample, branded, Reader(paper=PAPERS[paper])).stylesheet
    height = float(css.partition(".letterhead img { height: ")[2].partition("mm")[0])
    top = float(css.partition("margin: ")[2].partition("mm")[0])
    assert 5 <= height <= top - 6.35


@pytest.mark.parametrize(("ink", "colour"), [(Ink.FULL, True), (Ink.SAVING, False), (Ink.BLACK, False)])
def test_little_ink_prints_it_grey(
    plain_sheet: Exercise, sample: Book, branded: Theme, ink: Ink, colour: bool
) -> None:
    (picture,) = _handout(plain_sheet, sample, branded, Reader(ink=ink)).pictures
    assert (b"#aa2211" in picture.data) is colour


def test_a_book_has_it_on_its_title_page_alone(sample: Book, branded: Theme) -> None:
    book = compose_book(sample, branded, Reader(), Medium.EPUB)
    assert [section.id for section in book.sections if "pictures/logo" in section.markup] == ["title-page"]
    assert 'alt="The sign of this practice"' in book.sections[
        0
    ].markup or 'alt="The sign of this practice"' in str(book.sections[1].markup)
    with zipfile.ZipFile(io.BytesIO(render_epub(book).data)) as archive:
        assert b"#aa2211" in archive.read("EPUB/pictures/logo.svg")
        package = archive.read("EPUB/content.opf").decode()
    assert 'href="pictures/logo.svg" id="picture-1" media-type="image/svg+xml"' in package


def test_on_the_title_page_it_has_words(sample: Book, branded: Theme) -> None:
    book = compose_book(sample, branded, Reader(), Medium.PRINT)
    page = next(section for section in book.sections if section.role == "title-page")
    alone = Manuscript(**{**vars(book), "sections": (page,)})
    with pikepdf.open(io.BytesIO(render_pdf(alone).data)) as pdf:
        words = [
            str(each["/Alt"])
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert "The sign of this practice" in words
