"""A practice from its beginning to what a client holds in their hands."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from pypdfium2 import PdfDocument

from workbook.cli.program import program

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">
<circle cx="10" cy="10" r="9" fill="#5b2a6e"/>
<path d="M25 6h30v3H25zM25 12h20v3H25z" fill="#5b2a6e"/></svg>"""
MORE = """phone: "020 7946 0000"
credentials: Counsellor
address: 1 Example Lane
licence: Put together for our own clients.
logo: logo.svg
tokens:
  accent: "#5b2a6e"
"""


def run(*arguments: str) -> str:
    result = CliRunner().invoke(program, arguments, prog_name="workbook", catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice with a logo and a colour of its own."""
    folder = tmp_path_factory.mktemp("work") / "oak"
    run("init", str(folder), "--name", "Oak House", "--therapist", "Your Name", "--country", "ie")
    file = folder / "practice.yaml"
    file.write_text(file.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    return folder


def pages(path: Path) -> list[str]:
    document = PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def cover_foot(book: zipfile.ZipFile) -> tuple[int, ...]:
    """Return the colour of a cover's lower half, which is the accent."""
    (cover,) = (name for name in book.namelist() if re.search(r"cover[^/]*\.(jpe?g|png)$", name))
    with Image.open(io.BytesIO(book.read(cover))) as picture:
        foot = picture.convert("RGB").getpixel((picture.width // 2, picture.height - 20))
    assert isinstance(foot, tuple)
    return foot


def test_the_first_workbook_is_theirs(
    practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    where = ("--practice", str(practice))
    assert run("check", "--strict", *where) == "1 file, no mistakes.\n"
    run("build", "speaking-up", *where)
    document = PdfDocument(tmp_path / "dist/speaking-up.pdf")
    assert document.get_metadata_value("Author") == "Oak House"
    document.close()
    text = pages(tmp_path / "dist/speaking-up.pdf")
    assert "From Oak House" in text[0]
    assert "Your Name, Counsellor" in text[0]
    whole = "\n".join(text)
    assert "Oak House · Your Name, Counsellor" in whole
    assert "Put together for our own clients." in whole
    assert "Ireland" in whole
    assert "United States" not in whole
    with zipfile.ZipFile(tmp_path / "dist/speaking-up.epub") as book:
        package = book.read("EPUB/content.opf").decode()
        title_page = book.read("EPUB/title-page.xhtml").decode()
        foot = cover_foot(book)
    assert ">Oak House</dc:creator>" in package
    assert "<dc:publisher>Oak House</dc:publisher>" in package
    assert "<dc:rights>CC BY 4.0. Put together for our own clients.</dc:rights>" in package
    assert "pictures/logo.svg" in title_page
    assert foot == pytest.approx((0x5B, 0x2A, 0x6E), abs=8)


def test_a_handout_has_their_head_and_their_countrys_line(
    practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(practice / "exercises")
    run("handout", "boundary-one-sentence", "--variant", "short", "--dest", str(tmp_path))
    first = pages(tmp_path / "boundary-one-sentence-short.pdf")[0]
    assert "Oak House · 020 7946 0000" in first
    assert "IE\u00a0112" in first
    assert "UK\u00a0999" not in first


def test_a_workbook_of_their_own_says_only_what_is_different(
    practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(practice)
    run("new", "workbook", "for-this-week")
    plan = practice / "workbooks/for-this-week.yaml"
    said = "theme: warm\ncrisis: [uk]\npractice: {name: The Annexe}\n"
    plan.write_text(plan.read_text(encoding="utf-8") + said, encoding="utf-8")
    assert run("check") == "2 files, no mistakes.\n"
    run("build", "for-this-week", "--output", "epub", "--dest", str(tmp_path))
    with zipfile.ZipFile(tmp_path / "for-this-week.epub") as book:
        package = book.read("EPUB/content.opf").decode()
        crisis = book.read("EPUB/crisis.xhtml").decode()
        foot = cover_foot(book)
        colophon = book.read("EPUB/colophon.xhtml").decode()
    assert ">The Annexe</dc:creator>" in package
    assert "020 7946 0000" in colophon
    assert "<h2>United Kingdom</h2>" in crisis
    assert "<h2>Ireland</h2>" not in crisis
    assert foot == pytest.approx((0x7A, 0x3B, 0x2E), abs=8)
