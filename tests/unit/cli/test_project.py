"""Which folder a command works on."""

from __future__ import annotations

import json
import re
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
    assert "IE\u00a0112" in words
    assert "US\u00a0911" not in words
    made.close()
    assert (
        run(
            "handout", "ours", "--variant", "short", "--paper", "a5", "--profile", "standard", "-c", "us"
        ).exit_code
        == 0
    )
    made = PdfDocument(practice / "dist/ours-short.pdf")
    assert made[0].get_size() == pytest.approx((419.5, 595.3), abs=0.5)
    assert "US\u00a0911" in made[0].get_textpage().get_text_bounded()
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


def test_check_looks_at_the_whole_practice(practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", "--practice", "our-practice").stdout == "2 files, no mistakes.\n"
    assert run("check", "our-practice").stdout == "2 files, no mistakes.\n"
    monkeypatch.chdir(practice / "exercises")
    assert run("check").stdout == "2 files, no mistakes.\n"
    (practice / "practice.yaml").write_text("nam: Oak House\n")
    result = run("check")
    assert (result.exit_code, result.stdout) == (1, "1 error in 2 files.\n")
    assert ":1:1: error S001: " in result.stderr


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("countries: [uk, zz]", "1:17", "R003"),
        ("name: A\ntheme: clam", "2:8", "R004"),
        ("logo: no.png", "1:7", "F001"),
        ("logo: exercises/ours.yaml", "1:7", "W001"),
        ("tokens:\n  logo: no.png", "2:9", "F001"),
        ("tokens:\n  accent: red", "2:11", "S004"),
    ],
)
def test_check_reads_all_that_the_file_names(
    text: str, place: str, code: str, practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(practice)
    (practice / "practice.yaml").write_text(text)
    result = run("check", "practice.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"practice.yaml:{place}: error {code}: ")
    assert result.stdout == "1 error in 1 file.\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("exercises/mine.yaml.txt", "M002"),
        ("clients/MINE.YAML", "M002"),
        ("practice.yaml.txt", "M002"),
        ("mine.yaml", "M003"),
    ],
)
def test_check_minds_what_nothing_reads(
    name: str, code: str, practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(practice)
    (practice / name).parent.mkdir(exist_ok=True)
    (practice / name).write_text(starter("workbook", "mine"))
    result = run("check")
    assert result.exit_code == 0
    assert result.stderr.startswith(f"{name}:1:1: warning {code}: ")
    assert result.stdout == "1 warning in 3 files.\n"


@pytest.mark.parametrize(
    "name",
    ["exercises/notes.txt", "exercises/README.md", "exercises/mine.yaml~", "drafts/mine.yaml", ".mine.yaml"],
)
def test_check_leaves_other_files_alone(
    name: str, practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(practice)
    (practice / name).parent.mkdir(exist_ok=True)
    (practice / name).write_text(starter("workbook", "mine"))
    assert "no mistakes" in run("check").stdout


def test_list_marks_what_is_yours(practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(practice)
    assert re.search(
        r"^ours +A good enough hour \(yours\) ", run("list", "good", "enough").stdout, re.MULTILINE
    )
    listed = json.loads(run("list", "--json").stdout)["exercises"]
    assert [exercise["id"] for exercise in listed if exercise["yours"]] == ["ours"]
    run("new", "workbook", "mine")
    listed = json.loads(run("list", "workbooks", "--json").stdout)["workbooks"]
    assert [book["id"] for book in listed if book["yours"]] == ["mine"]
    assert run("list", "workbooks", "settling").stdout.count("(yours)") <= 1


def test_doctor_says_which_practice(practice: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(*arguments: str) -> dict[str, str]:
        found: dict[str, str] = json.loads(run("doctor", "--json", *arguments).stdout)["practice"]
        return found

    assert told()["state"] == "none"
    assert told("--practice", "nowhere")["state"] == "faulty"
    assert "  ok    Oak House, in " in run("doctor", "--practice", "our-practice").stdout
    monkeypatch.chdir(practice / "exercises")
    assert (told()["state"], told()["folder"]) == ("well", str(practice))
    (practice / "practice.yaml").write_text("nam: Oak House\n")
    assert told()["state"] == "faulty"
    assert run("doctor").exit_code == 0


def test_commands_within_a_group_take_it_last_too(practice: Path, run: Run) -> None:
    (practice / "templates/oak").mkdir(parents=True)
    (practice / "templates/oak/theme.yaml").write_text("title: Oak\ndescription: Oak.\nextends: calm\n")
    for arguments in (
        ("theme", "list", "--practice", "our-practice"),
        ("--practice", "our-practice", "theme", "list"),
    ):
        assert re.search(r"^oak ", run(*arguments).stdout, re.MULTILINE), arguments
    assert not re.search(r"^oak ", run("theme", "list").stdout, re.MULTILINE)


def test_a_logo_that_leads_out_is_not_read(
    practice: Path, tmp_path_factory: pytest.TempPathFactory, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(practice)
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    (practice / "logo.svg").symlink_to(secret)
    (practice / "practice.yaml").write_text("logo: logo.svg\n")
    for command in (("check",), ("handout", "ours")):
        result = run(*command)
        assert result.exit_code == 1
        assert result.stderr.startswith("practice.yaml:1:7: error F005: ")
