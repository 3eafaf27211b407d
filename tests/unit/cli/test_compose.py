from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run
from tests.unit.cli.terminal import typed
from workbook.model.workbook import Entry, Workbook
from workbook.source.loading import load


def _entries(path: Path) -> list[Entry]:
    return list(load(path, Workbook).value.entries())


def test_what_was_typed_is_written(run: Run, folder: Path) -> None:
    picks = ("--pick", "strength-stood-up", "--pick", "journal-courage-log:7")
    result = run("compose", "--title", "A log for the week", *picks, "--yes")
    assert result.exit_code == 0, result.stderr
    path = folder / "workbooks/a-log-for-the-week.yaml"
    assert _entries(path) == [
        Entry(exercise="strength-stood-up"),
        Entry(exercise="journal-courage-log", copies=7),
    ]
    assert "About 130 minutes in all." in result.stdout
    assert run("check", str(path), "--strict").exit_code == 0


def test_all_that_fit_are_taken_in_a_good_order(run: Run, folder: Path) -> None:
    result = run(
        "compose", "--title", "Small steps", "--kind", "boundary-rehearsal", "--max-minutes", "20", "--yes"
    )
    assert result.exit_code == 0, result.stderr
    names = [entry.exercise for entry in _entries(folder / "workbooks/small-steps.yaml")]
    assert names == ["boundary-after", "boundary-one-sentence", "boundary-two-pulls"]


def test_a_bad_order_is_told(run: Run) -> None:
    picks = ("--pick", "boundary-practice-run", "--pick", "boundary-one-sentence")
    result = run("compose", "--title", "Wrong", *picks, "--yes")
    assert result.exit_code == 0
    assert "workbooks/wrong.yaml:17:5: warning H021" in result.stderr
    assert (
        "warning H022: `boundary-practice-run` is better done after `boundary-one-sentence`" in result.stderr
    )


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "there is nobody to ask"),
        (("--title", "A"), 2, "Say which pages"),
        (("--title", "A", "--kind", "ending", "--max-minutes", "1"), 2, "No page fits"),
        (("--title", "…", "--pick", "session-before"), 1, "S004"),
        (("--title", "A", "--pick", "session-befor"), 1, "Did you mean `session-before`?"),
        (("--title", "A", "--pick", "session-before:99"), 2, "31 at most"),
    ],
)
def test_what_cannot_be(arguments: tuple[str, ...], code: int, words: str, run: Run, folder: Path) -> None:
    result = run("compose", *arguments, "--yes")
    assert result.exit_code == code
    assert words in result.stderr
    assert not (folder / "workbooks").exists()


def test_no_workbook_is_overwritten(run: Run) -> None:
    wanted = ("compose", "--title", "Mine", "--pick", "session-before", "--yes")
    assert run(*wanted).exit_code == 0
    result = run(*wanted)
    assert (result.exit_code, "F008" in result.stderr) == (1, True)


def test_a_talk_at_the_terminal(folder: Path) -> None:
    code, shown = typed("After the row", "4", "99", "?1", "2, 1:3", "y", command="compose", cwd=folder)
    assert code == 0, shown
    assert "Type numbers from 1 to" in shown
    (path,) = (folder / "workbooks").iterdir()
    assert path.name == "after-the-row.yaml"
    assert [entry.copies for entry in _entries(path)] == [1, 3]


def test_a_no_writes_nothing(folder: Path) -> None:
    code, shown = typed("After the row", "4", "1", "n", command="compose", cwd=folder)
    assert code == 1, shown
    assert not (folder / "workbooks").exists()
