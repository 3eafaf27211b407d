from __future__ import annotations

import json

import pytest

from tests.unit.cli.conftest import Run
from workbook.cli.commands.schema import KINDS
from workbook.source import schemas
from workbook.source.practice_folder import PRACTICE_FILE
from workbook.source.shelves import SHELVES


def test_the_kinds_are_those_there_are() -> None:
    folders = {shelf.kind: f"{shelf.folder}/*.yaml" for shelf in SHELVES}
    assert {**folders, "practice": PRACTICE_FILE} == KINDS


def test_without_kind_the_kinds(run: Run) -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "exercise  exercises/*.yaml"
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(schemas.KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema(kind: str, run: Run) -> None:
    result = run("schema", kind)
    assert result.exit_code == 0
    assert result.stdout == schemas.schema(kind)
    assert json.loads(result.stdout)["$schema"].endswith("2020-12/schema")


def test_an_unknown_kind(run: Run) -> None:
    assert run("schema", "poem").exit_code == 2
