from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from workbook.errors import Code, FindingsError, MissingToolError, Span
from workbook.model.answers import Block
from workbook.model.theme import TokenChanges
from workbook.theme.contrast import too_faint
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


def _write(folder: Path, extends: str, **tokens: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(f'  {name}: "{value}"\n' for name, value in tokens.items())
    file = folder / "theme.yaml"
    head = f"title: A theme\ndescription: Of our own.\nextends: {extends}\n"
    file.write_text(head + (f"tokens:\n{lines}" if lines else ""), encoding="utf-8")
    return file


def test_each_token_knows_where_it_was_set(tmp_path: Path) -> None:
    file = _write(tmp_path / "templates" / "mine", "warm", accent="#123456")
    theme = Themes(tmp_path).find("mine")
    assert theme.places["accent"] == Span(file, 5, 3)
    assert theme.places["warm"].path.parent.name == "warm"
    assert theme.places["size_body"].path.parent.name == "calm"


def test_tokens_are_laid_over_a_theme(calm: Theme) -> None:
    place = Span(Path("practice.yaml"), 9, 3)
    changed = calm.with_tokens(TokenChanges.model_validate({"text": "#123456"}), {"text": place})
    assert (changed.tokens.text, changed.places["text"]) == ("#123456", place)
    assert changed.tokens.model_copy(update={"text": calm.tokens.text}) == calm.tokens
    assert calm.tokens.text != "#123456"


def test_a_logo_is_looked_for_beside_the_file_that_names_it(tmp_path: Path) -> None:
    file = _write(tmp_path / "templates" / "mine", "calm", logo="pictures/logo.svg")
    theme = Themes(tmp_path).find("mine")
    with pytest.raises(FindingsError) as caught:
        _ = theme.logo
    (finding,) = caught.value.findings
    assert finding.code is Code.FILE_NOT_FOUND
    assert finding.span == Span(file, 5, 3)
    (file.parent / "pictures").mkdir()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><path d="M0 0h3v1z"/></svg>'
    (file.parent / "pictures" / "logo.svg").write_text(drawing, encoding="utf-8")
    found = Themes(tmp_path).find("mine").logo
    assert found is not None and found.width / found.height == 3


@pytest.mark.parametrize("name", ["../logo.png", "/etc/logo.png", "a/../../logo.png", "..", ".hidden.png"])
def test_a_logo_outside_is_not_even_a_value(tmp_path: Path, name: str) -> None:
    _write(tmp_path / "templates" / "mine", "calm", logo=name)
    with pytest.raises(FindingsError) as caught:
        Themes(tmp_path).find("mine")
    assert caught.value.findings[0].code is Code.WRONG_VALUE
    assert "none" in caught.value.findings[0].hint


def test_a_folder_of_ones_own_lies_over_a_stock_theme(tmp_path: Path, calm: Theme) -> None:
    own = tmp_path / "templates" / "calm" / "sections"
    own.mkdir(parents=True)
    (own / "part.html.j2").write_text("mine", encoding="utf-8")
    theme = Themes(tmp_path).find("calm")
    assert theme.folders == (own.parent, *calm.folders)
    assert theme.templates.get_template("sections/part.html.j2").render() == "mine"
    stock = theme.templates.get_template("!calm/sections/part.html.j2").filename
    assert stock == str(calm.folders[-1] / "sections" / "part.html.j2")


def test_a_theme_of_ones_own_may_extend_the_stock_theme_of_its_name(tmp_path: Path, calm: Theme) -> None:
    _write(tmp_path / "templates" / "calm", "calm", accent="#123456")
    theme = Themes(tmp_path).find("calm")
    assert theme.tokens.accent == "#123456"
    assert theme.tokens.hairline == calm.tokens.hairline


def test_a_practices_one_colour_brings_its_shades_along(calm: Theme) -> None:
    at = {name: Span(Path("practice.yaml"), line) for line, name in enumerate(TokenChanges.model_fields, 1)}
    theme = calm.with_tokens(TokenChanges.model_validate({"accent": "#5B2A6E"}), at)
    tokens = theme.tokens
    assert (tokens.accent, tokens.accent_soft, tokens.tint) == ("#5b2a6e", "#ad95b7", "#f4f0f5")
    assert theme.places["tint"] == at["accent"]
    assert not list(too_faint(tokens))
    own = calm.with_tokens(TokenChanges.model_validate({"accent": "#5b2a6e", "tint": "#ffffff"}), at)
    assert own.tokens.tint == "#ffffff"
    assert (
        calm.with_tokens(TokenChanges.model_validate({"text": "#000000"}), at).tokens.tint == calm.tokens.tint
    )


@pytest.mark.parametrize("extends", ["one", "two"])
def test_a_ring_of_themes_is_a_finding(tmp_path: Path, extends: str) -> None:
    _write(tmp_path / "templates" / "one", extends)
    file = _write(tmp_path / "templates" / "two", "one")
    with pytest.raises(FindingsError) as caught:
        Themes(tmp_path).find("two")
    (finding,) = caught.value.findings
    assert finding.code is Code.UNKNOWN_THEME
    assert finding.span is not None and finding.span.line == 3
    assert file.is_file()


def test_a_templates_name_reaches_what_is_overridden(tmp_path: Path) -> None:
    (_write(tmp_path / "templates" / "one", "calm").parent / "a.j2").write_text("one", encoding="utf-8")
    (_write(tmp_path / "templates" / "two", "one").parent / "b.j2").write_text(
        "{% extends '!one/a.j2' %}", encoding="utf-8"
    )
    theme = Themes(tmp_path).find("two")
    assert theme.templates.get_template("b.j2").render() == "one"
    base = theme.templates.get_template("!one/sections/part.html.j2").filename
    assert base == str(theme.folders[-1] / "sections" / "part.html.j2")


def test_the_programs_own_folder_is_not_a_projects_too(calm: Theme) -> None:
    """In a checkout both are one folder: each stylesheet would be in a file twice."""
    checkout = calm.folders[-1].parents[1]
    for project in (checkout, checkout / "docs" / ".."):
        assert Themes(project).find("calm") == calm
        assert not Themes(project).is_own(calm.folders[0] / "theme.yaml")


def test_an_accent_alone_brings_its_shades(tmp_path: Path) -> None:
    file = _write(tmp_path / "templates" / "mine", "calm", accent="#804000", tint="#fafafa")
    theme = Themes(tmp_path).find("mine")
    assert (theme.tokens.accent_soft, theme.tokens.tint) == ("#bf9f7f", "#fafafa")
    assert theme.places["accent_soft"] == Span(file, 5, 3)
