from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from workbook.compose.proof import proof_theme, theme_warnings
from workbook.errors import Code
from workbook.theme.lookup import Themes

HEAD = "title: Mine\ndescription: Of my own.\nextends: calm\ntokens:\n"


def _theme(folder: Path, tokens: str, **files: str) -> Themes:
    theme = folder / "templates" / "mine"
    (theme / "sections").mkdir(parents=True)
    (theme / "theme.yaml").write_text(HEAD + tokens, encoding="utf-8")
    for name, text in files.items():
        (theme / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return Themes(folder)


def _found(themes: Themes, name: str = "mine") -> list[tuple[str, str, int]]:
    found = proof_theme(themes, name)
    return [(f.code.value, f.span.path.name, f.span.line) for f in found if f.span is not None]


def test_a_sound_theme_has_no_findings(tmp_path: Path) -> None:
    assert _found(_theme(tmp_path, '  accent: "#33454f"\n', print_css=".a { color: var(--accent) }")) == []


def test_the_stock_themes_are_sound() -> None:
    for name in Themes().names():
        assert proof_theme(Themes(), name) == []


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    tokens = '  muted: "#a0a0a0"\n  font: No Such Family\n  logo: missing.svg\n'
    themes = _theme(tmp_path, tokens, epub_css="\n.a { color: var(--acent) }", cover_j2="{% if x %}")
    assert _found(themes) == [
        ("T001", "cover.j2", 1),
        ("R006", "epub.css", 2),
        ("W006", "theme.yaml", 5),
        ("W007", "theme.yaml", 6),
        ("F001", "theme.yaml", 7),
    ]


def test_a_coarse_logo_is_a_warning(tmp_path: Path) -> None:
    themes = _theme(tmp_path, "  logo: logo.png\n  logo_height: 20mm\n")
    picture = io.BytesIO()
    Image.new("RGB", (200, 100)).save(picture, "PNG")
    file = tmp_path / "templates" / "mine" / "logo.png"
    file.write_bytes(picture.getvalue())
    (finding,) = theme_warnings(themes.find("mine"))
    assert finding.code is Code.PICTURE_COARSE
    assert "119 pixels" in finding.hint
    Image.new("RGB", (200, 119)).save(file, "PNG")
    assert theme_warnings(themes.find("mine")) == []


def test_a_file_with_mistakes_is_told_alone(tmp_path: Path) -> None:
    assert _found(_theme(tmp_path, "  acent: red\n")) == [("S001", "theme.yaml", 5)]


def test_templates_laid_over_the_base_are_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "base" / "sections"
    folder.mkdir(parents=True)
    (folder / "part.html.j2").write_text("\n{{ }", encoding="utf-8")
    assert _found(Themes(tmp_path), "base") == [("T001", "part.html.j2", 2)]
