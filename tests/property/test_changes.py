"""Whatever a change says, and whatever becomes of its exercise: a whole exercise, or located findings."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.errors import FindingsError
from workbook.model.change import Change
from workbook.model.exercise import Exercise
from workbook.source.changes.against import Lost
from workbook.source.changes.applying import lay_on, settle
from workbook.source.changes.reading import read_change
from workbook.source.changes.staleness import Moved
from workbook.source.document import Document, parse
from workbook.source.library import Library
from workbook.source.loading import Loaded, build
from workbook.source.notation.writing import lines
from workbook.source.revising.template import template
from workbook.source.revising.updating import Answer, Choice, bring_up_to_date

FIXTURES = Path(__file__).parents[1] / "fixtures"
SHEET = parse(FIXTURES / "plain-sheet.yaml", (FIXTURES / "plain-sheet.yaml").read_text("utf-8"))
IDS = ("first", "second", "third", "fourth", "fifth", "sixth")
BLOCKS: list[Any] = [
    {"kind": "lines", "id": name, "label": f"The {name}", "prompt": f"What is the {name} thing?", "lines": 2}
    for name in IDS
]
BASE: dict[str, Any] = {**SHEET.data, "blocks": BLOCKS}

WORDS = st.lists(st.text("abcdefgh", min_size=3, max_size=6), min_size=1, max_size=6).map(" ".join)
NAMES = st.sampled_from([*IDS, "gone"])
REWORD = st.fixed_dictionaries(
    {"reword": NAMES},
    optional={"prompt": WORDS, "hint": WORDS, "lines": st.integers(0, 9), "kind": st.just("box")},
)
PLACE: st.SearchStrategy[dict[str, str]] = st.one_of(
    st.fixed_dictionaries({}),
    st.fixed_dictionaries({"after": NAMES}),
    st.fixed_dictionaries({"before": NAMES}),
)
NEW = st.builds(
    lambda name, prompt: {"kind": "lines", "id": name, "label": "A new one", "prompt": prompt, "lines": 3},
    st.sampled_from(["mine", "ours", "first"]),
    WORDS,
)
ENTRY = st.one_of(
    REWORD,
    st.fixed_dictionaries({"remove": NAMES}),
    st.builds(lambda block, place: {"add": block, **place}, NEW, PLACE),
    st.builds(lambda name, place: {"move": name, **place}, NAMES, PLACE),
)
ITEM = st.one_of(
    st.fixed_dictionaries(
        {"in": st.just("steps"), "replace": st.sampled_from(["Read", "Ask", "Nothing"]), "with": WORDS}
    ),
    st.fixed_dictionaries({"in": st.sampled_from(["notes.review", "steps"]), "add": WORDS}),
    st.fixed_dictionaries({"in": st.just("notes.review"), "drop": st.sampled_from(["How", "What", "Never"])}),
)
FIELDS = st.fixed_dictionaries(
    {}, optional={"title": WORDS, "close": WORDS, "notes": st.fixed_dictionaries({}, optional={"why": WORDS})}
)
CHANGE = st.fixed_dictionaries(
    {"exercise": st.just("plain-sheet"), "version": st.just("1.0.0")},
    optional={
        "set": FIELDS,
        "blocks": st.lists(ENTRY, max_size=4),
        "items": st.lists(ITEM, max_size=3),
        "hide": st.lists(st.sampled_from(["example", "notes"]), max_size=2),
    },
)


def exercise(data: dict[str, Any]) -> Loaded[Exercise]:
    """Write an exercise and read it again."""
    return build(parse(Path("plain-sheet.yaml"), "\n".join(lines(data)) + "\n"), Exercise)


def written(data: dict[str, Any]) -> Document:
    """Write a change and read it again."""
    return parse(Path("plain-sheet.yaml"), "\n".join(lines(data)) + "\n")


@st.composite
def newer(draw: st.DrawFn) -> Loaded[Exercise]:
    """Return a next version of the exercise: other words, blocks renamed, gone, of another kind."""
    data = deepcopy(BASE)
    data["version"] = "1.1.0"
    for key in ("title", "close"):
        data[key] = draw(st.sampled_from([data[key], "Other words now"]))
    data["steps"] = draw(st.sampled_from([data["steps"], ["Read it twice.", "Ask."], ["Look.", "See."]]))
    for block in data["blocks"]:
        match draw(st.sampled_from(["stay", "stay", "words", "name", "kind", "go"])):
            case "words":
                block["prompt"] = f"{block['prompt']} And why?"
            case "name":
                block["id"] = f"new-{block['id']}"
            case "kind":
                del block["lines"]
                block.update(kind="line", width="full")
            case "go":
                block["kind"] = "gone"
    left = [block for block in data["blocks"] if block["kind"] != "gone"]
    data["blocks"] = left if len(left) > 1 else data["blocks"][:2]
    for block in data["blocks"]:
        block["kind"] = "lines" if block["kind"] == "gone" else block["kind"]
    return exercise(data)


def outcome(before: Loaded[Exercise], change: Loaded[Change]) -> object:
    try:
        return settle(before, change).value
    except FindingsError as error:
        assert error.findings
        for finding in error.findings:
            assert finding.span is not None
            assert finding.message
            assert finding.hint
        return sorted((finding.code, finding.message) for finding in error.findings)


def read(document: Document) -> Loaded[Change] | None:
    try:
        return read_change(document)
    except FindingsError:
        return None


@pytest.fixture(scope="module")
def base() -> Loaded[Exercise]:
    return exercise(BASE)


def test_an_empty_change_is_the_identity() -> None:
    for loaded in Library.stock().exercises():
        text = f"exercise: {loaded.value.id}\nversion: {loaded.value.version}\n"
        for change in (text, template(loaded.value)):
            found = settle(loaded, read_change(parse(Path(f"{loaded.value.id}.yaml"), change)))
            assert found.value == loaded.value
            assert found.findings == ()


@settings(deadline=None)
@given(CHANGE)
def test_what_is_written_is_read_again(data: dict[str, Any]) -> None:
    assert written(data).data == data


@settings(deadline=None)
@given(
    st.recursive(
        st.text(max_size=60) | st.integers(-99, 99) | st.booleans() | st.none() | st.dates(),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
        ),
        max_leaves=8,
    ).filter(
        lambda value: (
            not re.search(
                "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff\ufffe\uffff\u2028\u2029]", repr_of(value)
            )
        )
    )
)
def test_any_value_is_read_again(value: Any) -> None:
    document = parse(Path("a.yaml"), "\n".join(lines({"a": value})) + "\n")
    assert document.data == {"a": value}


def repr_of(value: Any) -> str:
    if isinstance(value, dict):
        return "".join(f"{key}{repr_of(part)}" for key, part in value.items())
    return "".join(map(repr_of, value)) if isinstance(value, list) else str(value)


@settings(deadline=None)
@given(CHANGE, st.data())
def test_neither_is_altered(base: Loaded[Exercise], data: dict[str, Any], draws: st.DataObject) -> None:
    before = draws.draw(st.just(base) | newer())
    change = read(written(data))
    if change is None:
        return
    kept = deepcopy((before.document.data, change.document.data))
    lay_on(before, change)
    assert (before.document.data, change.document.data) == kept


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(IDS), min_size=4, max_size=6, unique=True),
    st.permutations(["reword", "remove", "add", "move"]),
)
def test_changes_to_different_blocks_commute(
    base: Loaded[Exercise], ids: list[str], order: list[str]
) -> None:
    entries: dict[str, dict[str, Any]] = {
        "reword": {"reword": ids[0], "prompt": "Other words"},
        "remove": {"remove": ids[1]},
        "add": {"add": {**BLOCKS[0], "id": "mine"}, "after": ids[2]},
        "move": {"move": ids[3], **({"before": ids[4]} if len(ids) > 4 else {})},
    }
    head = {"exercise": "plain-sheet", "version": "1.0.0"}
    usual = read_change(
        written({**head, "blocks": [entries[key] for key in ("reword", "remove", "add", "move")]})
    )
    other = read_change(written({**head, "blocks": [entries[key] for key in order]}))
    assert settle(base, usual).value == settle(base, other).value


@settings(deadline=None)
@given(CHANGE, newer())
def test_any_change_meets_any_newer_version(data: dict[str, Any], after: Loaded[Exercise]) -> None:
    if (change := read(written(data))) is not None:
        outcome(after, change)


@settings(deadline=None)
@given(CHANGE, newer(), st.data())
def test_no_word_is_lost_by_an_update(
    data: dict[str, Any], after: Loaded[Exercise], draws: st.DataObject
) -> None:
    document = written(data)
    if read(document) is None:
        return

    def ask(_: Document, question: Moved | Lost) -> Answer:
        if isinstance(question, Lost) and question.like and draws.draw(st.booleans()):
            return Answer(Choice.RENAME, question.like)
        return Answer(draws.draw(st.sampled_from([Choice.KEEP, Choice.TAKE, Choice.LATER])))

    updated = bring_up_to_date(document, after, ask)
    words = Counter(re.findall(r"[a-h]{3,}", document.text))
    assert not words - Counter(re.findall(r"[a-h]{3,}", updated.text))
    again = read_change(parse(document.path, updated.text))
    if not (updated.done[Choice.LATER] or updated.done[Choice.BY_HAND]):
        assert again.value.version == "1.1.0"
    outcome(after, again)
