"""The pages of findings and of house rules have a whole part for each code, and for no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbook.errors import Code
from workbook.model.values import NAMES

DOCS = Path(__file__).parents[3] / "docs"
FINDINGS, RULES = ((DOCS / name).read_text(encoding="utf-8") for name in ("findings.md", "rules.md"))
PARTS = dict(re.findall(r"^## ([A-Z]\d{3}) .+\n((?:(?!^##? ).*\n)*)", FINDINGS + RULES, re.MULTILINE))


def test_each_code_has_a_part_in_order() -> None:
    codes = [code.value for code in Code if not code.startswith("H")]
    assert re.findall(r"^## (\S+)", FINDINGS, re.MULTILINE) == codes


def test_each_house_rule_has_one_part() -> None:
    codes = [code.value for code in Code if code.startswith("H")]
    assert sorted(re.findall(r"^## (\S+)", RULES, re.MULTILINE)) == codes


@pytest.mark.parametrize("code", Code)
def test_each_part_says_what_shows_and_mends(code: Code) -> None:
    part = PARTS[code.value]
    meaning, _, mending = part.partition("**To mend:**")
    assert re.search(r"^    \S", meaning, re.MULTILINE), "an example"
    assert len(meaning.split()) > 8
    assert len(mending.split()) > 3


def test_all_values_are_named() -> None:
    assert set(re.findall(r"\{\{ (practice\.\w+) \}\}", PARTS["V001"])) == {*NAMES, "practice.fone"}
