from __future__ import annotations

import re

import pytest

from workbook.compose.measures import measure, values
from workbook.compose.reader import Reader
from workbook.model.theme import Tokens
from workbook.theme.lookup import Theme
from workbook.theme.stylesheet import UnknownTokenError, fill_in


def test_names_are_filled_in() -> None:
    css = fill_in("a { color: var(--accent); height: var(--pitch) }", {"accent": "#123456", "pitch": "8.7mm"})
    assert css == "a { color: #123456; height: 8.7mm }"


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(UnknownTokenError):
        fill_in("a { color: var(--acent) }", {"accent": "#123456"})


def test_no_variable_is_left_in_a_stylesheet(calm: Theme) -> None:
    for name in ("print", "epub"):
        known = values(measure(calm.tokens, Reader()), calm.tokens, Reader())
        assert "var(" not in calm.stylesheet(name, known).text


def test_every_token_is_used(calm: Theme) -> None:
    used = {"emphasis", "logo", "logo_alt"}  # by what is made of them: emphasis-weight, logo.src, logo.alt
    for folder in calm.folders:
        for path in folder.rglob("*"):
            if path.suffix == ".css":
                used |= set(re.findall(r"var\(--([a-z0-9-]+)\)", path.read_text(encoding="utf-8")))
            elif path.suffix == ".j2":
                used |= set(re.findall(r"tokens\.([a-z_]+)", path.read_text(encoding="utf-8")))
    assert {
        name for name in Tokens.model_fields if name not in used and name.replace("_", "-") not in used
    } == set()
