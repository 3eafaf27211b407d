from __future__ import annotations

import datetime as dt
import logging
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Manuscript, Section
from workbook.compose.reader import Reader
from workbook.errors import Code, FindingsError
from workbook.model.book import Book
from workbook.model.workbook import Variant
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Theme


@pytest.fixture(scope="module")
def handout(sample: Book, calm: Theme) -> Manuscript:
    exercise = sample.exercises["boundary-one-sentence"]
    return compose_handout(exercise, Variant.SHORT, sample.countries, sample.locale, calm, Reader())


def _with(manuscript: Manuscript, markup: str) -> Manuscript:
    section = manuscript.sections[0]
    changed = section.markup.replace("</section>", f"{markup}</section>")
    return replace(manuscript, sections=(replace(section, markup=changed),))


def test_a_sheet_renders_without_any_warning(handout: Manuscript) -> None:
    rendered = render_pdf(handout)
    assert rendered.data.startswith(b"%PDF-")
    assert (rendered.findings, rendered.extent) == ((), 1)


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://example.org/a.png" alt="a"/>',
        '<img src="http://127.0.0.1:9/a.png" alt="a"/>',
        '<img src="ftp://example.org/a.png" alt="a"/>',
        '<img src="file:///etc/passwd" alt="a"/>',
        '<img src="file://server/share/a.png" alt="a"/>',
        '<link rel="stylesheet" href="https://example.org/a.css"/>',
        '<style>@import url("https://example.org/a.css");</style>',
        '<style>@font-face { font-family: x; src: url("https://example.org/x.ttf") }</style>',
        '<p style="background: url(https://example.org/a.png)">x</p>',
        '<object data="https://example.org/a.svg"></object>',
        '<link rel="attachment" href="file:///etc/passwd"/>',
        '<svg width="9" height="9"><image href="https://example.org/a.png" width="9" height="9"/></svg>',
    ],
)
def test_nothing_is_fetched_from_elsewhere(handout: Manuscript, markup: str) -> None:
    with pytest.raises(FindingsError) as caught:
        render_pdf(_with(handout, markup))
    assert {finding.code for finding in caught.value.findings} == {Code.FETCH_REFUSED}


def test_a_path_that_climbs_out_of_the_fonts_folder_is_refused(handout: Manuscript) -> None:
    folder = handout.fonts[0].path.parent.as_uri()
    with pytest.raises(FindingsError, match="outside"):
        render_pdf(_with(handout, f'<img src="{folder}/../../six.py" alt="a"/>'))


def test_a_link_out_of_the_folder_is_refused(handout: Manuscript, tmp_path: Path) -> None:
    face = handout.fonts[0]
    (tmp_path / "fonts").mkdir()
    (tmp_path / "outside.ttf").write_bytes(face.path.read_bytes())
    (tmp_path / "fonts" / "face.ttf").symlink_to(tmp_path / "outside.ttf")
    linked = replace(handout, fonts=(replace(face, path=tmp_path / "fonts" / "face.ttf"),))
    with pytest.raises(FindingsError, match="outside"):
        render_pdf(linked)


def test_a_glyph_that_no_font_has_is_a_finding(handout: Manuscript) -> None:
    rendered = render_pdf(_with(handout, "<p>漢</p>"))
    assert [finding.code for finding in rendered.findings] == [Code.MISSING_GLYPH]


def test_a_warning_of_the_engine_is_a_finding(handout: Manuscript) -> None:
    rendered = render_pdf(replace(handout, stylesheet=handout.stylesheet + "\np { colour: red }"))
    (finding,) = rendered.findings
    assert finding.code is Code.ENGINE_WARNING
    assert "colour" in finding.message


def test_the_engines_loggers_are_left_as_they_were(handout: Manuscript) -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.handlers[:], logger.propagate, logger.level)
    render_pdf(handout)
    assert (logger.handlers, logger.propagate, logger.level) == before


def test_metadata_comes_from_the_manuscript_alone(handout: Manuscript, tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    manuscript = replace(handout, creator="Harbour Rooms", date=dt.date(2024, 2, 29))
    path.write_bytes(render_pdf(manuscript).data)
    with pikepdf.open(path) as pdf:
        info = {str(key): str(value) for key, value in pdf.docinfo.items()}
        assert str(pdf.Root.Lang) == "en"
    assert info["/Title"] == manuscript.title
    assert info["/Author"] == "Harbour Rooms"
    assert info["/CreationDate"].startswith("D:20240229000000")
    assert not any(str(Path.home()) in value or str(tmp_path) in value for value in info.values())


_AGAIN = """
import sys
from workbook.compose.handout import compose_handout
from workbook.compose.reader import Reader
from workbook.model.workbook import Variant
from workbook.render.pdf import render_pdf
from workbook.source.library import Library
from workbook.theme.lookup import Themes
book = Library.stock().book("speaking-up")
sheet = book.exercises["boundary-one-sentence"]
handout = compose_handout(sheet, Variant.SHORT, book.countries, book.locale, Themes().find("calm"), Reader())
sys.stdout.buffer.write(render_pdf(handout).data)
"""


def test_another_process_elsewhere_gives_the_same_bytes(handout: Manuscript, tmp_path: Path) -> None:
    odd = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C", "HOME": str(tmp_path)}
    root = str(Path(__file__).parents[3])
    other = subprocess.run(
        [sys.executable, "-c", _AGAIN],
        env={**os.environ, **odd, "PYTHONPATH": root},
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert other.stdout == render_pdf(handout).data


def test_a_section_needs_no_other(handout: Manuscript) -> None:
    assert all(isinstance(section, Section) for section in handout.sections)
    assert render_pdf(replace(handout, words={**handout.words, "crisis": ""})).extent == 1
