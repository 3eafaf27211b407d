"""The page of findings has a whole part for each code that there is, and for no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbook.errors import Code
from workbook.model.values import NAMES

PAGE = (Path(__file__).parents[3] / "docs" / "findings.md").read_text(encoding="utf-8")
PARTS = dict(re.findall(r"^## ([A-Z]\d{3}) .+\n((?:(?!^##? ).*\n)*)", PAGE, re.MULTILINE))


def test_each_code_has_a_part_in_order() -> None:
    assert re.findall(r"^## (\S+)", PAGE, re.MULTILINE) == [code.value for code in Code]


@pytest.mark.parametrize("code", Code)
def test_each_part_says_what_shows_and_mends(code: Code) -> None:
    part = PARTS[code.value]
    meaning, _, mending = part.partition("**To mend:**")
    assert re.search(r"^    \S", meaning, re.MULTILINE), "an example"
    assert len(meaning.split()) > 8
    assert len(mending.split()) > 3


def test_all_values_are_named() -> None:
    assert set(re.findall(r"\{\{ (practice\.\w+) \}\}", PARTS["V001"])) == {*NAMES, "practice.fone"}
