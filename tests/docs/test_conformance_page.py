"""The page on conformance names the checkers that are really used, and all that is passed over."""

from __future__ import annotations

import re
from pathlib import Path

from tests.checkers.outloud import MISTAKEN

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "conformance.md").read_text(encoding="utf-8")


def test_its_versions_are_those_of_the_lock() -> None:
    lock = (ROOT / "requirements" / "test.txt").read_text(encoding="utf-8")
    said = re.findall(r"^\| [\w-]+ \| `([\w-]+)` \| ([\d.]+) \|$", PAGE, re.MULTILINE)
    assert len(said) == 4
    for package, version in said:
        assert re.search(rf"^{package}=={re.escape(version)}\b", lock, re.MULTILINE), package


def test_it_names_each_rule_that_is_passed_over() -> None:
    assert set(re.findall(r"^\| ([A-Z]{3}-\d{3}) \|", PAGE, re.MULTILINE)) == set(MISTAKEN)
