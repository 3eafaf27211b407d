from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("exercise", "exercises/mine.yaml"),
        ("workbook", "workbooks/mine.yaml"),
        ("edition", "editions/mine.yaml"),
    ],
)
def test_a_starter_that_passes(kind: str, path: str, run: Run, folder: Path) -> None:
    result = run("new", kind, "mine")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{path} is yours.")
    assert f"  workbook check {path}\n" in result.stdout
    checked = run("check", path, "--strict")
    assert (checked.exit_code, checked.stdout) == (0, "1 file, no mistakes.\n")
    first = (folder / path).read_text(encoding="utf-8").splitlines()[0]
    named = (folder / path).parent / first.partition("$schema=")[2]
    assert json.loads(named.read_text(encoding="utf-8"))["title"] == kind.capitalize()


@pytest.mark.parametrize("suffix", ["yaml", "yml"])
def test_nothing_is_overwritten(suffix: str, run: Run, folder: Path) -> None:
    (folder / "exercises").mkdir()
    older = folder / f"exercises/mine.{suffix}"
    older.write_text("older")
    result = run("new", "exercise", "mine")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"exercises/mine.{suffix}:1:1: error F008: ")
    assert older.read_text() == "older"
    assert [path.name for path in (folder / "exercises").iterdir()] == [older.name]


def test_a_link_that_leads_nowhere_is_not_overwritten(run: Run, folder: Path) -> None:
    (folder / "exercises").mkdir()
    (folder / "exercises/mine.yaml").symlink_to(folder / "gone.yaml")
    assert run("new", "exercise", "mine").exit_code == 1
    assert (folder / "exercises/mine.yaml").is_symlink()


@pytest.mark.parametrize("name", ["My Page", "../x", "a" * 61, "ä"])
def test_a_name_that_cannot_be_one(name: str, run: Run, folder: Path) -> None:
    result = run("new", "exercise", name)
    assert result.exit_code == 1
    assert "error S004" in result.stderr
    assert list(folder.iterdir()) == []


def test_a_name_that_the_stock_has(run: Run) -> None:
    assert "The stock has `bond-safe-enough` too" in run("new", "exercise", "bond-safe-enough").stdout


def test_a_folder_that_is_a_file(run: Run, folder: Path) -> None:
    (folder / "exercises").write_text("")
    result = run("new", "exercise", "mine")
    assert result.exit_code == 1
    assert "error F006" in result.stderr
    assert "`exercises` is a file, not a folder" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["exercise"], ["poem", "mine"]])
def test_usage(arguments: list[str], run: Run) -> None:
    assert run("new", *arguments).exit_code == 2
