from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from workbook.errors import Code, FindingsError, MissingToolError
from workbook.model.answers import Block
from workbook.theme.fonts import faces
from workbook.theme.lookup import Theme, Themes


def test_all_themes_load() -> None:
    for name in Themes().names():
        assert Themes().find(name).name == name


def test_an_unknown_theme_is_a_finding_that_names_the_others() -> None:
    with pytest.raises(FindingsError) as caught:
        Themes().find("clam")
    (finding,) = caught.value.findings
    assert finding.code is Code.UNKNOWN_THEME
    assert "calm" in finding.hint


def test_every_answer_kind_has_its_template_and_style(calm: Theme) -> None:
    base = calm.folders[-1]
    kinds = {get_args(cls.model_fields["kind"].annotation)[0] for cls in get_args(get_args(Block)[0])} - {
        "passage"
    }
    for kind in kinds:
        assert (base / "blocks" / f"{kind}.html.j2").is_file(), kind
        assert (base / "blocks" / f"{kind}.print.css").is_file(), kind
    templates = {path.name.split(".")[0] for path in (base / "blocks").iterdir()}
    assert templates == kinds


def test_a_stylesheet_with_an_unknown_token_is_a_finding(tmp_path: Path, calm: Theme) -> None:
    (tmp_path / "print.css").write_text("a { color: var(--nothing) }", encoding="utf-8")
    theme = Theme("x", "X", "x", calm.tokens, (tmp_path,))
    with pytest.raises(FindingsError) as caught:
        theme.stylesheet("print", {})
    (finding,) = caught.value.findings
    assert finding.code is Code.UNKNOWN_STYLE_NAME
    assert finding.span is not None and (finding.span.path.name, finding.span.line) == ("print.css", 1)


def test_faces_come_from_the_font_package_in_a_fixed_order() -> None:
    found = faces("Atkinson Hyperlegible")
    assert [(f.weight, f.style) for f in found] == [
        (400, "normal"),
        (700, "normal"),
        (400, "italic"),
        (700, "italic"),
    ]
    assert all("fontpkg_atkinson_hyperlegible" in str(f.path) for f in found)


def test_a_missing_font_family_names_the_package_to_install() -> None:
    with pytest.raises(MissingToolError, match="pip install fontpkg-no-such-family"):
        faces("No Such Family")
