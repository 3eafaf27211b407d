"""Whatever a file holds, reading ends in a value or in located findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from workbook.errors import FindingsError, Span
from workbook.model.base import Markup
from workbook.model.text import Location
from workbook.source.document import Document, parse
from workbook.source.files import read_text
from workbook.source.judging.writing import BadlyWrittenError, check_text
from workbook.source.loading import build
from workbook.source.shelves import SHELVES
from workbook.source.starters import starter

PATH = Path("a.yaml")
MODELS = {shelf.kind: shelf.model for shelf in SHELVES}
SIGNS = ": |:|- |[|]|{|}|, |'|\"|\\|\\0|# |>-|&a |*a|!!str |!|? |{{ x }}|<b>|<<|~|1|true|2026-11-22|kind|é😀"
BREAKS = ["|", "\n", "\n  ", "\n    ", "\r\n", "\t", "---\n", "...\n", "%YAML 1.1\n", "\u2028", "\x85"]
PIECES = st.sampled_from([*SIGNS.split("|"), *BREAKS, "\ufeff", "\x00", "\ud800"])
YAMLISH = st.lists(PIECES, max_size=40).map("".join)
EXERCISE, WORKBOOK = starter("exercise", "a"), starter("workbook", "a")


def lies_in(span: Span | None, text: str) -> bool:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return (
        span is not None
        and 1 <= span.line <= len(lines)
        and 1 <= span.column <= len(lines[span.line - 1]) + 1
    )


def read(text: str, kind: str) -> None:
    try:
        document = parse(PATH, text)
        for location, _ in values(document.data):
            assert lies_in(document.span(location), text)
            assert lies_in(document.span(location, key=True), text)
        build(document, MODELS[kind])
    except FindingsError as error:
        assert error.findings
        for finding in error.findings:
            assert lies_in(finding.span, text)
            assert finding.message
            assert finding.hint


def values(data: Any, location: Location = ()) -> Iterator[tuple[Location, Any]]:
    yield location, data
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield from values(value, (*location, key))


@settings(deadline=None)  # a slow machine is no fault of the text
@given(st.text(max_size=200) | YAMLISH, st.sampled_from(sorted(MODELS)))
def test_any_text(text: str, kind: str) -> None:
    read(text, kind)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=100))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    try:
        text = read_text(path)
    except FindingsError as error:
        (finding,) = error.findings
        assert finding.span is not None
        assert finding.span.line <= data.count(b"\n") + 1
    else:
        assert text == data.decode().removeprefix("\ufeff")


@settings(deadline=None)  # a slow machine is no fault of the text
@given(st.sampled_from([EXERCISE, WORKBOOK]), st.data())
def test_any_damage_to_a_good_file(text: str, data: st.DataObject) -> None:
    kind = "exercise" if text is EXERCISE else "workbook"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    read(text[:start] + data.draw(YAMLISH) + text[end:], kind)


WORDS = st.text("abcxyz", min_size=1, max_size=5).filter(
    lambda word: word not in ("y", "true", "false", "null")
)
DATA = st.recursive(
    WORDS | st.integers(0, 999),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)  # a slow machine is no fault of the text
@given(st.dictionaries(WORDS, DATA, min_size=1, max_size=5), st.sampled_from([True, False, None]))
def test_every_value_is_found_where_it_stands(data: dict[str, Any], flow: bool | None) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, sort_keys=False)
    document = parse(PATH, text)
    assert document.data == data
    for location, value in values(data):
        if isinstance(value, str | int):
            assert _rest(document, location, text).startswith(str(value))


def _rest(document: Document, location: Location, text: str) -> str:
    span = document.span(location)
    return text.split("\n")[span.line - 1][span.column - 1 :].lstrip("'\"")


@settings(deadline=None)  # a slow machine is no fault of the text
@example("\r0")
@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from("*_[]()<>&;{}%#`~-|!\\ \nab1.:/"), max_size=80).map("".join)
)
def test_any_string_is_well_or_badly_written(text: str) -> None:
    for markup in Markup:
        try:
            check_text(text, markup)
        except BadlyWrittenError as error:
            assert all(problem.message and problem.hint for problem in error.problems)
