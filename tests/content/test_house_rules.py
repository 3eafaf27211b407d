"""The stock keeps its own house rules."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from workbook.editorial.checking import check
from workbook.source.library import Library

STOCK = Library.stock()
FILES = sorted(
    path
    for folder in ("exercises", "workbooks", "crisis", "locale")
    for path in (STOCK.roots[0] / folder).glob("*.yaml")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_is_found(path: Path) -> None:
    written = dt.date(2026, 11, 22)
    found = [f for f in check([path], STOCK, written).findings if f.code.startswith("H")]
    assert [f"{f.span.shown()} {f.code} {f.message}" for f in found if f.span] == []
