from __future__ import annotations

import json

from tests.unit.cli.conftest import Run
from workbook.source.library import Library


def test_a_line_for_each_country(run: Run) -> None:
    result = run("crisis", "--list")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert {country.value.id for country in Library.stock().countries()} <= {
        line.split(" ")[0] for line in lines
    }


def test_the_countries_named(run: Run) -> None:
    shown = run("crisis", "--country", "us", "--country", "ie").stdout
    assert "call 988 · text 988" in shown
    assert shown.index("United States (us)") < shown.index("Ireland (ie)")
    assert "United Kingdom" not in shown


def test_every_entry_of_every_country(run: Run) -> None:
    shown = " ".join(run("crisis").stdout.split())
    for country in Library.stock().countries():
        for entry in country.value.lines:
            assert entry.name in shown
            assert entry.url in shown
            assert f"checked {entry.verified_on}" in shown


def test_json(run: Run) -> None:
    told = json.loads(run("crisis", "--country", "nz", "--json").stdout)
    assert told["countries"][0]["emergency"] == "111"


def test_all_unknown_countries_at_once(run: Run) -> None:
    result = run("crisis", "--country", "xx", "--country", "yy")
    assert result.exit_code == 1
    assert result.stderr.count("error R003") == 2
