"""A page is filled in with three programs and read back: what was typed is what is printed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml

from tests.conftest import Built
from tests.filling import FILLINGS
from tests.unit.cli.conftest import Run

SHEET = "plain-sheet"
ENTRIES = {
    "a-lines": "I felt small — and then I said: “No.”\n\nZażółć gęślą jaźń; Straße; ça va; £5, 3 % #2",
    "a-line": "42",
    "a-few/word-2": "- not a list",
    "a-scale": "0",
    "a-short-scale": "5",
    "a-distress-twice/moment-1": "100",
    "a-pair/before": "3",
    "a-list/option-2": "Yes",
    "a-list/own-1": "Yes",
    "a-list/own-words-1": "to rest",
    "a-list/own-2": "Yes",
    "a-choice": "own-1",
    "a-choice/own-words-1": "=1+1",
    "a-ladder/rung-1-step": "ring",
    "a-ladder/rung-1-rating": "10",
    "a-table/row-1-column-2": "noon",
    "a-table/row-3-column-1": "a long walk " * 20,
    "a-week/row-2-day-7": "tea",
    "a-plan/plan-3-if": "they shout",
    "a-talk/turn-2": "I stay",
    "a-drawing/in-words": "a boat",
    "a-body/in-words-2": "warm",
    "a-map/corner-4": "home",
    "bring": "one thing\nand another",
}
EXPECTED = {
    "a-lines": ENTRIES["a-lines"],
    "a-line": "42",
    "a-few": {"I feel": "- not a list"},
    "a-scale": 0,
    "a-short-scale": 5,
    "a-distress-twice": {"Before": 100},
    "a-pair": {"Before": 3},
    "a-list": ["two", "My own 2", "to rest"],
    "a-choice": "=1+1",
    "a-ladder": {"rung 1, easiest": {"A step": "ring", "How hard": "10"}},
    "a-table": {"given": {"When": "noon"}, "row 3": {"What": ("a long walk " * 20).strip()}},
    "a-week": {"What": {"Sun": "tea"}},
    "a-plan": {"plan 3": {"If": "they shout"}},
    "a-talk": "I stay",
    "a-drawing": "a boat",
    "a-body": {"Now, in words": "warm"},
    "a-map": {"d": "home"},
    "bring": "one thing\nand another",
}


@pytest.fixture(params=sorted(FILLINGS))
def filled(request: pytest.FixtureRequest, every_kind_fillable: Built, tmp_path: Path) -> Path:
    path = tmp_path / "filled.pdf"
    entries = {f"{SHEET}/{name}": entry for name, entry in ENTRIES.items()}
    FILLINGS[request.param](every_kind_fillable.path, path, entries)
    return path


def test_what_was_typed_is_printed(filled: Path, run: Run) -> None:
    result = run("answers", str(filled))
    assert (result.exit_code, result.stderr) == (0, "")
    assert yaml.safe_load(result.stdout) == {SHEET: EXPECTED}
    assert "  a-lines: |-\n    I felt small — and then" in result.stdout


def test_json_has_the_same(filled: Path, run: Run) -> None:
    told = json.loads(run("answers", str(filled), "--json").stdout)
    assert told == {"answers": {SHEET: EXPECTED}, "findings": []}


def test_a_spreadsheet_gets_a_line_a_field_and_no_formula(filled: Path, run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("answers", str(filled), "--format", "csv").stdout)))
    values = {"/".join(filter(None, (row["answer"], row["part"]))): row["value"] for row in rows}
    assert values["a-lines"] == ENTRIES["a-lines"]
    assert values["a-choice/own-words-1"] == "'=1+1"
    assert values["a-few/word-2"] == "'- not a list"
    assert values["a-scale"] == "0"
    assert values["a-list/option-2"] == "two"
    assert {row["exercise"] for row in rows} == {SHEET}
    labels = {row["part"]: row["label"] for row in rows if row["answer"] == "a-table"}
    assert labels["row-1-column-2"] == "A table: given; When"
    assert len(rows) == len(ENTRIES)


def test_a_page_that_nobody_filled_in(every_kind_fillable: Built, run: Run) -> None:
    result = run("answers", str(every_kind_fillable.path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "--all" in result.stderr
    everything = yaml.safe_load(run("answers", str(every_kind_fillable.path), "--all").stdout)[SHEET]
    assert everything["a-table"]["row 2"] == {"What": None, "When": None}
    assert everything["a-list"] == [] and everything["bring"] is None
