"""EPUBCheck's verdict reaches us whole, and the lack of one is never taken for a pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.release.one_page import NAV, write_book
from workbook.release.checkers.epubcheck import check_epub, read_report
from workbook.release.checkers.message import CheckerFailed, Message


def test_a_sound_book_gets_no_message(tmp_path: Path) -> None:
    assert check_epub(write_book(tmp_path / "sound, naïve.epub")) == []


def test_a_broken_link_is_reported_with_its_place(tmp_path: Path) -> None:
    book = write_book(tmp_path / "bad.epub", NAV.replace('href="nav.xhtml"', 'href="gone.xhtml"'))

    message = next(message for message in check_epub(book) if message.code == "RSC-007")

    assert message.severity == "error"
    assert "gone.xhtml" in message.text
    assert message.where == "nav.xhtml:5:32"


def test_usage_notes_are_not_swallowed(tmp_path: Path) -> None:
    noted = NAV.replace("<h1>", '<h1 epub:type="ours">')

    messages = check_epub(write_book(tmp_path / "noted.epub", noted))

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
