"""EPUBCheck finds nothing in our books, and two builds of one manuscript are the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.render.epub_manuscripts import Opened, manuscript, section, written
from workbook.compose.manuscript import Manuscript, Role
from workbook.release.checkers.epubcheck import check_epub
from workbook.render.epub import render_epub

ROOT = Path(__file__).parents[3]

ARABIC = manuscript(
    sections=(
        section("title-page", Role.TITLE_PAGE, level=0, title="أتكلم"),
        section("one", Role.EXERCISE, '<p>سطر <a href="#two">ثانٍ</a></p>', title="حدودي"),
        section("two", Role.EXERCISE, level=2, title="صوتي"),
    ),
    cover="",
    fonts=(),
    language="ar",
    direction="rtl",
    title="أتكلم",
    subtitle="",
    creator="",
)
BOOKS = {
    "whole": manuscript(),
    "arabic": ARABIC,
    "one page of no kind": manuscript(sections=(section("page", level=0),), cover="", fonts=(), words={}),
    "scripted": manuscript(
        sections=(section("form", body='<form action="#"><p><label>A <input name="a"/></label></p></form>'),)
    ),
    "deep": manuscript(
        sections=tuple(section(f"s{n}", level=level) for n, level in enumerate((2, 1, 2, 3, 3, 1)))
    ),
}


@pytest.mark.parametrize("name", BOOKS)
def test_epubcheck_has_nothing_to_say_but_that_fonts_are_embedded(name: str, tmp_path: Path) -> None:
    messages = check_epub(written(BOOKS[name], tmp_path))

    assert [str(message) for message in messages if message.code != "CSS-028"] == []


def test_epubcheck_would_have_spoken(tmp_path: Path) -> None:
    twice = section("page", body='<p id="page">The id of the section again.</p>')

    messages = check_epub(written(manuscript(sections=(twice,)), tmp_path))

    assert "RSC-005" in {message.code for message in messages}


def digest(book: Manuscript) -> str:
    return hashlib.sha256(render_epub(book).data).hexdigest()


@pytest.mark.parametrize("name", ["whole", "arabic"])
def test_another_process_elsewhere_writes_the_same_bytes(name: str, tmp_path: Path) -> None:
    here = digest(BOOKS[name])
    script = (
        "import os, sys; os.umask(0o077)\n"
        "from tests.unit.render.test_epub_conformance import BOOKS, digest\n"
        f"sys.stdout.write(digest(BOOKS[{name!r}]))\n"
    )
    changed = {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "7", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    env = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"} | changed

    run = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=tmp_path, env=env, capture_output=True, text=True
    )

    assert run.stderr == ""
    assert run.stdout == here == digest(BOOKS[name])


def test_a_changed_word_changes_the_bytes() -> None:
    assert digest(BOOKS["arabic"]) != digest(BOOKS["one page of no kind"])


def test_the_extent_counts_what_a_reader_turns_through() -> None:
    rendered = render_epub(BOOKS["whole"])

    assert rendered.extent == 15 == len(Opened(rendered.data).spine())
    assert rendered.findings == ()
