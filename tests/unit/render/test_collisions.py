from __future__ import annotations

from dataclasses import replace

import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.reader import Reader
from workbook.errors import Code
from workbook.model.page import PAPERS, PROFILES, Ink
from workbook.render.pdf import render_pdf
from workbook.source.library import Library
from workbook.theme.lookup import Themes

SUSPECT = {"needs", "crisis", "index", "journal-share-or-keep", "boundary-where", "boundary-ladder"}
"""Sections of things side by side, or of one thing set over others."""
NARROW = [("large-print", "7x10in"), ("motor", "half-letter"), ("standard", "6x9in")]
BESIDE = (
    '<li style="position: relative"><a>What we need now</a>'
    '<span style="position: absolute; {}">ten</span></li>'
)


def _suspect(profile: str, paper: str) -> Manuscript:
    reader = Reader(paper=PAPERS[paper], profile=PROFILES[profile], ink=Ink.SAVING)
    book = compose_book(Library.stock().book("complete"), Themes().find("calm"), reader, Medium.PRINT)
    return replace(book, sections=tuple(s for s in book.sections if s.id in SUSPECT))


@pytest.mark.parametrize(("profile", "paper"), NARROW)
def test_words_stand_clear_of_each_other(profile: str, paper: str) -> None:
    book = _suspect(profile, paper)
    assert {section.id for section in book.sections} == SUSPECT
    found = [finding for finding in render_pdf(book).findings if finding.code is Code.WORDS_COVERED]
    assert found == []


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("left: 0; top: 0", "“ten” stands on “What we need now”"),
        ("left: 0; top: 0; width: 20mm; height: 5mm; background: white", "stands on “What we need now”"),
        ("right: 0; top: 0", ""),
        ("left: 0; top: 20mm; background: white", ""),
    ],
)
def test_words_under_others_are_told(style: str, told: str) -> None:
    book = _suspect("standard", "a4")
    markup = f'<section id="s"><h1>Now</h1><ul>{BESIDE.format(style)}</ul></section>'
    section = replace(book.sections[0], id="s", markup=markup)
    findings = render_pdf(replace(book, sections=(section,))).findings
    messages = [finding.message for finding in findings if finding.code is Code.WORDS_COVERED]
    assert [told in message for message in messages] == [True] * bool(told)
