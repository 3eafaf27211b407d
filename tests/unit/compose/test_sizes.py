"""Sizes that nobody can read, or that no page has room for, are told where they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook.compose.proof import proof_theme
from workbook.compose.sizes import unfit_sizes
from workbook.errors import Code, Severity
from workbook.theme.lookup import Themes


def _theme(folder: Path, token: str) -> Themes:
    own = folder / "templates" / "mine"
    own.mkdir(parents=True)
    text = f"title: Mine\ndescription: Of our own.\nextends: calm\ntokens:\n  {token}\n"
    (own / "theme.yaml").write_text(text, encoding="utf-8")
    return Themes(folder)


@pytest.mark.parametrize(
    ("token", "code", "severity", "said"),
    [
        ("size_body: 11.9pt", Code.SIZE_UNFIT, Severity.WARNING, "under 12 pt"),
        ("logo_sheet_height: 90mm", Code.SIZE_UNFIT, Severity.WARNING, "room for 10.7 mm"),
        ("size_foot: 6.9pt", Code.WRONG_VALUE, Severity.ERROR, "from 7 to 99"),
    ],
)
def test_an_unfit_size_is_told_at_its_line(
    tmp_path: Path, token: str, code: Code, severity: Severity, said: str
) -> None:
    (finding,) = proof_theme(_theme(tmp_path, token), "mine")
    assert (finding.code, finding.severity) == (code, severity)
    assert finding.span is not None and finding.span.line == 5
    assert said in finding.message + finding.hint


@pytest.mark.parametrize("token", ["size_body: 12pt", "logo_sheet_height: 10mm", "size_foot: 7pt"])
def test_a_size_at_its_bound_is_well(tmp_path: Path, token: str) -> None:
    assert proof_theme(_theme(tmp_path, token), "mine") == []


def test_the_programs_themes_have_none() -> None:
    for name in Themes().names():
        assert list(unfit_sizes(Themes().find(name))) == []
