"""Which folder a command works on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from tests.unit.cli.conftest import Run
from workbook.cli.project import Project, find_library, find_project, find_themes
from workbook.errors import Code, FindingsError
from workbook.source.starters import starter


@pytest.fixture
def practice(folder: Path) -> Path:
    """A practice folder with an exercise of its own, in a folder that has no content."""
    place = folder / "our-practice"
    (place / "exercises").mkdir(parents=True)
    (place / "practice.yaml").write_text("name: Oak House\n", encoding="utf-8")
    (place / "exercises/ours.yaml").write_text(starter("exercise", "ours"), encoding="utf-8")
    return place


def test_in_the_practice_folder(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(practice)
    project = find_project()
    assert (project.root, project.practice.name) == (practice, "Oak House")
    assert project.folder == Path()
    assert find_library().exercise("ours").path == practice / "exercises/ours.yaml"
    assert find_themes().roots[0] == practice / "templates"


def test_below_the_practice_folder(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = practice / "exercises/for/walks"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert find_project() == Project(practice, practice / "practice.yaml")
    assert find_project().folder == practice
    assert find_library().exercise("ours").value.id == "ours"


def test_the_nearest_practice_is_taken(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (practice.parent / "practice.yaml").write_text("name: Elsewhere\n", encoding="utf-8")
    monkeypatch.chdir(practice / "exercises")
    assert find_project().practice.name == "Oak House"


def test_a_practice_above_comes_before_content_here(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = practice / "older"
    (below / "exercises").mkdir(parents=True)
    monkeypatch.chdir(below)
    assert find_project().root == practice


@pytest.mark.parametrize("name", ["exercises", "workbooks", "crisis", "locale", "templates"])
def test_without_a_practice_the_working_folder_counts(name: str, folder: Path) -> None:
    assert find_project() == Project()
    (folder / name).mkdir()
    assert find_project() == Project(folder)
    assert find_project().practice.name is None


def test_in_a_folder_that_has_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    assert find_project() == Project()
    assert find_library().roots[-1].is_dir()


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "exercises", "--json", "--practice", "our-practice"],
        ["list", "exercises", "--json", "--practice=our-practice"],
        ["--practice", "our-practice", "list", "exercises", "--json"],
        ["--practice", "nowhere", "list", "exercises", "--json", "--practice", "our-practice"],
    ],
)
@pytest.mark.usefixtures("practice")
def test_from_elsewhere_it_is_named_before_the_command_or_after(arguments: list[str], run: Run) -> None:
    assert '"ours"' not in run("list", "exercises", "--json").stdout
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    assert '"ours"' in result.stdout


def test_a_folder_that_is_no_practice(practice: Path, run: Run) -> None:
    for place in ("our-practice/exercises", "nowhere"):
        result = run("list", "--practice", place)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"{place}:1:1: error M001: ")
    assert run("list", "--practice", str(practice / "practice.yaml")).exit_code == 2


def test_files_go_where_one_is(practice: Path, run: Run) -> None:
    result = run("handout", "ours", "--variant", "short", "--country", "uk", "--practice", "our-practice")
    assert result.exit_code == 0, result.output
    assert (practice.parent / "dist/ours-short.pdf").is_file()
    assert not (practice / "dist").exists()


def test_new_files_go_into_the_practice(practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(practice / "exercises")
    result = run("new", "workbook", "mine")
    assert result.exit_code == 0, result.output
    assert (practice / "workbooks/mine.yaml").is_file()
    assert (practice / "schema/workbook.schema.json").is_file()


def test_a_practice_that_leads_out_is_not_read(
    practice: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    secret.write_text("name: Secret\n", encoding="utf-8")
    (practice / "practice.yaml").unlink()
    (practice / "practice.yaml").symlink_to(secret)
    monkeypatch.chdir(practice)
    with pytest.raises(FindingsError) as caught:
        _ = find_project().practice
    assert [finding.code for finding in caught.value.findings] == [Code.FILE_OUTSIDE]
    assert find_library().exercise("ours")


def test_files_are_made_as_the_practice_has_it(
    practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(practice)
    (practice / "practice.yaml").write_text(
        "name: Oak House\nphone: '020 7946 0000'\npaper: letter\nprofile: roomy\ncountries: [ie]\n"
    )
    assert run("handout", "ours", "--variant", "short").exit_code == 0
    made = PdfDocument(practice / "dist/ours-short-roomy.pdf")
    assert made.get_metadata_value("Author") == "Oak House"
    assert made[0].get_size() == pytest.approx((612, 792), abs=0.5)
    words = made[0].get_textpage().get_text_bounded()
    assert "IE 112" in words
    assert "US 911" not in words
    made.close()
    assert (
        run(
            "handout", "ours", "--variant", "short", "--paper", "a5", "--profile", "standard", "-c", "us"
        ).exit_code
        == 0
    )
    made = PdfDocument(practice / "dist/ours-short.pdf")
    assert made[0].get_size() == pytest.approx((419.5, 595.3), abs=0.5)
    assert "US 911" in made[0].get_textpage().get_text_bounded()
    made.close()


def test_the_crisis_lines_of_the_practice(practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(practice)
    (practice / "practice.yaml").write_text("countries: [ie]\n")
    ours = run("crisis").stdout
    assert ours.startswith("Ireland")
    assert "United Kingdom" not in ours
    assert "`workbook crisis --list` names all." in ours
    assert "United Kingdom" in run("crisis", "--list").stdout
    assert run("crisis", "--country", "uk").stdout.startswith("United Kingdom")


def test_a_practice_with_mistakes(practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(practice)
    (practice / "practice.yaml").write_text("name: Oak House\ntheme: clam\n")
    assert run("list").exit_code == run("show", "ours").exit_code == 0
    for command in (("build", "speaking-up"), ("handout", "ours")):
        result = run(*command)
        assert result.exit_code == 1
        assert result.stderr.startswith("practice.yaml:2:8: error R004: "), result.stderr
    (practice / "practice.yaml").write_text("nam: Oak House\n")
    assert run("handout", "ours").stderr.startswith("practice.yaml:1:1: error S001: ")
    assert run("list").exit_code == 0
