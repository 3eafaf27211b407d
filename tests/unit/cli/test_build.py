from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.unit.cli.conftest import ROOT, Made, Run, Start
from workbook.cli.inspection.platforms import native
from workbook.compose.manuscript import Medium

resource = pytest.importorskip("resource", reason="limits are set as on Unix")


def codes(stderr: str) -> set[str]:
    return set(re.findall(r"(?:error|warning) ([A-Z]\d{3}): ", stderr))


def test_both_files_by_default(mine: Made) -> None:
    assert mine.result.exit_code == 0
    assert codes(mine.result.stderr) <= {"L003"}  # a workbook of one exercise has pages with little on them
    with pikepdf.open(mine.folder / "dist/mine.pdf") as pdf:
        pages = len(pdf.pages)
        assert str(pdf.docinfo["/Title"]) == "Mine"
    with zipfile.ZipFile(mine.folder / "dist/mine.epub") as epub:
        sections = sum(name.endswith(".xhtml") for name in epub.namelist())
        assert any("A good enough hour" in epub.read(name).decode() for name in epub.namelist()[1:])
    lines = mine.result.stdout.splitlines()
    assert re.fullmatch(rf"dist/mine\.pdf   +{pages} pages     +\d+\.\d s", lines[0])
    assert re.fullmatch(rf"dist/mine\.epub  +{sections} sections  +\d+\.\d s", lines[1])
    assert len({len(line) for line in lines}) == 1


@pytest.mark.parametrize("output", ["pdf", "epub"])
def test_one_file_and_again_the_same(output: str, run: Run, project: Path, mine: Made) -> None:
    assert run("build", "mine", "--output", output).exit_code == 0
    assert [path.name for path in (project / "dist").iterdir()] == [f"mine.{output}"]
    made = (project / f"dist/mine.{output}").read_bytes()
    assert made == (mine.folder / f"dist/mine.{output}").read_bytes()


def test_a_path_is_built_with_the_project_around_it(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "elsewhere").mkdir()
    monkeypatch.chdir(project / "elsewhere")
    assert run("build", "../workbooks/mine.yaml", "--output", "epub", "--dest", "a/b").exit_code == 0
    assert (project / "elsewhere/a/b/mine.epub").exists()


def test_json(run: Run, project: Path) -> None:
    result = run("build", "mine", "--json", "-o", "epub")
    told = json.loads(result.stdout)
    assert told["findings"] == []
    (file,) = told["files"]
    assert (file["path"], file["format"], file["unit"]) == ("dist/mine.epub", "epub", "sections")
    assert file["bytes"] == (project / "dist/mine.epub").stat().st_size
    assert file["extent"] > 5
    assert file["seconds"] > 0


def test_json_of_a_failure(run: Run) -> None:
    result = run("build", "speaking-down", "--json")
    assert result.exit_code == 1
    assert result.stderr == ""
    assert json.loads(result.stdout)["findings"][0]["code"] == "R002"


def test_quiet_still_warns_once_of_each(run: Run, project: Path) -> None:
    exercise = project / "exercises/a-good-hour.yaml"
    exercise.write_text(exercise.read_text().replace("the radio on", "the 漢 radio on, 漢"))
    result = run("build", "mine", "--quiet")
    assert result.exit_code == 0
    assert result.stdout == ""
    warnings = [line for line in result.stderr.splitlines() if line.startswith("warning E003: ")]
    assert len(warnings) == 2  # each engine has its own words
    assert all("U+6F22" in line for line in warnings)


def test_old_crisis_lines_are_told_after_the_files(run: Run, project: Path) -> None:
    stock = (ROOT / "content/crisis/us.yaml").read_text(encoding="utf-8")
    (project / "crisis").mkdir()
    old = re.sub(r"verified_on: \d{4}", "verified_on: 2020", stock, count=1)
    (project / "crisis/us.yaml").write_text(old, encoding="utf-8")
    book = project / "workbooks/mine.yaml"
    book.write_text(book.read_text().replace("[uk]", "[us]"))
    result = run("build", "mine", "-o", "epub")
    assert result.exit_code == 0
    assert re.match(r"crisis/us\.yaml:\d+:\d+: warning H002: ", result.stderr)


def test_all_mistakes_at_once_and_located(run: Run, project: Path) -> None:
    exercise, book = project / "exercises/a-good-hour.yaml", project / "workbooks/mine.yaml"
    exercise.write_text(exercise.read_text().replace("minutes: 15", "minutes: soon\nminuets: 3"))
    book.write_text(book.read_text().replace("[a-good-hour]", "[a-good-hour, a-bad-hour]") + "theme: wild\n")
    result = run("build", "workbooks/mine.yaml")
    assert result.exit_code == 1
    told = [line.split(": ")[:2] for line in result.stderr.splitlines() if not line.startswith(" ")]
    assert told == [
        ["exercises/a-good-hour.yaml:8:10", "error S003"],
        ["exercises/a-good-hour.yaml:9:1", "error S001"],
        ["workbooks/mine.yaml:10:30", "error R001"],
        ["workbooks/mine.yaml:12:8", "error R004"],
    ]
    assert "Did you mean `a-good-hour`?" in result.stderr
    assert not (project / "dist").exists()


