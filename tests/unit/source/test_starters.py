from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from workbook import bundled
from workbook.errors import Code, FindingsError
from workbook.model.answers import Block
from workbook.model.edition import Edition
from workbook.model.exercise import Exercise, Kind, Moment, Setting
from workbook.model.workbook import Workbook
from workbook.source.checking import check
from workbook.source.library import Library
from workbook.source.starters import KINDS, starter


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_passes_the_check(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"{kind}s" / "my-own-2.yaml"
    path.parent.mkdir()
    path.write_text(starter(kind, "my-own-2"), encoding="utf-8")
    assert check([path], Library.stock()) == []
    if kind == "exercise":
        assert Library.at(tmp_path).exercise("my-own-2").value.id == "my-own-2"
    elif kind == "edition":
        assert Library.at(tmp_path).edition("my-own-2").value.id == "my-own-2"
    else:
        assert Library.at(tmp_path).book("my-own-2").workbook.id == "my-own-2"


@pytest.mark.parametrize("kind", KINDS)
def test_the_starters_themselves_pass_the_check(kind: str) -> None:
    path = bundled.content() / "starters" / f"{kind}.yaml"
    assert check([path], Library.stock()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_line_names_the_schema(kind: str) -> None:
    assert starter(kind, "a").startswith(f"# yaml-language-server: $schema=../schema/{kind}.schema.json\n")


@pytest.mark.parametrize(
    ("kind", "model"), [("exercise", Exercise), ("workbook", Workbook), ("edition", Edition)]
)
def test_every_field_is_there_or_told_of(kind: str, model: type[Exercise | Workbook | Edition]) -> None:
    text = starter(kind, "a")
    for name in model.model_fields:
        assert re.search(rf"^(?:# )?{name}:", text, re.MULTILINE), name


def test_every_word_to_choose_from_is_told() -> None:
    text = starter("exercise", "a")
    kinds = [get_args(member.model_fields["kind"].annotation)[0] for member in get_args(get_args(Block)[0])]
    assert len(kinds) > 10
    for word in (*kinds, *Kind, *Moment, *Setting):
        assert re.search(rf"(?<![\w-]){word}(?![\w-])", text), word


@pytest.mark.parametrize("name", ["", "My-Own", "my own", "-a", "a--b", "a\n", "../a", "1a", "a" * 61, "é"])
def test_names_that_cannot_be(name: str) -> None:
    with pytest.raises(FindingsError) as caught:
        starter("exercise", name)
    assert [f.code for f in caught.value.findings] == [Code.WRONG_VALUE]


def test_an_unknown_kind() -> None:
    with pytest.raises(ValueError, match="exercise, workbook, edition"):
        starter("theme", "a")
