"""EPUBCheck's verdict reaches us whole, and the lack of one is never taken for a pass."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from workbook.release.checkers.epubcheck import check_epub, read_report
from workbook.release.checkers.message import CheckerFailed, Message

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:7e3a7a54-5a5c-5f0f-9b8b-6a3f1f6a2a10</dc:identifier>
    <dc:title>One page</dc:title>
    <dc:language>en</dc:language>
    <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
  </metadata>
  <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
  <spine><itemref idref="nav"/></spine>
</package>
"""
_NAV = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en" lang="en">
  <head><title>One page</title></head>
  <body><nav epub:type="toc"><h1>Contents</h1><ol><li><a href="nav.xhtml">Here</a></li></ol></nav></body>
</html>
"""


def _write_book(path: Path, nav: str = _NAV) -> Path:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("book.opf", _PACKAGE)
        book.writestr("nav.xhtml", nav)
    return path


def test_a_sound_book_gets_no_message(tmp_path: Path) -> None:
    assert check_epub(_write_book(tmp_path / "sound, naïve.epub")) == []


def test_a_broken_link_is_reported_with_its_place(tmp_path: Path) -> None:
    book = _write_book(tmp_path / "bad.epub", _NAV.replace('href="nav.xhtml"', 'href="gone.xhtml"'))

    message = next(message for message in check_epub(book) if message.code == "RSC-007")

    assert message.severity == "error"
    assert "gone.xhtml" in message.text
    assert message.where == "nav.xhtml:4:76"


def test_usage_notes_are_not_swallowed(tmp_path: Path) -> None:
    noted = _NAV.replace('epub:type="toc"><h1>', 'epub:type="toc"><h1 epub:type="ours">')

    messages = check_epub(_write_book(tmp_path / "noted.epub", noted))

    assert [(message.severity, message.code) for message in messages] == [("usage", "OPF-088")]


def test_something_else_than_a_book_is_reported(tmp_path: Path) -> None:
    other = tmp_path / "other.epub"
    other.write_text("not a book", encoding="utf-8")

    assert "fatal" in {message.severity for message in check_epub(other)}


def test_a_file_that_is_not_there_is_no_pass(tmp_path: Path) -> None:
    with pytest.raises(CheckerFailed, match=r"There is no file .*gone\.epub"):
        check_epub(tmp_path / "gone.epub")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"messages": [{"ID": "X"}]}', '{"messages": null}'])
def test_a_report_of_another_form_is_no_pass(text: str) -> None:
    with pytest.raises(CheckerFailed, match="not readable"):
        read_report(text)


def test_a_message_shows_itself_as_one_line() -> None:
    message = Message("error", "RSC-007", "The resource is missing.", "nav.xhtml:4:80")

    assert str(message) == "nav.xhtml:4:80: error RSC-007: The resource is missing."
