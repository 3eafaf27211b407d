"""The page of house rules calls each rule what the rule calls itself, and knows its figures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from workbook.editorial.rule import Rule
from workbook.editorial.rules import RULES
from workbook.editorial.rules.shape import action
from workbook.editorial.rules.wording import grade, length

PAGE = (Path(__file__).parents[3] / "docs" / "rules.md").read_text(encoding="utf-8")
TITLES = dict(re.findall(r"^## (H\d{3}) (.+)$", PAGE, re.MULTILINE))
PARTS = dict(re.findall(r"^## (H\d{3}) .+\n((?:(?!^##? ).*\n)*)", PAGE, re.MULTILINE))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code))
def test_the_title_is_the_rules(rule: Rule[Any]) -> None:
    assert TITLES[rule.code.value] == rule.title


@pytest.mark.parametrize(
    ("code", "figure"),
    [
        ("H003", f"above grade {grade.AIM:.0f}"),
        ("H003", f"above grade {grade.LIMIT:.0f}"),
        ("H003", f"above grade {grade.NOTES_AIM:.0f}"),
        ("H003", f"fewer than {grade.ENOUGH} words"),
        ("H004", f"more than {length.MOST} words"),
        ("H004", f"more than {length.AVERAGE} on"),
        ("H005", f"more than {action.MOST}"),
    ],
)
def test_the_figures_are_the_rules(code: str, figure: str) -> None:
    assert figure in " ".join(PARTS[code].split())
