from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.cli.conftest import FILES, Run
from tests.unit.cli.terminal import on_a_terminal
from workbook.cli.looking.rooms import room
from workbook.model.answers import ChecklistAnswer, DialogueAnswer, ScaleAnswer, TableAnswer
from workbook.model.text import texts
from workbook.source.library import Library


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


@pytest.mark.parametrize("name", Library.stock().exercise_ids())
def test_every_text_of_the_exercise_is_there_in_80_columns(name: str, run: Run) -> None:
    result = run("show", name)
    assert result.exit_code == 0, result.stderr
    assert all(len(line) <= 80 and line == line.rstrip() for line in result.stdout.splitlines())
    assert "**" not in result.stdout
    assert "\x1b" not in result.stdout
    shown = words(result.stdout)
    for _, text, _ in texts(Library.stock().exercise(name).value):
        assert words(re.sub(r"\{\{.*", "", text)) in shown


def test_in_the_order_of_the_sheet(run: Run, project: Path) -> None:
    assert project
    shown = run("show", "a-good-hour").stdout
    marks = ["A good enough hour", "a-good-hour 1.0.0", "15 minutes", "What to do", "  1. Go back", "Prompts"]
    marks += ["One easier minute", "For the therapist", "Watch for", "Provenance", "my-own-notes.txt"]
    places = [shown.index(mark) for mark in marks]
    assert places == sorted(places)


def test_prompts_golden(run: Run, project: Path) -> None:
    assert project
    shown = run("show", "exercises/a-good-hour.yaml").stdout
    prompts = "Prompts" + shown.partition("\nPrompts")[2].partition("\n\n")[0] + "\n"
    assert prompts == (FILES.parent / "prompts.txt").read_text(encoding="utf-8")


def test_a_value_shows_as_what_its_blank_is_called(run: Run, project: Path) -> None:
    path = project / "exercises/a-good-hour.yaml"
    path.write_text(path.read_text().replace("share: This", "share: For {{ practice.name }}. This"))
    assert "For (the practice)." in run("show", "a-good-hour").stdout


def test_in_colour_no_line_ends_in_blanks(project: Path) -> None:
    shown = on_a_terminal("show", "a-good-hour", cwd=project)
    assert "\x1b[1m" in shown
    assert all(re.search(r" (\x1b\[[0-9;]*m)*$", line) is None for line in shown.splitlines())


def test_an_unknown_exercise(run: Run) -> None:
    result = run("show", "boundary-one-sentense")
    assert result.exit_code == 1
    assert "Did you mean `boundary-one-sentence`?" in result.stderr


GIVEN = {"id": "x", "label": "X", "prompt": "X?"}


def test_rooms() -> None:
    checklist = ChecklistAnswer.model_validate(
        {"kind": "checklist", "options": ["a", "b"], "own": 1, **GIVEN}
    )
    assert room(checklist) == ("checklist · own: 1", ("a", "b"))
    scale = ScaleAnswer.model_validate({"kind": "scale", "low": "calm", "high": "wild", **GIVEN})
    assert room(scale) == ("scale · low: calm · high: wild", ())
    table = TableAnswer.model_validate(
        {
            "kind": "table",
            "columns": [{"label": "Day"}, {"label": "Word", "width": 3}],
            "blank_rows": 2,
            **GIVEN,
        }
    )
    assert room(table) == ("table · blank rows: 2", ("label: Day", "label: Word, width: 3"))
    turns = [{"who": "they", "says": "Now!"}, {"who": "i", "lines": 3}]
    dialogue = DialogueAnswer.model_validate({"kind": "dialogue", "turns": turns, **GIVEN})
    assert room(dialogue) == ("dialogue", ("who: they, says: Now!", "who: i, lines: 3"))
