from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run
from workbook.cli.authoring.checking import summary

FAULTY = "id: a-good-hour\nversion: 1.0.0\n"


@pytest.fixture
def faulty(project: Path) -> Path:
    path = project / "exercises/a-good-hour.yaml"
    text = path.read_text().replace("minutes: 15", "minutes: soon").replace("\nnotes:", "\nnotse: 1\nnotes:")
    path.write_text(text.replace("settings: [", "next: [nowhere-known]\nsettings: ["))
    return project


def test_no_mistakes(run: Run, project: Path) -> None:
    assert project
    result = run("check", "exercises", "workbooks/mine.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "2 files, no mistakes.\n", "")


def test_all_of_it_by_default(run: Run, project: Path) -> None:
    assert project
    result = run("check", "--format", "json")
    told = json.loads(result.stdout)
    content = Path(__file__).parents[3] / "content"
    stock = [
        path
        for folder in ("exercises", "workbooks", "crisis", "locale", "editions")
        for path in (content / folder).glob("*.yaml")
    ]
    assert told["files"] == len(stock) + 2


def test_human(run: Run, faulty: Path) -> None:
    assert faulty
    result = run("check", "exercises")
    assert result.exit_code == 1
    assert result.stdout == "2 errors in 1 file.\n"
    first, hint, *_ = result.stderr.splitlines()
    assert (
        first == "exercises/a-good-hour.yaml:8:10: error S003: `minutes` must be a whole number; it is text."
    )
    assert hint.startswith("  hint: ")


def test_short(run: Run, faulty: Path) -> None:
    assert faulty
    result = run("check", "exercises", "--format", "short")
    assert result.exit_code == 1
    assert result.stderr == ""
    assert [line.partition(" ")[2][:4] for line in result.stdout.splitlines()] == ["S003", "S001"]


def test_github(run: Run, faulty: Path) -> None:
    assert faulty
    result = run("check", "exercises", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=exercises/a-good-hour.yaml,line=8,col=10,title=S003::")


def test_json(run: Run, faulty: Path) -> None:
    assert faulty
    result = run("check", "exercises", "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["files"], told["errors"], told["warnings"]) == (1, 2, 0)
    assert [finding["code"] for finding in told["findings"]] == ["S003", "S001"]


def test_strict_lets_warnings_count(run: Run, project: Path) -> None:
    path = project / "exercises/a-good-hour.yaml"
    path.write_text(path.read_text().replace("settings: [", "next: [nowhere-known]\nsettings: ["))
    lenient, strict = run("check", "exercises"), run("check", "exercises", "--strict")
    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert lenient.stdout == strict.stdout == "1 warning in 1 file.\n"
    assert "warning R001" in lenient.stderr


def test_a_line_of_figures_for_each_exercise(run: Run, project: Path) -> None:
    assert project
    shown = run("check", "exercises", "--stats").stdout.splitlines()
    assert shown[0].split() == ["Exercise", "Grade", "Notes", "Minutes", "Answers"]
    assert shown[1].startswith("a-good-hour ")
    assert shown[-1] == "1 file, no mistakes."
    told = json.loads(run("check", "exercises", "--stats", "--format", "json").stdout)
    assert [figures["id"] for figures in told["exercises"]] == ["a-good-hour"]
    assert "exercises" not in json.loads(run("check", "exercises", "--format", "json").stdout)


def test_house_rules_are_checked(run: Run, project: Path) -> None:
    path = project / "exercises/a-good-hour.yaml"
    path.write_text(path.read_text().replace("\nclose: ", "\nclose: You should rest. "))
    result = run("check", "exercises")
    assert result.exit_code == 1
    assert "error H007: “should” is a word that we avoid" in result.stderr


def test_a_path_that_does_not_exist(run: Run) -> None:
    result = run("check", "nowhere.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("nowhere.yaml:1:1: error F001: ")


def test_a_file_named_twice_is_one_file(run: Run, project: Path) -> None:
    assert project
    assert run("check", "exercises", "exercises/a-good-hour.yaml").stdout == "1 file, no mistakes.\n"


def test_hidden_files_are_not_counted(run: Run, project: Path) -> None:
    (project / "exercises/.draft.yaml").write_text("x")
    assert run("check", "exercises").stdout == "1 file, no mistakes.\n"


def test_summaries() -> None:
    assert summary(47, 0, 0) == "47 files, no mistakes."
    assert summary(47, 2, 1) == "2 errors, 1 warning in 47 files."
    assert summary(1, 1, 0) == "1 error in 1 file."
    assert summary(0, 0, 0) == "There is no file to check."


def test_an_unknown_format_is_a_usage_mistake(run: Run) -> None:
    assert run("check", "--format", "xml").exit_code == 2


def test_a_finished_book_is_looked_at(run: Run, folder: Path) -> None:
    (folder / "book.epub").write_bytes(b"no book")
    result = run("check", "book.epub")
    assert result.exit_code == 1
    assert "book.epub:1:1: error X001: This file cannot be read as an EPUB" in result.stderr
    assert result.stdout == "1 error in 1 file.\n"
