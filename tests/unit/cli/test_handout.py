from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run
from workbook.cli.commands import handout
from workbook.cli.making.handouts import all_countries
from workbook.compose.manuscript import Manuscript
from workbook.model.workbook import Variant
from workbook.source.library import Library


def test_a_file_for_each(run: Run, folder: Path, engines: list[Manuscript]) -> None:
    result = run("handout", "bond-safe-enough", "boundary-one-sentence", "bond-safe-enough")
    assert result.exit_code == 0
    names = ["bond-safe-enough.pdf", "boundary-one-sentence.pdf"]
    assert sorted(path.name for path in (folder / "dist").iterdir()) == names
    assert [line.split()[0] for line in result.stdout.splitlines()] == [f"dist/{name}" for name in names]
    assert len(engines) == 2


def test_variant_and_audience_have_names_of_their_own(
    run: Run, folder: Path, engines: list[Manuscript]
) -> None:
    for variant in Variant:
        for audience in ("client", "therapist"):
            result = run("handout", "bond-safe-enough", "--variant", variant.value, "--audience", audience)
            assert result.exit_code == 0
    assert sorted(path.stem for path in (folder / "dist").iterdir()) == [
        "bond-safe-enough",
        "bond-safe-enough-short",
        "bond-safe-enough-short-therapist",
        "bond-safe-enough-therapist",
    ]
    assert {len(manuscript.sections) for manuscript in engines} == {1, 2}


def test_all_countries_in_their_order(run: Run, engines: list[Manuscript]) -> None:
    run("handout", "bond-safe-enough")
    places = [engines[0].words["crisis"].index(f"{name} ") for name in ("US", "UK", "IE", "CA", "AU", "NZ")]
    assert places == sorted(places)
    assert "INTERNATIONAL" not in engines[0].words["crisis"]


def test_countries_that_are_not_ours_follow(project: Path) -> None:
    (project / "crisis").mkdir()
    for name in ("de", "at"):
        (project / f"crisis/{name}.yaml").write_text(
            f"id: {name}\nname: A country\nemergency: '112'\nlines:\n  - name: A line\n    phone: '1'\n"
            "    hours: always\n    url: https://example.org\n    verified_on: 2026-11-22\n"
        )
    countries = [country.id for country in all_countries(Library.at(project))]
    assert countries == ["us", "uk", "ie", "ca", "au", "nz", "at", "de"]


def test_countries_as_named(run: Run, engines: list[Manuscript]) -> None:
    run("handout", "bond-safe-enough", "--country", "ie", "--country", "uk")
    line = engines[0].words["crisis"]
    assert line.index("IE ") < line.index("UK ")
    assert "US " not in line


def test_a_path(run: Run, project: Path, engines: list[Manuscript]) -> None:
    (project / "exercises/a-good-hour.yaml").rename(project / "a-good-hour.yaml")
    assert run("handout", "a-good-hour.yaml").exit_code == 0
    assert engines[0].title == "A good enough hour"


def test_all_unknown_names_at_once(run: Run) -> None:
    result = run("handout", "bond-safe-enuf", "nope.yaml", "--country", "zz")
    assert result.exit_code == 1
    codes = [line.rpartition("error ")[2][:4] for line in result.stderr.splitlines() if "error" in line]
    assert sorted(codes) == ["F001", "R001", "R003"]
    assert "Did you mean `bond-safe-enough`?" in result.stderr


def test_an_unknown_language(run: Run) -> None:
    result = run("handout", "bond-safe-enough", "--language", "tlh")
    assert result.exit_code == 1
    assert "R005" in result.stderr


def test_json(run: Run, engines: list[Manuscript]) -> None:
    told = json.loads(run("handout", "bond-safe-enough", "--json").stdout)
    assert [file["path"] for file in told["files"]] == ["dist/bond-safe-enough.pdf"]
    assert engines


def test_no_name_is_a_usage_mistake(run: Run) -> None:
    assert run("handout").exit_code == 2


def test_the_variants_are_the_models() -> None:
    option = next(option for option in handout.command.params if option.name == "variant")
    assert list(getattr(option.type, "choices", ())) == list(Variant)


@pytest.mark.parametrize("name", ["../x", "a/b", "x y", ""])
def test_odd_names_are_findings(name: str, run: Run) -> None:
    result = run("handout", name)
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
