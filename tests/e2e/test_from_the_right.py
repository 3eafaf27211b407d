"""A practice whose pages are read from the right: its own sheet and fonts, on paper and in an e-book.

The words of the interface are English ones in Arabic letters: they have the right shape and direction, and
no one needs to have translated them.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree  # type: ignore[import-untyped]
from pypdfium2 import PdfDocument, PdfPage

from tests.conftest import FIXTURES
from tests.unit.cli.conftest import ROOT, invoke
from tests.unit.cli.test_edition_fonts import embedded
from workbook.compose.isolating import isolated
from workbook.prepress.epub import preflight_epub
from workbook.release.checkers import epubcheck
from workbook.source.library import Library

LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابتدهفغحيجكلمنوبقرستعفوخيز")
KEPT = re.compile(r"(\{\{.*?\}\}|\{.*?\})")
OPF = "{http://www.idpf.org/2007/opf}"


def in_arabic_letters(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: in_arabic_letters(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [in_arabic_letters(inner) for inner in value]
    if not isinstance(value, str):
        return value
    pieces = KEPT.split(value)
    return "".join(p if odd % 2 else p.lower().translate(LETTERS) for odd, p in enumerate(pieces))


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("practice") / "ours"
    shutil.copytree(FIXTURES / "from-the-right", folder)
    words = in_arabic_letters(yaml.safe_load((ROOT / "content/locale/en.yaml").read_text("utf-8")))
    words |= {"language": "ar", "name": "العربية", "direction": "rtl", "quotes": "«»‹›"}
    (folder / "locale").mkdir()
    (folder / "locale/ar.yaml").write_text(yaml.safe_dump(words, allow_unicode=True), encoding="utf-8")
    (folder / "practice.yaml").write_text("name: بيت البلوط\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(practice: Path) -> Path:
    """The folder with both files, made without a word of warning."""
    dest = practice / "dist"
    done = invoke("--practice", str(practice), "build", "--edition", "kalimat", "--dest", str(dest))
    assert (done.exit_code, done.stderr) == (0, "")
    return dest


def test_the_e_book_turns_its_pages_from_the_right(built: Path) -> None:
    with zipfile.ZipFile(built / "kalimat.epub") as book:
        package = etree.fromstring(book.read("EPUB/content.opf"))
        pages = [etree.fromstring(book.read(n)) for n in book.namelist() if n.endswith(".xhtml")]
        fonts = {name for name in book.namelist() if "/fonts/" in name}
    assert package.get("dir") == "rtl"
    assert package.find(f"{OPF}spine").get("page-progression-direction") == "rtl"
    assert {(page.get("dir"), page.get("lang")) for page in pages} == {("rtl", "ar")}
    assert fonts
    assert all("IBMPlexSansArabic" in name for name in fonts)


def test_checkers_find_nothing_in_the_e_book(built: Path) -> None:
    assert {message.code for message in epubcheck.check_epub(built / "kalimat.epub")} <= {"CSS-028"}
    assert preflight_epub(built / "kalimat.epub") == []


@pytest.fixture(scope="module")
def paper(built: Path) -> Iterator[PdfDocument]:
    document = PdfDocument(built / "kalimat.pdf")
    yield document
    document.close()


def _letters(page: PdfPage) -> list[tuple[str, float, float]]:
    """Return a page's letters as they are seen: line by line from the left, with their left edge and foot."""
    text = page.get_textpage()
    found = []
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        left, foot, _, _ = text.get_charbox(index, loose=True)
        if letter.strip():
            found.append((letter, left, round(foot)))
    return sorted(found, key=lambda each: (-each[2], each[1]))


def test_numbers_to_call_are_seen_in_the_order_in_which_they_are_dialled(paper: PdfDocument) -> None:
    seen = ["".join(letter for letter, _, _ in _letters(page)) for page in paper]
    page = next(text for text in seen if "Samaritans" in text)
    line = Library.stock().country("uk").value.lines[0]
    assert line.phone == "116 123"
    assert "116123" in page
    assert "123116" not in page
    assert "08088088000" in page


def test_words_begin_at_the_right_edge(paper: PdfDocument) -> None:
    for page in list(paper)[1:]:
        letters = _letters(page)
        assert max(left for _, left, _ in letters) > page.get_width() * 0.8
    assert embedded(Path(str(paper._input))) <= {"IBM-Plex-Sans-Arabic", "IBM-Plex-Sans-Arabic-Bold"}


def test_a_theme_without_the_letters_is_told_at_its_line(
    practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(practice, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("dist"))
    (tmp_path / "editions/kalimat.yaml").write_text("id: kalimat\nworkbook: kalimat\ntheme: calm\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    result = invoke("check", "editions")
    assert result.exit_code == 1
    assert "editions/kalimat.yaml:3:8: error D011: " in result.stderr
    assert "؟ (U+061F)" in result.stderr


def test_pages_read_from_the_left_have_no_signs() -> None:
    countries = [Library.stock().country("uk").value]
    assert isolated(countries, "ltr") == countries
