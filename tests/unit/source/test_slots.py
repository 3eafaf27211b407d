from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from workbook.errors import Code, FindingsError
from workbook.model.exercise import Exercise
from workbook.model.slots import SHARED
from workbook.source.checking import check
from workbook.source.document import parse
from workbook.source.library import Library
from workbook.source.loading import load
from workbook.source.starters import starter

PLAIN = Path(__file__).parents[2] / "fixtures" / "plain-sheet.yaml"


def plain() -> dict[str, Any]:
    return parse(PLAIN, PLAIN.read_text(encoding="utf-8")).data


def sheet(folder: Path, **changes: object) -> Path:
    data = plain() | changes
    path = folder / "exercises" / "plain-sheet.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=400), encoding="utf-8")
    return path


def codes(path: Path) -> list[tuple[Code, str]]:
    found = check([path], Library.stock())
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(f.code, lines[f.span.line - 1][f.span.column - 1 :]) for f in found if f.span]


def test_an_undeclared_slot_is_found_where_it_stands(tmp_path: Path) -> None:
    path = sheet(tmp_path, slots=["person"], close="Tell {{ slot.person }} or {{ slot.persn }}.")
    assert codes(path) == [(Code.UNKNOWN_SLOT, "{{ slot.persn }}.")]
    with pytest.raises(FindingsError) as caught:
        load(path, Exercise)
    assert caught.value.findings[0].hint == "Did you mean `person`?"


def test_without_any_slots_the_hint_says_how_to_declare_one(tmp_path: Path) -> None:
    found = check([sheet(tmp_path, close="Tell {{ slot.person }}.")], Library.stock())
    assert [f.hint for f in found] == ["Declare it at the top: `slots: [person]`."]


def test_an_unused_slot_is_a_warning(tmp_path: Path) -> None:
    path = sheet(tmp_path, slots=["person", "occasion"], close="Tell {{ slot.person | them }}.")
    assert codes(path) == [(Code.UNUSED_SLOT, "occasion")]


@pytest.mark.parametrize("key", ["title", "purpose"])
def test_a_slot_may_not_go_into_lists(tmp_path: Path, key: str) -> None:
    path = sheet(tmp_path, slots=["person"], close="{{ slot.person }}", **{key: "For {{ slot.person }}"})
    assert [code for code, _ in codes(path)] == [Code.SLOT_OUT_OF_PLACE]


def test_a_workbook_has_no_slots(tmp_path: Path) -> None:
    path = tmp_path / "workbooks" / "my-own.yaml"
    path.parent.mkdir()
    text = starter("workbook", "my-own")
    path.write_text(re.sub(r"^subtitle: .*$", 'subtitle: "For {{ slot.person }}"', text, flags=re.M), "utf-8")
    assert codes(path) == [(Code.SLOT_OUT_OF_PLACE, '{{ slot.person }}"')]


@pytest.mark.parametrize(
    "slots",
    [
        [{"id": "mine"}],
        [{"id": "mine", "label": "mine"}],
        [{"id": "person", "kind": "date"}],
        ["person", "person"],
        ["Not an id"],
    ],
)
def test_slots_that_cannot_be(tmp_path: Path, slots: list[object]) -> None:
    found = check([sheet(tmp_path, slots=slots)], Library.stock())
    assert [f.code for f in found] == [Code.WRONG_VALUE]


def test_a_block_may_begin_with_a_slot(tmp_path: Path) -> None:
    blocks = plain()["blocks"]
    blocks[0]["prefill"] = "my-limt"
    path = sheet(tmp_path, slots=["my-limit"], blocks=blocks, close="{{ slot.my-limit }}")
    assert codes(path) == [(Code.UNKNOWN_SLOT, "my-limt")]


def test_the_stock_declares_what_it_uses_and_all_that_is_shared_is_used() -> None:
    exercises = [loaded.value for loaded in Library.stock().exercises()]
    declared = {slot.id for exercise in exercises for slot in exercise.slots}
    assert declared == set(SHARED)
    assert sum(bool(exercise.slots) for exercise in exercises) >= 12


def test_a_change_may_use_the_slots_of_its_exercise(tmp_path: Path) -> None:
    path = tmp_path / "changes" / "boundary-after.yaml"
    path.parent.mkdir()
    text = "exercise: boundary-after\nversion: 1.1.0\nset:\n  close: Tell {{{{ slot.{0} | them }}}}.\n"
    path.write_text(text.format("person"), encoding="utf-8")
    assert codes(path) == []
    path.write_text(text.format("persn"), encoding="utf-8")
    assert codes(path) == [(Code.UNKNOWN_SLOT, "{{ slot.persn | them }}.")]


def test_every_shared_slot_has_a_name_in_the_language() -> None:
    assert set(Library.stock().locale("en").value.slots) == set(SHARED)
