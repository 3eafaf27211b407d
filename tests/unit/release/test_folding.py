"""Faults against one rule are one line, and none is lost in the count."""

from __future__ import annotations

from workbook.release.checkers.folding import fold


def test_what_stands_alone_is_as_it_was_said() -> None:
    assert fold([("a", "one"), ("b", "two\nlines")]) == ["one", "two\nlines"]


def test_one_rule_is_one_line_with_the_number_of_other_places() -> None:
    said = [("a", "page 1"), ("b", "other"), ("a", "page 2"), ("a", "page 2"), ("a", "page 9")]
    assert fold(said) == ["page 1 (and 2 more places)", "other"]
    assert fold(said[:3]) == ["page 1 (and 1 more place)", "other"]


def test_the_count_stands_on_the_first_line() -> None:
    assert fold([("a", "no verdict:\nwhy"), ("a", "x")]) == ["no verdict: why (and 1 more place)"]
