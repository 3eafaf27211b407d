from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run
from workbook.compose.manuscript import Manuscript, Medium
from workbook.errors import Code, Diagnostic, MissingToolError, Severity
from workbook.model.page import PAPERS
from workbook.render.rendered import Rendered


def test_both_files_by_default(run: Run, folder: Path, engines: list[Manuscript]) -> None:
    result = run("build", "speaking-up")
    assert result.exit_code == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"dist/speaking-up\.pdf    48 pages     +\d+\.\d s", lines[0])
    assert re.fullmatch(r"dist/speaking-up\.epub   48 sections  +\d+\.\d s", lines[1])
    assert len({len(line) for line in lines}) == 1
    assert [manuscript.medium for manuscript in engines] == [Medium.PRINT, Medium.EPUB]
    assert (folder / "dist/speaking-up.pdf").read_text() == "Speaking up"


@pytest.mark.parametrize("output", ["pdf", "epub"])
def test_one_file(output: str, run: Run, folder: Path, engines: list[Manuscript]) -> None:
    assert run("build", "speaking-up", "--output", output).exit_code == 0
    assert [path.name for path in (folder / "dist").iterdir()] == [f"speaking-up.{output}"]
    assert len(engines) == 1


def test_the_wishes_reach_the_composer(run: Run, folder: Path, engines: list[Manuscript]) -> None:
    result = run("build", "speaking-up", "--paper", "letter", "--audience", "therapist", "--dest", "a/b")
    assert result.exit_code == 0
    assert (folder / "a/b/speaking-up-therapist.pdf").exists()
    assert f"size: {PAPERS['letter'].width}mm" in engines[0].stylesheet
    assert engines[0].id == "speaking-up-therapist"


def test_a_path_is_built_with_the_project_around_it(
    run: Run, project: Path, engines: list[Manuscript], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "elsewhere").mkdir()
    monkeypatch.chdir(project / "elsewhere")
    assert run("build", "../workbooks/mine.yaml").exit_code == 0
    assert engines[0].title == "Mine"
    assert (project / "elsewhere/dist/mine.epub").exists()


def test_json(run: Run, engines: list[Manuscript]) -> None:
    result = run("build", "speaking-up", "--json")
    told = json.loads(result.stdout)
    assert [file["path"] for file in told["files"]] == ["dist/speaking-up.pdf", "dist/speaking-up.epub"]
    first = told["files"][0]
    assert (first["format"], first["extent"], first["unit"], first["bytes"]) == ("pdf", 48, "pages", 11)
    assert first["seconds"] >= 0
    assert told["findings"] == []
    assert len(engines) == 2


def test_json_of_a_failure(run: Run) -> None:
    result = run("build", "speaking-down", "--json")
    assert result.exit_code == 1
    assert result.stderr == ""
    assert json.loads(result.stdout)["findings"][0]["code"] == "R002"


def test_quiet_still_warns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    warning = Diagnostic(Code.ENGINE_WARNING, "Hm.", severity=Severity.WARNING)
    monkeypatch.setattr("workbook.render.pdf.render_pdf", lambda _: Rendered(b"", (warning, warning), 1))
    result = run("build", "speaking-up", "-o", "pdf", "--quiet")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "warning E001: Hm.\n"


def test_one_page_is_a_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbook.render.pdf.render_pdf", lambda _: Rendered(b"", (), 1))
    assert "  1 page " in run("build", "speaking-up", "-o", "pdf").stdout


def test_old_crisis_lines_are_told_after_the_files(
    run: Run, project: Path, engines: list[Manuscript]
) -> None:
    stock = (Path(__file__).parents[3] / "content/crisis/us.yaml").read_text(encoding="utf-8")
    (project / "crisis").mkdir()
    old = re.sub(r"verified_on: \d{4}", "verified_on: 2020", stock, count=1)
    (project / "crisis/us.yaml").write_text(old, encoding="utf-8")
    mine = project / "workbooks/mine.yaml"
    mine.write_text(mine.read_text().replace("[uk]", "[us]"))
    result = run("build", "mine")
    assert result.exit_code == 0
    assert re.match(r"crisis/us\.yaml:\d+:\d+: warning H002: ", result.stderr)
    assert engines


def test_all_mistakes_at_once_and_located(run: Run, project: Path) -> None:
    exercise, book = project / "exercises/a-good-hour.yaml", project / "workbooks/mine.yaml"
    exercise.write_text(exercise.read_text().replace("minutes: 15", "minutes: soon\nminuets: 3"))
    book.write_text(book.read_text().replace("[a-good-hour]", "[a-good-hour, a-bad-hour]"))
    result = run("build", "workbooks/mine.yaml")
    assert result.exit_code == 1
    told = [line.split(": ")[:2] for line in result.stderr.splitlines() if not line.startswith(" ")]
    assert told == [
        ["exercises/a-good-hour.yaml:8:10", "error S003"],
        ["exercises/a-good-hour.yaml:9:1", "error S001"],
        ["workbooks/mine.yaml:10:30", "error R001"],
    ]
    assert "Did you mean `a-good-hour`?" in result.stderr
    assert not (project / "dist").exists()


def test_an_unknown_theme_is_located_in_the_workbook(run: Run, project: Path) -> None:
    book = project / "workbooks/mine.yaml"
    book.write_text(book.read_text() + "theme: wild\n")
    assert run("build", "mine").stderr.startswith("workbooks/mine.yaml:12:8: error R004: ")
    assert run("build", "mine", "--theme", "wilder").stderr.startswith("error R004: ")


def test_a_missing_engine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Manuscript) -> Rendered:
        raise MissingToolError("Pango", "brew install pango")

    monkeypatch.setattr("workbook.render.pdf.render_pdf", missing)
    result = run("build", "speaking-up")
    assert result.exit_code == 3
    assert "Pango is missing" in result.stderr


def test_what_is_made_before_a_failure_is_kept_and_the_older_file_too(
    run: Run, folder: Path, engines: list[Manuscript], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "dist").mkdir()
    (folder / "dist/speaking-up.epub").write_text("older")

    def fail(_: Manuscript) -> Rendered:
        raise RuntimeError

    monkeypatch.setattr("workbook.render.epub.render_epub", fail)
    result = run("build", "speaking-up")
    assert result.exit_code == 70
    assert "dist/speaking-up.pdf" in result.stdout
    assert (folder / "dist/speaking-up.epub").read_text() == "older"
    assert engines


def test_the_name_is_the_manuscripts(run: Run, folder: Path, engines: list[Manuscript]) -> None:
    for audience in ("client", "therapist"):
        run("build", "speaking-up", "--audience", audience, "--output", "pdf", "--dest", audience)
        assert (folder / audience / f"{engines[-1].id}.pdf").exists()


@pytest.mark.parametrize(
    "arguments", [["build"], ["build", "x", "--paper", "a3"], ["build", "x", "-o", "doc"]]
)
def test_usage(arguments: list[str], run: Run) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: workbook build" in result.stderr


def test_the_units_are_the_mediums() -> None:
    from workbook.cli.making.production import UNITS, Product, line

    assert set(UNITS) == set(Medium)
    product = Product(Path("x.pdf"), "pages", 1, 0.04, 1, ())
    assert line(product) == "x.pdf    1 page   0.0 s"
    assert line(replace(product, extent=120, seconds=12.34)) == "x.pdf  120 pages  12.3 s"
