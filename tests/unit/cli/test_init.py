"""A practice folder begins with three questions."""

from __future__ import annotations

import json
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.unit.cli.conftest import Run
from workbook.cli.program import program
from workbook.source.library import Library
from workbook.source.practice_folder import CONTENT_FOLDERS
from workbook.source.schemas import KINDS

OAK_HOUSE = ("--name", "Oak House", "--therapist", "Your Name", "--country", "uk")


def answer(*lines: str, arguments: tuple[str, ...] = ("oak",)) -> Result:
    """Run the command and type lines."""
    typed = "".join(f"{line}\n" for line in lines)
    return CliRunner().invoke(program, ["init", *arguments], input=typed, prog_name="workbook")


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_three_answers(folder: Path) -> None:
    result = answer("Oak House", "Your Name", "uk ie")
    assert result.exit_code == 0, result.output
    practice = Library.at(folder / "oak").practice
    assert (practice.name, practice.therapist) == ("Oak House", "Your Name")
    assert (practice.countries, practice.paper) == (("uk", "ie"), "a4")
    assert result.stdout.endswith("your telephone number, your logo, your colours.\n")
    assert "  cd oak\n  workbook build speaking-up\n" in result.stdout


def test_nothing_need_be_answered(folder: Path) -> None:
    result = answer("", "", "")
    assert result.exit_code == 0, result.output
    practice = Library.at(folder / "oak").practice
    assert (practice.name, practice.therapist, practice.countries) == (None, None, ())


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_is_asked_again() -> None:
    result = answer("x" * 121, "Oak House", "{{ me }}", "Your Name", "zz", "England", "United Kingdom")
    assert result.exit_code == 0, result.output
    assert "`name` has 121 letters; 120 is the most." in result.stdout
    assert result.stdout.count("There is no country with crisis lines") == 2
    assert Library.at(Path("oak")).practice.countries == ("uk",)


def test_flags_need_no_questions(run: Run, folder: Path) -> None:
    result = run("init", "oak", *OAK_HOUSE)
    assert result.exit_code == 0, result.output
    assert "?" not in result.stdout
    assert Library.at(folder / "oak").practice.name == "Oak House"


def test_only_what_is_missing_is_asked(folder: Path) -> None:
    result = answer("Your Name", arguments=("oak", "--name", "Oak House", "--country", "us"))
    assert result.exit_code == 0, result.output
    practice = Library.at(folder / "oak").practice
    assert (practice.name, practice.therapist, practice.paper) == ("Oak House", "Your Name", "letter")


def test_yes_asks_nothing(run: Run, folder: Path) -> None:
    assert run("init", "--yes").exit_code == 0
    assert Library.at(folder).practice.name is None
    assert run("check", "--strict").stdout == "1 file, no mistakes.\n"


def test_what_is_made(run: Run, folder: Path) -> None:
    run("init", *OAK_HOUSE)
    files = written(folder)
    for name in ("exercises", "workbooks", "changes", "templates", "clients"):
        assert files[f"{name}/README.md"].startswith("# ")
        assert name in CONTENT_FOLDERS
    assert {f"schema/{kind}.schema.json" for kind in KINDS} <= set(files)
    first = files["practice.yaml"].splitlines()[0]
    assert json.loads(files[first.partition("$schema=")[2]])["title"] == "Practice"
    assert run("check", "--strict").stdout == "1 file, no mistakes.\n"


def test_every_key_is_in_the_file_and_may_be_said(run: Run, folder: Path) -> None:
    """Each comment that shows a key shows one that passes the check."""
    run("init", *OAK_HOUSE)
    file = folder / "practice.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("# ---- Who"))
    keys = [line.removeprefix("# ") if _shows_a_key(line) else line for line in lines[start:]]
    keys = [line.replace("#   accent", "  accent") for line in keys]
    file.write_text("\n".join(keys), encoding="utf-8")
    (folder / "logo.png").write_bytes((Path(__file__).parents[3] / "docs/pictures/pages.png").read_bytes())
    result = run("check")
    assert result.exit_code == 0, result.output
    practice = Library.at(folder).practice
    assert practice.model_fields_set == set(type(practice).model_fields)


def _shows_a_key(line: str) -> bool:
    words = line.removeprefix("# ").split()
    return line.startswith("# ") and bool(words) and words[0][:-1].isalpha() and words[0].endswith(":")


def test_a_practice_is_not_made_twice(run: Run, folder: Path) -> None:
    run("init", *OAK_HOUSE)
    before = written(folder)
    result = run("init", *OAK_HOUSE[:2], "--yes")
    assert result.exit_code == 1
    assert result.stderr.startswith("practice.yaml:1:1: error F008: ")
    assert written(folder) == before


def test_what_is_there_already_stays(run: Run, folder: Path) -> None:
    (folder / "exercises").mkdir()
    (folder / "exercises/README.md").write_text("Mine", encoding="utf-8")
    (folder / ".gitignore").write_text("dist/\n*.bak", encoding="utf-8")
    (folder / "clients").mkdir(mode=0o755)
    assert run("init", *OAK_HOUSE).exit_code == 0
    files = written(folder)
    assert files["exercises/README.md"] == "Mine"
    assert files[".gitignore"].startswith("dist/\n*.bak\n")
    assert files[".gitignore"].splitlines().count("dist/") == 1
    assert "clients/" in files[".gitignore"].splitlines()
    assert stat.S_IMODE((folder / "clients").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--name", "{{ x }}"), "V001"), (("--country", "zz"), "R003"), (("--name", "a" * 121), "S005")],
)
def test_an_answer_that_cannot_be(arguments: tuple[str, ...], code: str, run: Run, folder: Path) -> None:
    result = run("init", "oak", "--yes", *arguments)
    assert result.exit_code == 1
    assert f"error {code}: " in result.stderr
    assert written(folder) == {}


def test_a_name_with_signs_of_yaml_in_it(run: Run, folder: Path) -> None:
    name = 'Smith: "Oak" #1 & Söhne — *best* [x] \\n'
    assert run("init", "--yes", "--name", name).exit_code == 0
    assert Library.at(folder).practice.name == name


def test_a_place_that_is_a_file(run: Run, folder: Path) -> None:
    (folder / "oak").write_text("")
    assert "error F006" in run("init", "oak", "--yes").stderr
    (folder / "clients").write_text("")
    assert "error F006" in run("init", "--yes").stderr
    assert not (folder / "practice.yaml").exists()


def test_stopped_before_the_end_it_can_be_begun_again(folder: Path) -> None:
    assert answer("Oak House").exit_code == 1
    assert not (folder / "oak/practice.yaml").exists()
    assert answer("Oak House", "Your Name", "uk").exit_code == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("lost", ["", ".gitignore", "clients/.gitignore"])
def test_git_never_keeps_what_belongs_to_a_client(lost: str, run: Run, folder: Path) -> None:
    """Either of the two files is enough."""
    run("init", *OAK_HOUSE)
    (folder / "clients/c-7f3a.yaml").write_text("called: Someone", encoding="utf-8")
    if lost:
        (folder / lost).unlink()
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(folder)]
    subprocess.run([*git, "init", "-q"], check=True, capture_output=True)
    subprocess.run([*git, "add", "-A"], check=True, capture_output=True)
    kept = subprocess.run([*git, "ls-files"], check=True, capture_output=True, text=True).stdout
    assert "practice.yaml" in kept
    assert "clients/" not in kept


def test_it_takes_no_practice(run: Run) -> None:
    assert run("init", "--practice", ".").exit_code == 2
