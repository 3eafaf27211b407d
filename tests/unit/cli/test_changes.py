"""`edit`, `diff` and `update`, and what else says that an exercise is changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.unit.cli.conftest import Run
from tests.unit.cli.terminal import on_a_terminal
from workbook.cli.program import program

FILE = Path("changes/a-good-hour.yaml")
SHEET = Path("exercises/a-good-hour.yaml")
TITLE = "title: A good enough hour"


def answer(typed: str, *arguments: str) -> Result:
    return CliRunner().invoke(program, arguments, input=typed, prog_name="workbook")


def move_on(old: str, new: str) -> None:
    """Make the exercise's next version."""
    text = SHEET.read_text("utf-8")
    assert old in text
    SHEET.write_text(text.replace(old, new).replace("version: 1.0.0", "version: 1.1.0"), "utf-8")


@pytest.fixture(autouse=True)
def _in_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert project
    for name in ("EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)


def editor(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Choose an editor that does what a shell script does to the file ``$1``."""
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(path))


def test_edit_of_the_stock_begins_a_change_in_which_nothing_is_changed(run: Run) -> None:
    result = run("edit", "bond-safe-enough")
    assert result.exit_code == 0
    assert "changes/bond-safe-enough.yaml is yours." in result.stdout
    assert "workbook diff bond-safe-enough" in result.stdout
    assert Path("schema/change.schema.json").is_file()
    assert run("check", "changes").stdout == "1 file, no mistakes.\n"
    assert "No difference." in run("diff", "bond-safe-enough").stdout


def test_edit_opens_the_chosen_editor_notes_the_old_words_and_checks(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, folder, 'sed "s/# minutes: .*/minutes: 9/" "$1" > new && mv new "$1"')
    result = run("edit", "bond-safe-enough")
    assert result.stdout.endswith("1 file, no mistakes.\n")
    assert "was:\n  minutes: 20\n" in Path("changes/bond-safe-enough.yaml").read_text("utf-8")


def test_edit_says_what_is_wrong_afterwards(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, folder, 'sed "s/# minutes: .*/minutes: many/" "$1" > new && mv new "$1"')
    result = run("edit", "bond-safe-enough")
    assert result.exit_code == 1
    assert "changes/bond-safe-enough.yaml:" in result.stderr
    assert "S003" in result.stderr


def test_edit_never_writes_over_what_is_there(run: Run) -> None:
    run("edit", "bond-safe-enough")
    path = Path("changes/bond-safe-enough.yaml")
    path.write_text(path.read_text("utf-8") + "# my own note\n", "utf-8")
    before = path.read_bytes()
    assert run("edit", "bond-safe-enough", "--no-open").exit_code == 0
    assert path.read_bytes() == before


def test_edit_of_ones_own_exercise_is_the_exercise_itself(run: Run) -> None:
    assert "Open exercises/a-good-hour.yaml in an editor." in run("edit", "a-good-hour").stdout
    assert not Path("changes").exists()


def test_no_such_exercise(run: Run) -> None:
    for command in ("edit", "diff", "update"):
        result = run(command, "bond-safe-enouhg")
        assert result.exit_code == 1
        assert "Did you mean `bond-safe-enough`?" in result.stderr


@pytest.fixture
def changed(run: Run) -> Run:
    """A change to the project's exercise, as though that were not its own."""
    Path("changes").mkdir()
    FILE.write_text(
        "# my note on top\nexercise: a-good-hour\nversion: 1.0.0\nset:\n"
        "  title: A kind hour  # shorter\nblocks:\n  - reword: what-happened\n    lines: 9\n",
        "utf-8",
    )
    assert run("update").stdout == "changes/a-good-hour.yaml: nothing had changed beside yours.\n"
    return run


def test_the_blocks_of_the_project(changed: Run) -> None:
    assert "lines: 9" in FILE.read_text("utf-8")
    assert changed("check", "changes").exit_code == 0


def test_diff_of_wordings_with_little_in_common_shows_them_whole(changed: Run) -> None:
    text = FILE.read_text("utf-8")
    assert "set:\n" in text
    FILE.write_text(text.replace("set:\n", "set:\n  close: Off you go, and be kind to your feet.\n"), "utf-8")
    assert "yours     Off you go, and be kind to your feet." in changed("diff", "a-good-hour").stdout


def test_diff_shows_both_wordings(changed: Run) -> None:
    result = changed("diff", "a-good-hour")
    assert result.exit_code == 0
    assert "original  A [good enough] hour" in result.stdout
    assert "yours     A [kind] hour" in result.stdout
    assert "title  line 5" in result.stdout
    assert "2 differences." in result.stdout
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    assert "\x1b" not in result.stdout


@pytest.mark.usefixtures("changed")
def test_diff_is_coloured_on_a_terminal(folder: Path) -> None:
    assert "\x1b[" in on_a_terminal("diff", "a-good-hour", cwd=folder)


def test_diff_as_json(changed: Run) -> None:
    found = json.loads(changed("diff", "a-good-hour", "--json").stdout)
    assert found["changed_by"] == "changes/a-good-hour.yaml"
    assert found["differences"][0] == {
        "address": "title",
        "how": "changed",
        "original": "A good enough hour",
        "yours": "A kind hour",
        "file": "changes/a-good-hour.yaml",
        "line": 5,
    }
    assert json.loads(changed("diff", "bond-safe-enough", "--json").stdout) == {
        "exercise": "bond-safe-enough",
        "original": "bond-safe-enough",
        "changed_by": None,
        "differences": [],
    }


def test_list_and_show_mark_what_is_changed(changed: Run) -> None:
    assert "A kind hour (changed)" in changed("list", "kind", "hour").stdout
    assert "Changed from “A good enough hour”, a-good-hour 1.0.0" in changed("show", "a-good-hour").stdout
    found = json.loads(changed("list", "kind", "hour", "--json").stdout)["exercises"]
    assert found[0]["changed_from"]["exercise"] == "a-good-hour"


def test_nothing_to_update(changed: Run) -> None:
    before = FILE.read_bytes()
    assert changed("update").stdout == "changes/a-good-hour.yaml: up to date.\n"
    assert FILE.read_bytes() == before
    assert changed("update", "bond-safe-enough").stdout == "Nothing changes bond-safe-enough.\n"


def test_update_keeps_comments_and_layout_and_raises_the_version(changed: Run) -> None:
    move_on(TITLE, "title: A fair hour")
    result = changed("update", "--yes")
    assert result.exit_code == 0
    assert result.stdout == "changes/a-good-hour.yaml: 1 kept.\n"
    text = FILE.read_text("utf-8")
    assert text.startswith(
        "# my note on top\nexercise: a-good-hour\nversion: 1.1.0\nset:\n  title: A kind hour  # shorter\n"
    )
    assert "  title: A fair hour\n" in text
    assert changed("check", "changes").stdout == "1 file, no mistakes.\n"


def test_update_asks_and_shows_all_wordings(changed: Run) -> None:
    move_on(TITLE, "title: A fair hour")
    result = answer("t\n", "update")
    assert result.exit_code == 0
    for wording in ("was    A good enough hour", "now    A [fair] hour", "yours  A [kind] hour"):
        assert wording in result.output
    assert "  # title: A kind hour  # shorter\n" in FILE.read_text("utf-8")
    assert "A fair hour" in changed("list", "fair", "hour").stdout


@pytest.mark.usefixtures("changed")
def test_update_with_words_written_anew() -> None:
    move_on(TITLE, "title: A fair hour")
    assert answer("e\nA fair and kind hour\n", "update").exit_code == 0
    assert "  title: A fair and kind hour  # shorter\n" in FILE.read_text("utf-8")


@pytest.mark.usefixtures("changed")
def test_update_with_words_written_in_an_editor(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move_on(TITLE, "title: A fair hour")
    editor(monkeypatch, folder, 'echo "An hour" > "$1"')
    assert answer("e\n", "update").exit_code == 0
    assert "  title: An hour  # shorter\n" in FILE.read_text("utf-8")


def test_what_is_left_for_later_is_asked_again(changed: Run) -> None:
    move_on(TITLE, "title: A fair hour")
    assert "1 left for later" in answer("l\n", "update").output
    assert "version: 1.0.0" in FILE.read_text("utf-8")
    assert "C001" in changed("check", "changes").stderr


@pytest.mark.usefixtures("changed")
def test_stopping_in_the_middle_writes_nothing() -> None:
    move_on(TITLE, "title: A fair hour")
    before = FILE.read_bytes()
    assert answer("", "update").exit_code == 1
    assert FILE.read_bytes() == before


def test_what_shares_its_line_is_left_to_be_changed_by_hand(run: Run) -> None:
    Path("changes").mkdir()
    text = "exercise: a-good-hour\nversion: 1.0.0\nset: {title: A kind hour}\n"
    FILE.write_text(text, "utf-8")
    run("update")
    move_on(TITLE, "title: A fair hour")
    result = answer("t\n", "update")
    assert "1 to be taken out by hand" in result.output
    assert FILE.read_text("utf-8").startswith(text)
    assert "C001" in run("check", "changes").stderr


def test_a_change_for_a_newer_version_stays_as_it_is(changed: Run) -> None:
    text = FILE.read_text("utf-8").replace("version: 1.0.0", "version: 1.9.0")
    FILE.write_text(text, "utf-8")
    move_on(TITLE, "title: A fair hour")
    assert changed("update", "--yes").exit_code == 0
    assert FILE.read_text("utf-8") == text
    assert "C007" in changed("check", "changes").stderr


def test_an_exercise_that_extends_another(run: Run) -> None:
    mine = Path("exercises/mine.yaml")
    mine.write_text("id: mine\nextends: a-good-hour\nversion: 1.0.0\nset:\n  title: Mine\n", "utf-8")
    assert "yours     [Mine]" in run("diff", "mine").stdout
    assert "Mine (from a-good-hour)" in run("list", "mine").stdout
    run("update")
    move_on(TITLE, "title: A fair hour")
    assert "C001" in run("check", "exercises").stderr
    assert run("update", "--yes").stdout == "exercises/mine.yaml: 1 kept.\n"
    assert run("check", "exercises").stderr == ""
    assert "was:\n  title: A fair hour\n" in mine.read_text("utf-8")
    assert "Open exercises/mine.yaml in an editor." in run("edit", "mine").stdout


def test_a_block_of_another_name(changed: Run) -> None:
    move_on("id: what-happened", "id: what-was-it")
    assert changed("update", "--yes").exit_code == 1
    assert "reword: what-happened" in FILE.read_text("utf-8")
    result = answer("t\n", "update")
    assert result.exit_code == 0
    assert "  # - reword: what-happened\n  #   lines: 9\n" in FILE.read_text("utf-8")


def test_a_build_says_that_words_moved_on(changed: Run) -> None:
    move_on(TITLE, "title: A fair hour")
    result = changed("handout", "a-good-hour", "--country", "uk")
    assert result.exit_code == 0
    assert "warning C001" in result.stderr
    result = changed("build", "mine", "--output", "epub")
    assert result.exit_code == 0, result.stderr
    assert "warning C001" in result.stderr
