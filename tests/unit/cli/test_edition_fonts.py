"""The fonts that an edition names: in its files, and what is told of those that will not do."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from tests.unit.cli.conftest import Run

EDITION = "id: fonts\nworkbook: mine\n"
THEME = 'title: Ours\ndescription: With a font of ours.\nextends: calm\ntokens: {{font: "{}"}}\n'


@pytest.fixture
def edition(project: Path) -> Path:
    """An edition's file, to add lines to."""
    path = project / "editions/fonts.yaml"
    path.parent.mkdir()
    path.write_text(EDITION, encoding="utf-8")
    return path


def add(path: Path, lines: str) -> None:
    path.write_text(path.read_text("utf-8") + lines, encoding="utf-8")


def bring(project: Path, family: str) -> None:
    """Let a theme of the project's own bring a family."""
    theme = project / "templates/ours/theme.yaml"
    theme.parent.mkdir(parents=True)
    theme.write_text(THEME.format(family), encoding="utf-8")


def embedded(pdf: Path) -> set[str]:
    with pikepdf.open(pdf) as document:
        fonts = [o for o in document.objects if isinstance(o, pikepdf.Dictionary)]
        names = [str(o.BaseFont) for o in fonts if o.get("/Type") == "/Font" and "/BaseFont" in o]
    return {re.sub(r"^/\w+\+", "", name) for name in names}


def test_they_are_in_print_and_in_the_e_book(run: Run, edition: Path) -> None:
    add(edition, "fonts:\n  text: Crimson Text\n  headings: Atkinson Hyperlegible\n")
    result = run("build", "--edition", "fonts")
    assert result.exit_code == 0, result.output
    assert {"Crimson-Text", "Atkinson-Hyperlegible-Bold"} <= embedded(Path("dist/fonts.pdf"))
    with zipfile.ZipFile("dist/fonts.epub") as book:
        assert any("CrimsonText" in name for name in book.namelist())
        css = book.read("EPUB/styles.css").decode()
    assert re.search(r'\bhtml ?\{[^}]*font-family: ?"?Crimson Text', css)
    assert re.search(r'h1, ?h2 ?\{[^}]*font-family: ?"?Atkinson Hyperlegible', css)


@pytest.mark.parametrize(
    ("lines", "place", "said"),
    [
        (
            "fonts: {text: Atkinson Hyperlegble}\n",
            "3:15: error D010: There is no font family `Atkinson Hyperlegble` here.",
            "Did you mean `Atkinson Hyperlegible`?",
        ),
        ("fonts:\n  headings: Comic Sans\n", "4:13: error D010: ", "Families: `Atkinson Hyperlegible`"),
        ("title: Слова\n", "1:1: error D011: ", "С (U+0421), а (U+0430), в (U+0432), л (U+043B), о (U+043E)"),
        ("theme: warm\ntitle: Слова\n", "3:8: error D011: ", "`Crimson Text` lacks letters"),
        ("title: Ç ✓\nfonts: {headings: Crimson Text}\n", "4:19: error D011: ", "needs: ✓ (U+2713)."),
    ],
)
def test_what_will_not_do_is_told_at_its_line(
    run: Run, edition: Path, lines: str, place: str, said: str
) -> None:
    add(edition, lines)
    for command in (("check", "editions"), ("build", "--edition", "fonts")):
        result = run(*command)
        assert result.exit_code == 1
        assert f"editions/fonts.yaml:{place}" in result.stderr
        assert said in result.stderr
    assert not Path("dist").exists()


def test_a_theme_of_ones_own_brings_a_family(run: Run, project: Path, edition: Path) -> None:
    bring(project, "IBM Plex Sans Arabic")
    add(edition, "title: Words كلمات\nfonts: {text: IBM Plex Sans Arabic, headings: IBM Plex Sans Arabic}\n")
    result = run("check", "editions")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("family", "code"), [("Noto Sans Arabic", "W008"), ("Nowhere Sans", "W007")], ids=["variable", "missing"]
)
def test_a_family_that_cannot_be_used(run: Run, project: Path, edition: Path, family: str, code: str) -> None:
    bring(project, family)
    add(edition, f"fonts:\n  text: {family}\n")
    for command in (("check", "editions"), ("build", "--edition", "fonts")):
        result = run(*command)
        assert result.exit_code == 1
        assert f"editions/fonts.yaml:4:9: error {code}: " in result.stderr


def test_a_variable_family_is_told_where_the_theme_names_it(run: Run, project: Path) -> None:
    bring(project, "Noto Sans Arabic")
    result = run("check", "templates/ours")
    assert "templates/ours/theme.yaml:4:10: error W008: The font family Noto Sans Arabic" in result.stderr
    built = run("build", "mine", "--theme", "ours")
    assert built.exit_code == 1
    assert "error W008: " in built.stderr
