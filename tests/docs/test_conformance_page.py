"""The page on conformance names the checkers that are really used, and all that is passed over."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.checkers.outloud import GRID, MISTAKEN

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "conformance.md").read_text(encoding="utf-8")


def test_its_versions_are_those_of_the_lock() -> None:
    lock = (ROOT / "requirements" / "test.txt").read_text(encoding="utf-8")
    node = json.loads((ROOT / "requirements" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    said = re.findall(r"^\| [\w-]+ \| `([\w/@-]+)` \| ([\d.]+) \|$", PAGE, re.MULTILINE)
    assert len(said) == 5
    for package, version in said:
        if package.startswith("@"):
            assert node[f"node_modules/{package}"]["version"] == version, package
        else:
            assert re.search(rf"^{package}=={re.escape(version)}\b", lock, re.MULTILINE), package


def test_the_lock_of_node_packages_names_sums_and_no_address() -> None:
    text = (ROOT / "requirements" / "package-lock.json").read_text(encoding="utf-8")
    packages = [package for name, package in json.loads(text)["packages"].items() if name]
    assert len(packages) > 200
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert "://" not in text


def test_it_names_each_rule_that_is_passed_over() -> None:
    assert set(re.findall(r"^\| ([A-Z]{3}-\d{3}) \|", PAGE, re.MULTILINE)) == {*MISTAKEN, GRID}
