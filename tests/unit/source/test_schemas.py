from __future__ import annotations

import json

import pytest

from workbook import bundled
from workbook.source.schemas import KINDS, schema


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_are_fresh(kind: str) -> None:
    file = bundled.content() / "schema" / f"{kind}.schema.json"
    assert file.read_text(encoding="utf-8") == schema(kind), f"run: workbook schema {kind} > {file}"


def test_there_is_no_file_too_many() -> None:
    files = {file.name for file in (bundled.content() / "schema").iterdir()}
    assert files == {f"{kind}.schema.json" for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_closed_and_complete(kind: str) -> None:
    text = schema(kind)
    content = json.loads(text)
    assert text.endswith("}\n")
    assert content["$schema"].endswith("2020-12/schema")
    assert "$id" not in content
    assert content["title"]
    assert content["additionalProperties"] is False
    for reference in set(_references(content)):
        assert reference.removeprefix("#/$defs/") in content["$defs"]


def test_keys_are_as_written_in_yaml() -> None:
    plan = json.loads(schema("exercise"))["$defs"]["Plan"]
    assert {"if", "then"} <= set(plan["properties"])
    entries = json.loads(schema("workbook"))["$defs"]["Part"]["properties"]["exercises"]["items"]
    assert {option.get("type", "object") for option in entries["anyOf"]} == {"string", "object"}


def test_an_editor_knows_what_a_change_may_say() -> None:
    content = json.loads(schema("change"))
    reword = content["$defs"]["Reword"]
    assert {"reword", "without", "prompt", "lines", "options", "kind"} <= set(reword["properties"])
    assert reword["additionalProperties"] is False
    fields = content["$defs"]["SomeExercise"]
    assert {"title", "steps", "notes", "short"} <= set(fields["properties"])
    assert "required" not in fields
    for key in ("set", "blocks", "items", "hide", "was"):  # all may be empty: switched off
        assert {"type": "null"} in content["properties"][key]["anyOf"]
    assert content["properties"]["blocks"]["anyOf"][0]["maxItems"] == 60


def test_an_unknown_kind() -> None:
    with pytest.raises(ValueError, match="exercise, change, workbook, crisis, locale, edition"):
        schema("theme")


def _references(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [r for value in node.values() for r in _references(value)]
    if isinstance(node, list):
        return [r for item in node for r in _references(item)]
    return []
