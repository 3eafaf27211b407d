"""Each fixture says at its top, in ``# error: LINE:COLUMN CODE words``, exactly what is found in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbook.errors import Code
from workbook.source.checking import check
from workbook.source.library import Library

HERE = Path(__file__).parent
FIXTURES = sorted(path for path in HERE.glob("*/*.yaml"))
EXPECTED = re.compile(r"^# (error|warning): (\d+):(\d+) ([A-Z]\d{3}) (.+)$", re.MULTILINE)

ELSEWHERE = {
    Code.FILE_MISNAMED: "tests/unit/source/test_mislaid.py",
    Code.FILE_MISPLACED: "tests/unit/source/test_mislaid.py",
    Code.FILE_NOT_FOUND: "tests/unit/source/test_files.py",
    Code.FILE_NOT_READABLE: "tests/unit/source/test_files.py",
    Code.FILE_TOO_LARGE: "tests/unit/source/test_files.py",
    Code.FILE_OUTSIDE: "tests/unit/source/test_files.py",
    Code.TOO_MANY_FILES: "tests/unit/source/test_files.py",
    Code.WORDS_MOVED_ON: "tests/unit/source/changes/test_staleness.py",
    Code.EARLIER_NOT_KNOWN: "tests/unit/source/changes/test_staleness.py",
    Code.UNKNOWN_PART: "tests/unit/source/changes/test_applying.py",
    Code.PART_GONE: "tests/unit/source/changes/test_staleness.py",
    Code.CHANGED_TWICE: "tests/unit/source/changes/test_applying.py",
    Code.SAFETY_STAYS: "tests/unit/source/changes/test_applying.py",
    Code.WRITTEN_FOR_NEWER: "tests/unit/source/changes/test_staleness.py",
    Code.EXTENDS_ITSELF: "tests/unit/source/changes/test_extending.py",
    Code.UNKNOWN_EDITION: "tests/unit/source/test_editions.py",
    Code.PICTURE_SIZE: "tests/unit/source/test_editions.py",
    Code.MISTYPED_CODE: "tests/unit/source/clients/test_register.py",
    Code.UNKNOWN_CLIENT: "tests/unit/source/clients/test_register.py",
    Code.TELLS_TOO_MUCH: "tests/unit/source/clients/test_suspicion.py",
    Code.WHOSE_PERSON: "tests/unit/source/clients/test_suspicion.py",
    Code.UNUSED_CLIENT_SLOT: "tests/unit/source/clients/test_register.py",
    Code.CLIENT_FILE_OPEN: "tests/unit/source/clients/test_register.py",
    Code.NAME_TWICE: "tests/unit/source/test_checking.py",
    Code.REPLACES_STOCK: "tests/unit/source/test_checking.py",
    Code.NOT_A_PICTURE: "tests/unit/source/test_pictures.py",
    Code.PICTURE_MISNAMED: "tests/unit/source/test_pictures.py",
    Code.PICTURE_TOO_LARGE: "tests/unit/source/test_pictures.py",
    Code.PICTURE_NOT_SAFE: "tests/unit/source/test_pictures.py",
}
"""Codes of this room that cannot be a file of their own, and the tests that give them."""


def _expected(path: Path) -> list[tuple[str, int, int, str, str]]:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return [(m[1], int(m[2]), int(m[3]), m[4], m[5]) for m in EXPECTED.finditer(text)]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_exactly_these_are_found(path: Path) -> None:
    findings = check([path], Library.stock())
    found = []
    for finding in findings:
        assert finding.span is not None
        assert finding.span.path == path
        assert finding.hint
        assert finding.message[-1] in ".!?"
        found.append((finding.severity.value, finding.span.line, finding.span.column, finding.code.value))
    expected = _expected(path)
    assert sorted(found) == sorted(entry[:4] for entry in expected)
    for *_, line, column, code, words in expected:
        there = [
            f for f in findings if f.span and (f.span.line, f.span.column, f.code) == (line, column, code)
        ]
        assert any(words in f.message for f in there), (words, [f.message for f in there])


def test_every_fixture_expects_something() -> None:
    assert len(FIXTURES) > 30
    assert [path for path in FIXTURES if not _expected(path)] == []


def test_every_code_of_the_room_has_a_fixture() -> None:
    fixed = {Code(code) for path in FIXTURES for *_, code, _ in _expected(path)}
    source = Path(__file__).parents[2] / "workbook" / "source"
    named = {
        Code[name]
        for file in source.rglob("*.py")
        for name in re.findall(r"\bCode\.([A-Z0-9_]+)", file.read_text(encoding="utf-8"))
    }
    assert named == fixed | ELSEWHERE.keys()
    assert fixed.isdisjoint(ELSEWHERE)


def test_codes_tested_elsewhere_are_tested_there() -> None:
    root = Path(__file__).parents[2]
    for code, place in ELSEWHERE.items():
        assert f"Code.{code.name}" in (root / place).read_text(encoding="utf-8")
