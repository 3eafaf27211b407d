"""Ace's verdict reaches us whole, and the lack of one is never taken for a pass."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.unit.release.one_page import NAV, write_book
from workbook.release.checkers.ace import check_epub, read_report
from workbook.release.checkers.browser import find_browser
from workbook.release.checkers.message import CheckerFailed


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
    assert check_epub(write_book(tmp_path / "sound, naïve.epub")) == []


def test_a_page_without_its_language_is_reported_with_its_place(tmp_path: Path) -> None:
    bad = NAV.replace(' xml:lang="en" lang="en"', "")
    messages = check_epub(write_book(tmp_path / "bad.epub", bad))
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
    book = write_book(tmp_path / "sound.epub")
    monkeypatch.setenv("CHROME_PATH", str(tmp_path / "gone"))
    with pytest.raises(CheckerFailed, match="no Chromium or Chrome"):
        check_epub(book)


def test_without_ace_there_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = write_book(tmp_path / "sound.epub")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    with pytest.raises(CheckerFailed, match="Ace is not installed"):
        check_epub(book)


def test_a_browser_that_crashes_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_browser()
    crashing = tmp_path / "crashing"
    crashing.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    crashing.chmod(0o755)
    book = write_book(tmp_path / "sound.epub")
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
