from __future__ import annotations

from pathlib import Path

import pytest

from workbook.editorial.ignores import without_ignored
from workbook.errors import Code, Diagnostic
from workbook.source.document import parse

TEXT = """\
# ignore H008: the first two lines
# ignore H007: go together
title: one
list:
  - two  # ignore H007: only this one
  - three
folded: >-  # ignore H007: from here to its end
  four
  five
plain: six
  seven
"""


def left(*places: tuple[int, Code]) -> list[tuple[int, str]]:
    document = parse(Path("a.yaml"), TEXT)
    locations = {3: ("title",), 5: ("list", 0), 6: ("list", 1), 9: ("folded",), 11: ("plain",)}
    words = {9: "five", 11: "seven"}
    findings = [
        Diagnostic(code, "Oh.", "", document.span_of(locations[line], words.get(line, ""), 0))
        for line, code in places
    ]
    assert [f.span.line for f in findings if f.span] == [line for line, _ in places]
    kept = without_ignored(findings, document)
    return [(f.span.line, f.code.value) for f in kept if f.span]


ALL = [(3, Code.STRESS), (3, Code.AVOIDED_WORD), (5, Code.AVOIDED_WORD), (9, Code.AVOIDED_WORD)]


def test_all_are_taken_out_and_used() -> None:
    assert left(*ALL) == []


@pytest.mark.parametrize("line", [6, 11])
def test_another_line_stays(line: int) -> None:
    assert left(*ALL, (line, Code.AVOIDED_WORD)) == [(line, "H007")]


def test_another_code_stays() -> None:
    assert left(*ALL, (5, Code.STRESS)) == [(5, "H008")]


def test_an_ignore_that_nothing_needs_is_told_where_it_stands() -> None:
    assert left(*ALL[1:]) == [(1, "H020")]
    assert left(*ALL[:3]) == [(7, "H020")]
