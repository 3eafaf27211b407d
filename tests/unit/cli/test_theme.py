from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click
import pytest

from tests.unit.cli.conftest import Run
from workbook.cli.commands.theme import COMMANDS
from workbook.cli.commands.theme import command as group
from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.theme import Tokens
from workbook.theme.lookup import Themes

TITLE_PAGE = "sections/title-page.html.j2"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_says(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None and command.name == name
    assert " ".join((command.help or "").split("\n\n")[0].split()) == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_examples_and_fits(name: str, run: Run) -> None:
    lines = run("theme", name, "--help").stdout.splitlines()
    assert any(line.startswith(f"    workbook theme {name}") for line in lines)
    assert [line for line in lines if len(line) > 80] == []


def test_list_says_whose_each_theme_is(run: Run) -> None:
    run("theme", "new", "quiet")
    themes = json.loads(run("theme", "list", "--json").stdout)["themes"]
    assert [(t["name"], t["extends"], t["from"]) for t in themes] == [
        ("calm", "base", "stock"),
        ("plain", "calm", "stock"),
        ("quiet", "calm", "yours"),
        ("warm", "calm", "stock"),
    ]
    assert "1 theme." in run("theme", "list", "qui").stdout


def test_a_new_theme_passes_its_check_and_changes_nothing(run: Run) -> None:
    assert run("theme", "new", "quiet", "--extends", "warm").exit_code == 0
    assert run("check", "templates/quiet/theme.yaml", "--strict").stdout == "1 file, no mistakes.\n"
    assert Themes(Path()).find("quiet").tokens == Themes().find("warm").tokens


def test_a_new_theme_names_every_token_and_each_can_be_switched_on(run: Run, folder: Path) -> None:
    run("theme", "new", "quiet")
    file = folder / "templates" / "quiet" / "theme.yaml"
    text = file.read_text(encoding="utf-8")
    for token in Tokens.model_fields:
        assert f"\n  # {token}: " in text
    file.write_text(text.replace("\n  # ", "\n  "), encoding="utf-8")
    assert run("check", "templates", "--strict").exit_code == 0
    assert Themes(folder).find("quiet").places.keys() == Tokens.model_fields.keys()
    assert {span.path for span in Themes(folder).find("quiet").places.values()} == {file}


@pytest.mark.parametrize("name", ["base", "Quiet", "../quiet", "a b", ""])
def test_a_name_that_a_theme_cannot_have(run: Run, folder: Path, name: str) -> None:
    result = run("theme", "new", name)
    assert (result.exit_code, "S004" in result.output) == (1, True)
    assert not list(folder.iterdir())


def test_a_theme_that_is_there_stays(run: Run) -> None:
    run("theme", "new", "quiet")
    again = run("theme", "new", "quiet")
    assert (again.exit_code, "F008" in again.output) == (1, True)


def test_explain_names_the_line_of_each_token(run: Run, folder: Path) -> None:
    theme = folder / "templates" / "quiet"
    theme.mkdir(parents=True)
    text = 'title: Quiet\ndescription: Grey.\nextends: calm\ntokens:\n  accent: "#33454f"\n'
    (theme / "theme.yaml").write_text(text, encoding="utf-8")
    shown = [line.split() for line in run("theme", "explain", "quiet").stdout.splitlines()]
    assert ["accent", "#33454f", "templates/quiet/theme.yaml:5"] in shown
    assert ["hairline", "#c3d0d0", "calm/theme.yaml:12", "(stock)"] in shown


def test_explain_names_the_file_that_wins(run: Run) -> None:
    before = run("theme", "explain", TITLE_PAGE).stdout
    assert "  used            base/sections/title-page.html.j2 (stock)\n" in before
    run("theme", "eject", TITLE_PAGE)
    after = run("theme", "explain", TITLE_PAGE).stdout
    assert "  used            templates/calm/sections/title-page.html.j2\n" in after
    assert "  there, not used base/sections/title-page.html.j2 (stock)\n" in after


def test_explain_says_that_stylesheets_add_up(run: Run) -> None:
    shown = run("theme", "explain", "print.css", "--theme", "warm").stdout
    assert shown.count("  used ") == 2


def test_what_no_theme_has(run: Run) -> None:
    for words in (("explain", "blocks/lyne.html.j2"), ("eject", "../theme.yaml"), ("eject", "theme.yaml")):
        result = run("theme", *words)
        assert (result.exit_code, "T003" in result.output) == (1, True)
    assert "R004" in run("theme", "explain", "clam").output
    assert "R004" in run("theme", "eject", TITLE_PAGE, "--theme", "clam").output
    assert run("theme", "explain", "calm", "--theme", "warm").exit_code == 2


def test_eject_never_takes_a_files_place(run: Run, folder: Path) -> None:
    run("theme", "eject", TITLE_PAGE)
    file = folder / "templates" / "calm" / TITLE_PAGE
    file.write_text("mine", encoding="utf-8")
    again = run("theme", "eject", TITLE_PAGE)
    assert (again.exit_code, "F008" in again.output) == (1, True)
    assert file.read_text(encoding="utf-8") == "mine"


def test_what_eject_advises_works(run: Run, folder: Path, sample: Book) -> None:
    said = run("theme", "eject", TITLE_PAGE).stdout
    extends = next(line.strip() for line in said.splitlines() if "{% extends" in line)
    file = folder / "templates" / "calm" / TITLE_PAGE
    file.write_text(extends + "\n{% block practice %}<p>Here</p>{% endblock %}\n", encoding="utf-8")
    book = compose_book(sample, Themes(folder).find("calm"), Reader(), Medium.EPUB)
    page = next(section for section in book.sections if section.role == "title-page").markup
    assert "<p>Here</p>" in page and "<h1>" in page


def test_a_copy_as_it_is_changes_nothing(run: Run, folder: Path, sample: Book) -> None:
    names = [path for path in Themes().find("calm").files() if path.startswith("sections/")]
    before = compose_book(sample, Themes().find("calm"), Reader(), Medium.PRINT)
    for name in names:
        assert run("theme", "eject", name).exit_code == 0
    after = compose_book(sample, Themes(folder).find("calm"), Reader(), Medium.PRINT)
    assert after == replace(before, own_style=False)


def test_explain_alone_shows_what_the_practice_changes(run: Run, folder: Path) -> None:
    text = 'name: Riverside\ntokens:\n  accent: "#33454f"\n'
    (folder / "practice.yaml").write_text(text, encoding="utf-8")
    shown = {
        line.split()[0]: line.split()[1:] for line in run("theme", "explain").stdout.splitlines() if line
    }
    assert shown["accent"] == ["#33454f", "practice.yaml:3"]
    assert shown["tint"] == ["#f1f2f3", "practice.yaml:3"]  # a lighter shade of it
    assert shown["text"] == ["#1d2b30", "calm/theme.yaml:9", "(stock)"]
