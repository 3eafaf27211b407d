"""Each defect that EPUBCheck and Ace let pass is put into a sound book, and it alone is found there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.render.epub_manuscripts import SECTIONS, manuscript, section
from workbook.compose.manuscript import Role
from workbook.errors import Code
from workbook.model.edition import Edition
from workbook.prepress.epub import preflight_epub
from workbook.render.epub import render_epub
from workbook.render.rendered import PrintedPage, PrintedPart

EDITION = Edition.model_validate(
    {
        "id": "mine",
        "workbook": "speaking-up",
        "isbn": {"epub": "978-0-306-40615-7"},
        "accessibility": {"conforms_to": "wcag-2.2-aa", "certified_by": "An office"},
    }
)
TABLE = "<table><caption>What</caption><tr><th>One</th></tr><tr><td>Two</td></tr></table>"
HIDDEN = '<div class="rules" aria-hidden="true"><div class="rule"></div></div>'
PAGES = [
    PrintedPage(str(number), (PrintedPart(name, [name]),))
    for number, name in enumerate(("title-page", "how-to-use", "strength"), start=1)
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = section("room", Role.EXERCISE, f"<h2>Under</h2>{TABLE}{HIDDEN}", 2)
    book = replace(manuscript((*SECTIONS, page), words={"pages": "Pages"}), edition=EDITION)
    path = tmp_path_factory.mktemp("sound") / "book.epub"
    path.write_bytes(render_epub(book, PAGES).data)
    return path


def seeded(sound: Path, folder: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Return a copy of the book with something changed in its files."""
    with zipfile.ZipFile(sound) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    before = dict(files)
    change(files)
    assert files != before, "the defect was not put in"
    path = folder / "seeded.epub"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_a_sound_book_has_no_finding(sound: Path) -> None:
    assert preflight_epub(sound) == []


OPF, NAV, ROOM, CSS = "content.opf", "nav.xhtml", "room.xhtml", "styles.css"


@pytest.mark.parametrize(
    ("code", "name", "old", "new"),
    [
        (Code.EPUB_ISBN, OPF, "9780306406157", "9780306406158"),
        (Code.EPUB_LANGUAGE, OPF, ">en</dc:language>", ">english</dc:language>"),
        (Code.EPUB_LANGUAGE, ROOM, 'lang="en"', 'lang="english"'),
        (Code.EPUB_TITLES, OPF, ">subtitle</meta>", ">main</meta>"),
        (Code.EPUB_TITLES, OPF, '<meta refines="#title" property="title-type">main</meta>', ""),
        (Code.EPUB_CLAIM, OPF, "EPUB Accessibility 1.1 - WCAG", "EPUB accessible to WCAG"),
        (Code.EPUB_CLAIM, OPF, "a11y:certifiedBy", "a11y:certifierCredential"),
        (
            Code.EPUB_CLAIM,
            OPF,
            '<meta property="schema:accessibilityHazard">none</meta>',
            '<meta property="schema:accessibilityHazard">none</meta>'
            '<meta property="schema:accessibilityHazard">flashing</meta>',
        ),
        (Code.EPUB_CONTENTS, NAV, '<li><a href="room.xhtml">Room</a></li>', ""),
        (Code.EPUB_CONTENTS, NAV, '<li><a href="notes.xhtml">', '<li><a href="notes.xhtml#gone">'),
        (Code.EPUB_PAGE_LIST, NAV, "#folio-2", "#folio-20"),
        (Code.EPUB_PAGE_LIST, NAV, '<li><a href="strength.xhtml#folio-3">3</a></li>', ""),
        (Code.EPUB_PAGE_LIST, NAV, ">3</a>", ">page 3</a>"),
        (Code.EPUB_PAGE_LIST, OPF, 'property="pageBreakSource"', 'property="schema:other"'),
        (Code.EPUB_HEADINGS, ROOM, "h1>", "p>"),
        (Code.EPUB_HEADINGS, ROOM, "h2>", "h3>"),
        (Code.EPUB_TABLE, ROOM, "th>", "td>"),
        (Code.EPUB_TABLE, ROOM, "<caption>What</caption>", ""),
        (Code.EPUB_DRAWN_WITH_SIGNS, ROOM, "Two", "______"),
        (Code.EPUB_HIDDEN_WORDS, ROOM, '<div class="rule"></div>', "<p>Write in your notebook.</p>"),
        (Code.EPUB_FIELDS, ROOM, "Two", '<input type="text"/>'),
        (Code.EPUB_PICTURE, "boundary.xhtml", "<title>From low to high</title>", ""),
        (Code.EPUB_PICTURE, OPF, ' properties="cover-image"', ""),
        (Code.EPUB_GLYPHS, ROOM, "Two", "Дом"),
        (Code.EPUB_COLOUR, CSS, "body {", "p { color: #333 }\nbody {"),
        (Code.EPUB_COLOUR, CSS, "body {", "@media screen { p { color: #333 } }\nbody {"),
        (Code.EPUB_CONTROL_CHARACTER, OPF, "CC BY 4.0", "CC BY&#x85; 4.0"),
        (Code.EPUB_UNREADABLE, ROOM, "</body>", ""),
    ],
)
def test_a_defect_is_found(code: Code, name: str, old: str, new: str, sound: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        files[f"EPUB/{name}"] = files[f"EPUB/{name}"].replace(old.encode(), new.encode())

    path = seeded(sound, tmp_path, change)
    findings = preflight_epub(path)
    assert {finding.code for finding in findings} == {code}, [f.message for f in findings]
    for finding in findings:
        assert finding.hint
        assert finding.span is not None
        assert finding.span.path == path


def test_a_page_list_out_of_order(sound: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        one, two = (
            b'<li><a href="title-page.xhtml#folio-1">1</a></li>',
            b'<li><a href="how-to-use.xhtml#folio-2">2</a></li>',
        )
        files["EPUB/nav.xhtml"] = files["EPUB/nav.xhtml"].replace(one + two, two + one)

    assert {f.code for f in preflight_epub(seeded(sound, tmp_path, change))} == {Code.EPUB_PAGE_LIST}


def test_a_picture_with_too_many_pixels(sound: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        buffer = io.BytesIO()
        Image.new("L", (2400, 3000)).save(buffer, "JPEG")
        files["EPUB/cover.jpg"] = buffer.getvalue()

    (finding,) = preflight_epub(seeded(sound, tmp_path, change))
    assert finding.code is Code.EPUB_PICTURE
    assert "2400 × 3000" in finding.message


def test_a_name_that_shops_cannot_store(sound: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        files["EPUB/größe.jpg"] = files.pop("EPUB/cover.jpg")
        for name in ("content.opf", "cover.xhtml"):
            files[f"EPUB/{name}"] = files[f"EPUB/{name}"].replace(b"cover.jpg", "größe.jpg".encode())

    assert [f.code for f in preflight_epub(seeded(sound, tmp_path, change))] == [Code.EPUB_FILE_NAME]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not a book", b"%PDF-1.7"])
def test_what_is_no_book_is_a_finding_and_never_sound(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(data)
    assert [f.code for f in preflight_epub(path)] == [Code.EPUB_UNREADABLE]
