"""Ace's verdict reaches us whole, and the lack of one is never taken for a pass."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest

from workbook.release.checkers.ace import check_epub, read_report
from workbook.release.checkers.browser import find_browser
from workbook.release.checkers.message import CheckerFailed

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
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">One page of text.</meta>
  </metadata>
  <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
  <spine><itemref idref="nav"/></spine>
</package>
"""
_NAV = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en" lang="en">
  <head><title>One page</title></head>
  <body><nav epub:type="toc" role="doc-toc" aria-label="Contents"><h1>Contents</h1>
  <ol><li><a href="nav.xhtml">Here</a></li></ol></nav></body>
</html>
"""


def _write_book(path: Path, nav: str = _NAV) -> Path:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("book.opf", _PACKAGE)
        book.writestr("nav.xhtml", nav)
    return path


def _report(outcome: str, *titles: str, files: int = 1) -> str:
    found = [
        {
            "earl:test": {"earl:impact": "serious", "dct:title": title},
            "earl:result": {"dct:description": "Why."},
        }
        for title in titles
    ]
    file = {"earl:testSubject": {"url": "nav.xhtml"}, "assertions": found}
    return json.dumps({"earl:result": {"earl:outcome": outcome}, "assertions": [file] * files})


def test_a_sound_book_gets_no_message(tmp_path: Path) -> None:
    assert check_epub(_write_book(tmp_path / "sound, naïve.epub")) == []


def test_a_page_without_its_language_is_reported_with_its_place(tmp_path: Path) -> None:
    bad = _NAV.replace(' xml:lang="en" lang="en"', "")
    messages = check_epub(_write_book(tmp_path / "bad.epub", bad))
    assert [(m.severity, m.code, m.where) for m in messages] == [("serious", "html-has-lang", "nav.xhtml")]


def test_something_else_than_a_book_is_no_pass(tmp_path: Path) -> None:
    other = tmp_path / "other.epub"
    other.write_text("not a book", encoding="utf-8")
    with pytest.raises(CheckerFailed, match=r"Ace gave no report on other\.epub:\n"):
        check_epub(other)


def test_a_file_that_is_not_there_is_no_pass(tmp_path: Path) -> None:
    with pytest.raises(CheckerFailed, match=r"There is no file gone\.epub"):
        check_epub(tmp_path / "gone.epub")


def test_without_a_browser_there_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = _write_book(tmp_path / "sound.epub")
    monkeypatch.setenv("CHROME_PATH", str(tmp_path / "gone"))
    with pytest.raises(CheckerFailed, match="no Chromium or Chrome"):
        check_epub(book)


def test_without_ace_there_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = _write_book(tmp_path / "sound.epub")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    with pytest.raises(CheckerFailed, match="Ace is not installed"):
        check_epub(book)


def test_a_browser_that_crashes_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_browser()
    crashing = tmp_path / "crashing"
    crashing.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    crashing.chmod(0o755)
    book = _write_book(tmp_path / "sound.epub")
    monkeypatch.setenv("CHROME_PATH", str(crashing))
    with pytest.raises(CheckerFailed, match="Ace gave no report"):
        check_epub(book)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"earl:result": {"earl:outcome": "pass"}}'])
def test_a_report_of_another_form_is_no_pass(text: str) -> None:
    with pytest.raises(CheckerFailed, match="not readable"):
        read_report(text, "pass")


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        (_report("pass"), "fail"),
        (_report("fail", "html-has-lang"), "pass"),
        (_report("pass", "html-has-lang"), "pass"),
        (_report("fail"), "fail"),
        (_report("pass", files=0), "pass"),
    ],
)
def test_a_report_that_contradicts_the_verdict_is_no_pass(report: str, verdict: str) -> None:
    with pytest.raises(CheckerFailed, match="Ace says"):
        read_report(report, verdict)
