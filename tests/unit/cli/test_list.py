from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run
from workbook.cli.looking.shelf import STRENGTHS
from workbook.model.exercise import Exercise
from workbook.source.library import Library


@pytest.fixture(scope="module")
def stock() -> list[Exercise]:
    return [loaded.value for loaded in Library.stock().exercises()]


def ids(run: Run, *arguments: str) -> list[str]:
    result = run("list", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return [exercise["id"] for exercise in json.loads(result.stdout)["exercises"]]


def test_the_table_fits_and_holds_whole_ids(run: Run, stock: list[Exercise]) -> None:
    result = run("list")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["Id", "Title", "Kind", "Min", "Str"]
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)
    assert {exercise.id for exercise in stock} <= {line.split()[0] for line in lines if line.strip()}
    assert lines[-2:] == [f"{len(stock)} exercises.", STRENGTHS]


def test_a_row(run: Run, project: Path) -> None:
    assert project
    assert run("list", "good", "hour").stdout == (
        "Id           Title                       Kind        Min  Str\n"
        "a-good-hour  A good enough hour (yours)  reflection   15    1\n"
        "\n"
        "1 exercise.\n"
        f"{STRENGTHS}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "fits"),
    [
        (["--kind", "reflection"], lambda e: e.kind == "reflection"),
        (["--strength", "3"], lambda e: e.strength == 3),
        (["--max-minutes", "20"], lambda e: e.minutes <= 20),
        (["--moment", "before-a-hard-talk"], lambda e: "before-a-hard-talk" in e.moments),
        (["--setting", "group"], lambda e: "group" in e.settings),
        (["--seed", "000"], lambda e: any(s.startswith("000") for s in e.provenance.seeds)),
        (["SENTENCE"], lambda e: "sentence" in f"{e.id} {e.title} {e.purpose}".lower()),
        (["exercises", "kind", "clear"], lambda e: e.id == "boundary-one-sentence"),
        (
            ["--kind", "reflection", "--max-minutes", "20"],
            lambda e: e.kind == "reflection" and e.minutes <= 20,
        ),
    ],
)
def test_filters(arguments: list[str], fits: object, run: Run, stock: list[Exercise]) -> None:
    assert callable(fits)
    expected = [exercise.id for exercise in stock if fits(exercise)]
    assert expected
    assert len(expected) < len(stock)
    assert ids(run, *arguments) == expected


def test_nothing_fits(run: Run) -> None:
    result = run("list", "zebra")
    assert result.exit_code == 0
    assert result.stdout == "No exercise fits. Ask for less.\n"


def test_faulty_files_are_counted_not_shown(run: Run, project: Path) -> None:
    (project / "exercises/bad.yaml").write_text("id: [")
    result = run("list", "hour")
    assert result.exit_code == 0
    assert "a-good-hour" in result.stdout
    assert result.stderr == (
        "warning: 1 file is left out because of mistakes; `workbook check` says which.\n"
    )
    assert json.loads(run("list", "--json").stdout)["faulty"] == ["bad"]


def test_workbooks(run: Run, project: Path) -> None:
    assert project
    result = run("list", "workbooks")
    assert {"mine", "speaking-up"} <= {line.split()[0] for line in result.stdout.splitlines() if line}
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    told = json.loads(run("list", "workbooks", "mine", "--json").stdout)
    assert [(book["id"], book["exercises"]) for book in told["workbooks"]] == [("mine", ["a-good-hour"])]


def test_themes_are_listed_elsewhere(run: Run) -> None:
    result = run("list", "themes")
    assert result.exit_code == 2
    assert "workbook theme list" in result.output


def test_filters_are_for_exercises(run: Run) -> None:
    result = run("list", "workbooks", "--strength", "2")
    assert result.exit_code == 2
    assert "`list workbooks` takes only words" in result.stderr
