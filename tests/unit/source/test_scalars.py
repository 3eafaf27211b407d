from __future__ import annotations

import datetime as dt

import pytest

from workbook.source.notation.scalars import resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("2026-11-22", dt.date(2026, 11, 22)),
    ],
)
def test_special_words(text: str, value: object) -> None:
    result = resolve(text)
    assert result == value
    assert type(result) is type(value)


WORDS = "no yes on off y N 0800 +44 0x1F 1_000 9:30 1e3 .inf 1.0.0 2026-13-40 2026-1-1 = << ١٢"


@pytest.mark.parametrize("text", [*WORDS.split(), "2026-11-22 10:00:00", "9" * 19])
def test_everything_else_is_text(text: str) -> None:
    assert resolve(text) == text
