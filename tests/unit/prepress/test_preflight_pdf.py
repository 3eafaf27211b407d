"""Each thing that a printer sends back is found on a page that has it, and not on one that has not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.conftest import Built
from workbook.errors import Code
from workbook.model.page import PAPERS
from workbook.prepress.cover import preflight_cover
from workbook.prepress.pdf import preflight_pdf

A4 = PAPERS["a4"]
GOOD = b"q 0.75 w 100 100 m 300 100 l S Q BT /F 12 Tf 1 0 0 1 100 700 Tm <0001> Tj ET"
MakePdf = Callable[..., Path]


@pytest.fixture
def drawn(tmp_path: Path) -> MakePdf:
    """A PDF of one page that draws what is given."""

    def make(content: bytes, size: tuple[float, float] = (595.28, 841.89), font: str = "/Type3") -> Path:
        path = tmp_path / "drawn.pdf"
        with pikepdf.new() as pdf:
            page = pdf.add_blank_page(page_size=size)
            named = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name(font), BaseFont=pikepdf.Name.Helvetica
            )
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(named)))
            page.obj.Contents = pdf.make_stream(content)
            pdf.save(path)
        return path

    return make


def test_a_good_page_has_no_finding(drawn: MakePdf) -> None:
    measured = preflight_pdf(drawn(GOOD), A4)
    assert measured.findings == ()
    assert (measured.pages, measured.smallest_letters, measured.thinnest_line) == (1, 12.0, 0.75)


WORDS = b"BT /F 12 Tf 1 0 0 1 X Y Tm (Hills) Tj ET"


@pytest.mark.parametrize(
    ("left", "low", "near"),
    [
        (100, 400, []),
        (17, 400, ["left edge"]),
        (560, 400, ["right edge"]),
        (100, 822, ["head"]),
        (100, 12, ["foot"]),
    ],
)
def test_words_near_any_of_the_four_edges_are_found(
    drawn: MakePdf, left: int, low: int, near: list[str]
) -> None:
    content = WORDS.replace(b"X", str(left).encode()).replace(b"Y", str(low).encode())
    measured = preflight_pdf(drawn(content, font="/Type1"), A4)
    found = [finding.message for finding in measured.findings if finding.code is Code.NEAR_EDGE]
    assert [re.search(r"from the ([a-z ]+);", message)[1] for message in found] == near  # type: ignore[index]
    assert measured.nearest_inside == pytest.approx(left * 25.4 / 72, abs=0.5)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"/F 12 Tf", b"/F 6 Tf", Code.FINE_PRINT),
        (b"1 0 0 1 100 700 Tm", b"0.5 0 0 0.5 100 700 Tm", Code.FINE_PRINT),
        (b"0.75 w", b"0.5 w", Code.FINE_LINE),
        (b"0.75 w", b"0.5 0 0 0.5 0 0 cm 0.75 w", Code.FINE_LINE),
    ],
)
def test_each_defect_is_found(drawn: MakePdf, old: bytes, new: bytes, code: Code) -> None:
    assert old in GOOD
    assert [f.code for f in preflight_pdf(drawn(GOOD.replace(old, new)), A4).findings] == [code]


def test_a_level_line_of_a_drawing_that_is_stretched_sideways_is_as_thick_as_it_was(drawn: MakePdf) -> None:
    stretched = GOOD.replace(b"0.75 w", b"0.2 0 0 1 0 0 cm 0.75 w")
    assert preflight_pdf(drawn(stretched), A4).thinnest_line == 0.75


def test_a_page_of_another_size_and_a_font_left_out(drawn: MakePdf) -> None:
    wide = preflight_pdf(drawn(GOOD, size=(841.89, 595.28)), A4).findings
    assert Code.PAGE_SIZE in {finding.code for finding in wide}
    assert "297.0 × 210.0 mm" in wide[0].message or any("297.0 × 210.0 mm" in f.message for f in wide)
    named = preflight_pdf(drawn(GOOD, font="/TrueType"), A4).findings
    assert [(f.code, f.message) for f in named] == [
        (Code.FONT_LEFT_OUT, "The font Helvetica is not embedded.")
    ]


def test_more_pages_than_may_be(sample_pdf: Built) -> None:
    measured = preflight_pdf(sample_pdf.path, A4, most_pages=1)
    assert [finding.code for finding in measured.findings] == [Code.SHEET_TOO_LONG]
    assert preflight_pdf(sample_pdf.path, A4).findings == ()


@pytest.mark.parametrize(
    ("mode", "size", "kind", "codes"),
    [
        ("RGB", (1600, 2560), "JPEG", 0),
        ("RGB", (900, 1440), "JPEG", 1),
        ("RGB", (2560, 1600), "JPEG", 1),
        ("RGB", (2600, 4000), "JPEG", 1),
        ("CMYK", (1600, 2560), "JPEG", 1),
        ("RGB", (1600, 2560), "PNG", 1),
    ],
)
def test_covers(tmp_path: Path, mode: str, size: tuple[int, int], kind: str, codes: int) -> None:
    path = tmp_path / "cover.jpg"
    Image.new(mode, size).save(path, kind)
    assert len(preflight_cover(path)) == codes


def test_a_cover_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "cover.jpg"
    path.write_bytes(b"no picture")
    assert [finding.code for finding in preflight_cover(path)] == [Code.COVER_SIZE]
