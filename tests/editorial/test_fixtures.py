"""Each fixture says at its top, in ``# error: LINE:COLUMN CODE words``, exactly what is found in it.

The files ``…-passes`` come close to what a rule is about, and are to be left in peace.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from workbook.editorial.checking import check
from workbook.editorial.rules import RULES
from workbook.errors import Code
from workbook.source.library import Library

HERE = Path(__file__).parent
FIXTURES = sorted(HERE.rglob("*.yaml"))
EXPECTED = re.compile(r"^# (error|warning): (\d+):(\d+) ([A-Z]\d{3}) (.+)$", re.MULTILINE)
TODAY = dt.date(2026, 11, 22)
HOUSE_RULES = [code for code in Code if code.value.startswith("H")]


def _expected(path: Path) -> list[tuple[str, int, int, str, str]]:
    text = path.read_text(encoding="utf-8")
    return [(m[1], int(m[2]), int(m[3]), m[4], m[5]) for m in EXPECTED.finditer(text)]


def _name(path: Path) -> str:
    return path.relative_to(HERE).with_suffix("").as_posix()


@pytest.mark.parametrize("path", FIXTURES, ids=_name)
def test_exactly_these_are_found(path: Path) -> None:
    findings = check([path], Library.stock(), TODAY).findings
    found = []
    for finding in findings:
        assert finding.span is not None
        assert finding.span.path == path
        assert finding.hint.endswith((".", "?"))
        assert finding.message[-1] in ".!?"
        found.append((finding.severity.value, finding.span.line, finding.span.column, finding.code.value))
    expected = _expected(path)
    assert sorted(found) == sorted(entry[:4] for entry in expected)
    for *_, line, column, code, words in expected:
        there = [
            f for f in findings if f.span and (f.span.line, f.span.column, f.code) == (line, column, code)
        ]
        assert any(words in f.message for f in there), (words, [f.message for f in there])


@pytest.mark.parametrize("code", HOUSE_RULES)
def test_each_rule_has_one_that_fails_and_one_that_passes(code: Code) -> None:
    of_code = {name for name in map(_name, FIXTURES) if code.value.lower() in name}
    failing = {
        name for name in of_code if any(entry[3] == code.value for entry in _expected(HERE / f"{name}.yaml"))
    }
    assert {name for name in of_code if "fails" in name} <= failing
    passing = {name for name in of_code if "passes" in name}
    assert failing
    assert passing
    assert not any(_expected(HERE / f"{name}.yaml") for name in passing)


def test_each_code_is_one_rules_own() -> None:
    ignoring = [Code.IGNORE_WITHOUT_REASON, Code.UNUSED_IGNORE]
    assert sorted([rule.code for rule in RULES] + ignoring) == HOUSE_RULES
    assert len({rule.title for rule in RULES}) == len(RULES)