def test_an_unknown_theme_is_located_in_the_workbook(run: Run, project: Path) -> None:
    book = project / "workbooks/mine.yaml"
    book.write_text(book.read_text() + "theme: wild\n")
    assert run("build", "mine").stderr.startswith("workbooks/mine.yaml:12:8: error R004: ")
    assert run("build", "mine", "--theme", "wilder").stderr.startswith("error R004: ")
    assert not (project / "dist").exists()


def test_without_pango_there_is_still_an_epub(project: Path, without_library: Start) -> None:
    (project / "dist").mkdir()
    (project / "dist/mine.pdf").write_text("older")
    done = without_library("libpango-1.0.so.0", "build", "mine")
    assert done.returncode == 3
    assert re.fullmatch(r"dist/mine\.epub .* s\n", done.stdout)
    assert done.stderr == f"error: Pango is missing.\n  hint: To install it: {native('pango')}\n"
    assert (project / "dist/mine.epub").stat().st_size > 10_000
    assert (project / "dist/mine.pdf").read_text() == "older"


def test_without_pango_json_stays_json(project: Path, without_library: Start) -> None:
    assert project
    done = without_library("libpango-1.0.so.0", "build", "mine", "--json")
    assert done.returncode == 3
    assert [file["path"] for file in json.loads(done.stdout)["files"]] == ["dist/mine.epub"]
    assert "Pango is missing" in done.stderr


def test_what_is_made_before_a_failure_is_kept_and_the_older_file_too(run: Run, project: Path) -> None:
    (project / "dist").mkdir()
    (project / "dist/mine.epub").write_text("older")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))  # between the PDF's size and the EPUB's
    try:
        result = run("build", "mine")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert result.exit_code == 1
    assert re.fullmatch(r"dist/mine\.pdf .* s\n", result.stdout)
    assert result.stderr.startswith("dist/mine.epub:1:1: error F007: ")
    assert (project / "dist/mine.epub").read_text() == "older"
    assert sorted(path.name for path in (project / "dist").iterdir()) == ["mine.epub", "mine.pdf"]


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


@pytest.mark.usefixtures("project")
def test_an_exercises_file_is_told_from_a_workbooks(run: Run) -> None:
    result = run("build", "exercises/a-good-hour.yaml")
    assert result.exit_code == 1
    assert result.stderr == (
        "exercises/a-good-hour.yaml:1:1: error R002: This is an exercise, not a workbook.\n"
        "  hint: Make it alone with `workbook handout exercises/a-good-hour.yaml`, "
        "or name it in a workbook.\n"
    )


def test_an_edition_is_built_as_its_file_says(run: Run, folder: Path) -> None:
    (folder / "editions").mkdir()
    text = "id: mine\nworkbook: speaking-up\ntitle: Finding words\naudience: therapist\nshops: [kdp]\n"
    (folder / "editions/mine.yaml").write_text(text, encoding="utf-8")
    result = run("build", "--edition", "mine", "--output", "epub")
    assert result.exit_code == 0
    assert result.stdout.startswith("dist/mine.epub")
    assert "editions/mine.yaml:5:9: warning D009: Amazon KDP would refuse" in result.stderr
    with zipfile.ZipFile(folder / "dist/mine.epub") as book:
        package = book.read("EPUB/content.opf").decode()
        assert ">Finding words</dc:title>" in package
        assert any(name.startswith("EPUB/notes-") for name in book.namelist())


@pytest.mark.parametrize(
    "arguments",
    [[], ["speaking-up", "--edition", "speaking-up"], ["--edition", "speaking-up", "--paper", "a5"]],
)
def test_an_edition_or_a_workbook_and_nothing_twice(arguments: list[str], run: Run) -> None:
    assert run("build", *arguments).exit_code == 2


def test_an_edition_with_mistakes_is_not_built(run: Run, folder: Path) -> None:
    (folder / "editions").mkdir()
    text = "id: mine\nworkbook: speaking-up\nisbn: {epub: 978-0-306-40615-8}\n"
    (folder / "editions/mine.yaml").write_text(text, encoding="utf-8")
    result = run("build", "--edition", "mine")
    assert result.exit_code == 1
    assert "editions/mine.yaml:3:14: error D001" in result.stderr
    assert not (folder / "dist").exists()


@pytest.mark.parametrize("command", [("build", "speaking-up"), ("handout", "boundary-one-sentence")])
def test_an_archive_is_not_filled_in(run: Run, command: tuple[str, str]) -> None:
    result = run(*command, "--archive", "--fillable")
    assert result.exit_code == 2
    assert "a form is not" in " ".join(result.stderr.split())
    assert not Path("dist").exists()
