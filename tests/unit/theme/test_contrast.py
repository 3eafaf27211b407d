from __future__ import annotations

from pathlib import Path

import pytest

from workbook.compose.measures import inked
from workbook.errors import Code, Severity, Span
from workbook.model.page import Ink
from workbook.model.theme import TokenChanges
from workbook.theme.contrast import contrast, contrast_findings, too_faint
from workbook.theme.lookup import Theme, Themes

HERE = Span(Path("theme.yaml"), 7, 3)


def _changed(theme: Theme, **changes: str) -> Theme:
    return theme.with_tokens(TokenChanges.model_validate(changes), dict.fromkeys(changes, HERE))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)],
)
def test_ratios_are_those_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("ink", list(Ink))
@pytest.mark.parametrize("name", Themes().names())
def test_every_stock_theme_stands_out(name: str, ink: Ink) -> None:
    assert list(too_faint(inked(Themes().find(name).tokens, ink))) == []


def test_a_faint_token_of_ones_own_is_a_warning_where_it_is_set(calm: Theme) -> None:
    theme = _changed(calm, muted="#a0a0a0")
    (finding,) = contrast_findings(theme.tokens, theme.places)
    assert (finding.code, finding.severity, finding.span) == (Code.LOW_CONTRAST, Severity.WARNING, HERE)
    assert "2.6 : 1" in finding.message


def test_the_colour_that_the_hint_names_is_dark_enough(calm: Theme) -> None:
    theme = _changed(calm, muted="#a0a0a0")
    (finding,) = contrast_findings(theme.tokens, theme.places)
    better = _changed(calm, muted=finding.hint.split('"')[1])
    assert contrast_findings(better.tokens, better.places) == []


def test_a_dark_ground_makes_all_words_on_it_faint(calm: Theme) -> None:
    theme = _changed(calm, tint="#445566")
    found = contrast_findings(theme.tokens, theme.places)
    assert {finding.span for finding in found} == {HERE}
    assert len(found) == 5


def test_what_the_stock_sets_is_not_told_to_others(calm: Theme) -> None:
    faint = calm.tokens.model_copy(update={"muted": "#a0a0a0"})
    assert contrast_findings(faint, calm.places) == []
