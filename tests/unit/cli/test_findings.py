from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from workbook.cli.findings import as_github, as_human, as_json, as_object, as_short, printable
from workbook.errors import Code, Diagnostic, Severity, Span


@pytest.fixture
def finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Diagnostic:
    monkeypatch.chdir(tmp_path)
    return Diagnostic(
        Code.UNKNOWN_KEY, "100 % wrong:\nreally.", "Mend it.", Span(tmp_path / "a,b" / "c.yaml", 3, 7)
    )


def test_human(finding: Diagnostic) -> None:
    assert click.unstyle(as_human(finding)) == (
        "a,b/c.yaml:3:7: error S001: 100 % wrong: really.\n  hint: Mend it."
    )


def test_human_without_place_and_hint() -> None:
    finding = Diagnostic(Code.ENGINE_WARNING, "So so.", severity=Severity.WARNING)
    assert click.unstyle(as_human(finding)) == "warning E001: So so."


def test_short(finding: Diagnostic) -> None:
    assert as_short(finding) == "a,b/c.yaml:3:7: S001 100 % wrong: really."


def test_github(finding: Diagnostic) -> None:
    assert as_github(finding) == (
        "::error file=a%2Cb/c.yaml,line=3,col=7,title=S001::100 %25 wrong:%0Areally.%0AMend it."
    )


def test_github_without_place() -> None:
    finding = Diagnostic(Code.ENGINE_WARNING, "So so.", severity=Severity.WARNING)
    assert as_github(finding) == "::warning title=E001::So so."


def test_json(finding: Diagnostic) -> None:
    told = json.loads(as_json([finding], files=1))
    assert told == {
        "files": 1,
        "findings": [
            {
                "file": "a,b/c.yaml",
                "line": 3,
                "column": 7,
                "severity": "error",
                "code": "S001",
                "message": "100 % wrong:\nreally.",
                "hint": "Mend it.",
            }
        ],
    }


def test_json_without_place() -> None:
    assert as_object(Diagnostic(Code.ENGINE_WARNING, "So so."))["file"] is None


def test_json_is_ascii_whatever_the_words() -> None:
    assert as_json([Diagnostic(Code.UNKNOWN_KEY, "“Ü”")]).isascii()


def test_nothing_steers_the_terminal() -> None:
    assert printable("a\x1b[2Jb\nc\x07") == "a\ufffd[2Jb c\ufffd"
