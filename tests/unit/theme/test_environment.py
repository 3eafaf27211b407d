from __future__ import annotations

from pathlib import Path

import pytest

from workbook.errors import Code, FindingsError
from workbook.theme.environment import environment, render, well_formed


def _render(folder: Path, template: str, **context: object) -> str:
    (folder / "page.j2").write_text(template, encoding="utf-8")
    return render(environment([folder]), "page.j2", context)


def test_text_is_escaped(tmp_path: Path) -> None:
    assert _render(tmp_path, "{{ word }}", word="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("one\n{{ unknown_name }}", Code.TEMPLATE_FAILED, 2),
        ("one\n\n{% if %}", Code.TEMPLATE_SYNTAX, 3),
        ("{{ ''.__class__.__mro__ }}", Code.TEMPLATE_FAILED, 1),
        ("{{ word.upper.__globals__ }}", Code.TEMPLATE_FAILED, 1),
        ("{{ 1 // 0 }}", Code.TEMPLATE_FAILED, 1),
        ("{{ items.append(1) }}", Code.TEMPLATE_FAILED, 1),
        ("{{ range(99999999) | length }}", Code.TEMPLATE_FAILED, 1),
    ],
)
def test_a_templates_mistake_is_located(tmp_path: Path, template: str, code: Code, line: int) -> None:
    with pytest.raises(FindingsError) as caught:
        _render(tmp_path, template, word="w", items=[])
    (finding,) = caught.value.findings
    assert finding.code is code
    assert finding.span is not None
    assert (finding.span.path.name, finding.span.line) == ("page.j2", line)


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(FindingsError) as caught:
        _render(tmp_path, '{% include "nowhere.j2" %}')
    assert caught.value.findings[0].code is Code.TEMPLATE_MISSING
    assert "nowhere.j2" in caught.value.findings[0].message


def test_a_template_cannot_reach_out_of_its_folders(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    inner = tmp_path / "theme"
    inner.mkdir()
    with pytest.raises(FindingsError) as caught:
        _render(inner, '{% include "../secret" %}')
    assert caught.value.findings[0].code is Code.TEMPLATE_MISSING


def test_the_first_folder_wins_and_the_second_can_be_reached(tmp_path: Path) -> None:
    for name in ("mine", "base"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.j2").write_text(name, encoding="utf-8")
    env = environment([tmp_path / "mine", tmp_path / "base"])
    assert render(env, "a.j2", {}) == "mine"
    assert render(env, "!base/a.j2", {}) == "base"


@pytest.mark.parametrize("markup", ["<div>unclosed", "<p>a & b</p>", "<p>a&nbsp;b</p>", "<p></p><p></p>"])
def test_markup_that_no_engine_can_read_is_the_templates_mistake(tmp_path: Path, markup: str) -> None:
    (tmp_path / "page.j2").write_text(markup, encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        well_formed(environment([tmp_path]), "page.j2", markup)
    (finding,) = caught.value.findings
    assert finding.code is Code.TEMPLATE_FAILED
    assert finding.span is not None and finding.span.path.name == "page.j2"


def test_well_formed_markup_passes(tmp_path: Path) -> None:
    assert well_formed(environment([tmp_path]), "page.j2", "<p>a &amp; b</p>") == "<p>a &amp; b</p>"
