from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from tests.conftest import Built, built_once
from tests.poppler import MM, pages, picture
from workbook.compose.handout import compose_handout
from workbook.compose.reader import Reader
from workbook.errors import Code, FindingsError
from workbook.model.book import Book
from workbook.model.page import PAPERS
from workbook.model.workbook import Variant
from workbook.prepress.booklet import booklet
from workbook.theme.lookup import Theme


@pytest.fixture(scope="module")
def a5(sample: Book, calm: Theme, shared: Path) -> Built:
    exercise = sample.exercises["boundary-one-sentence"]
    reader = Reader(paper=PAPERS["a5"])
    return built_once(shared, "a5", compose_handout(exercise, Variant.FULL, (), sample.locale, calm, reader))


@pytest.fixture(scope="module")
def folded(a5: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("folded") / "a5-booklet.pdf"
    path.write_bytes(booklet(a5.path).data)
    return path


def test_two_a5_pages_stand_on_an_a4_sheet(a5: Built, folded: Path) -> None:
    sheets = pages(folded)
    assert len(sheets) == -(-a5.extent // 4) * 2
    assert (sheets[0].width, sheets[0].height) == pytest.approx((297, 210), abs=0.1)


def test_page_one_is_on_the_right_of_the_first_side(a5: Built, folded: Path) -> None:
    sheet, page = picture(folded, 1), picture(a5.path, 1)
    right = sheet.crop((sheet.width // 2, 0, sheet.width // 2 + page.width, page.height))
    other = picture(a5.path, 2)

    def apart(one: Image.Image, two: Image.Image) -> int:
        blurred = [p.resize((84, 119), Image.Resampling.BOX) for p in (one, two)]
        return sum(n * value for value, n in enumerate(ImageChops.difference(*blurred).histogram()))

    assert apart(right, page) * 8 < apart(right, other)


def test_all_words_are_there_at_their_size(a5: Built, folded: Path) -> None:
    before = sorted(word.text for page in pages(a5.path) for word in page.words)
    after = sorted(word.text for page in pages(folded) for word in page.words)
    assert after == before
    assert round(148 * MM) == 420


def test_the_same_bytes_twice(a5: Built) -> None:
    assert booklet(a5.path) == booklet(a5.path)


@pytest.mark.parametrize(
    ("content", "code"), [(None, Code.FILE_NOT_FOUND), (b"no pdf", Code.FILE_NOT_READABLE)]
)
def test_what_is_no_pdf_is_a_finding(tmp_path: Path, content: bytes | None, code: Code) -> None:
    path = tmp_path / "x.pdf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FindingsError) as caught:
        booklet(path)
    assert caught.value.findings[0].code is code


def test_pages_of_different_sizes_are_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "mixed.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(420, 595))
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(path)
    with pytest.raises(FindingsError, match="2 different sizes"):
        booklet(path)


def _blank(path: Path, size: tuple[float, float]) -> Path:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=size)
        pdf.save(path)
    return path


@pytest.mark.parametrize(
    ("page", "paper", "sheet"),
    [
        ((419.5, 595.3), "A4", (297, 210)),
        ((396, 612), "Letter", (279.4, 215.9)),
        ((595.3, 841.9), "A3", (420, 297)),
        ((432, 648), "305 × 229 mm", (304.8, 228.6)),
    ],
)
def test_the_paper_of_a_booklet_is_named(
    tmp_path: Path, page: tuple[float, float], paper: str, sheet: tuple[float, float]
) -> None:
    folded = booklet(_blank(tmp_path / "x.pdf", page))
    (tmp_path / "folded.pdf").write_bytes(folded.data)
    (first, _) = pages(tmp_path / "folded.pdf")
    assert folded.paper == paper
    assert (first.width, first.height) == pytest.approx(sheet, abs=0.1)


def test_the_two_pages_meet_in_the_fold(folded: Path) -> None:
    with pikepdf.open(folded) as pdf:
        page = pdf.pages[1]
        places = [
            float(instruction.operands[4]) / MM
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "cm"
        ]
    assert places == pytest.approx([0.5, 148.5], abs=0.05)


@pytest.mark.parametrize(("kind", "refused"), [("Ink", True), ("FreeText", True), ("Link", False)])
def test_what_someone_wrote_over_a_page_is_not_left_out_silently(
    tmp_path: Path, kind: str, refused: bool
) -> None:
    path = _blank(tmp_path / "x.pdf", (420, 595))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        note = pikepdf.Dictionary(Subtype=pikepdf.Name(f"/{kind}"), Rect=[0, 0, 9, 9])
        pdf.pages[0].Annots = pikepdf.Array([note])
        pdf.save(path)
    if not refused:
        assert booklet(path).sheets == 1
        return
    with pytest.raises(FindingsError) as caught:
        booklet(path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.span and finding.span.path) == (Code.ANSWERS_LEFT_OUT, path)


def test_a_form_is_not_folded(sample: Book, calm: Theme, shared: Path) -> None:
    reader = Reader(paper=PAPERS["a5"], fillable=True)
    exercise = sample.exercises["boundary-one-sentence"]
    made = compose_handout(exercise, Variant.SHORT, (), sample.locale, calm, reader)
    with pytest.raises(FindingsError, match="P002 Page 1 has fields"):
        booklet(built_once(shared, "a5-form", made).path)
