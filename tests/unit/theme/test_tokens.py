from __future__ import annotations

import re

import pytest

from workbook.compose.measures import inked, measure, values
from workbook.compose.reader import Reader
from workbook.model.page import Ink
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
        assert "var(" not in calm.stylesheet(
            name, values(measure(calm.tokens, Reader()), calm.tokens, Reader())
        )


def _luminance(colour: str) -> float:
    """Return the relative luminance after WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ink", list(Ink))
@pytest.mark.parametrize("ground", ["#ffffff", "tint"])
@pytest.mark.parametrize("token", ["text", "muted", "accent", "warm_dark"])
def test_text_stands_out_from_its_ground(calm: Theme, token: str, ground: str, ink: Ink) -> None:
    tokens = inked(calm.tokens, ink).model_dump()
    assert _contrast(tokens[token], tokens.get(ground, ground)) >= 4.5


@pytest.mark.parametrize("token", ["rule", "accent", "warm"])
def test_edges_stand_out_from_paper(calm: Theme, token: str) -> None:
    assert _contrast(calm.tokens.model_dump()[token], "#ffffff") >= 3


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
