from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from workbook.errors import Code, FindingsError
from workbook.model.text import Location
from workbook.source.document import Document, parse

HANG = 30
"""Seconds of processor time after which something hangs; no claim about speed, those live in benchmarks/."""


PATH = Path("a.yaml")

TEXT = """\
# A comment
id: some-id
empty:
flow: {a: 1, b: [x, y]}
group:
  inner: "quoted"
  folded: >-
    One line
    and another <b>here</b>.
list:
  - first
  - kind: lines
    lines: 3
  -
    kind: box
dates: [2026-11-22, '2026-11-22']
no: off
"""


@pytest.fixture
def document() -> Document:
    return parse(PATH, TEXT)


def found(text: str) -> list[tuple[Code, int, int]]:
    with pytest.raises(FindingsError) as caught:
        parse(PATH, text)
    return [(f.code, f.span.line, f.span.column) for f in caught.value.findings if f.span]


def test_data(document: Document) -> None:
    assert document.data == {
        "id": "some-id",
        "empty": None,
        "flow": {"a": 1, "b": ["x", "y"]},
        "group": {"inner": "quoted", "folded": "One line and another <b>here</b>."},
        "list": ["first", {"kind": "lines", "lines": 3}, {"kind": "box"}],
        "dates": [dt.date(2026, 11, 22), "2026-11-22"],
        "no": "off",
    }


@pytest.mark.parametrize(
    ("location", "line", "column"),
    [
        ((), 2, 1),
        (("id",), 2, 5),
        (("empty",), 3, 1),
        (("flow",), 4, 7),
        (("flow", "b", 1), 4, 21),
        (("group",), 5, 1),
        (("group", "inner"), 6, 10),
        (("group", "folded"), 7, 11),
        (("list",), 10, 1),
        (("list", 0), 11, 5),
        (("list", 1), 12, 5),
        (("list", 1, "lines"), 13, 12),
        (("list", 2, "kind"), 15, 11),
        (("group", "missing"), 5, 1),
        (("list", 1, "missing"), 12, 5),
        (("list", 7), 10, 1),
        (("id", "deeper", 3), 2, 5),
        (("missing", "deeper"), 2, 1),
        (("group", "inner", "[key]"), 6, 3),
    ],
)
def test_spans(document: Document, location: Location, line: int, column: int) -> None:
    span = document.span(location)
    assert (span.path, span.line, span.column) == (PATH, line, column)


def test_span_of_a_key(document: Document) -> None:
    span = document.span(("group", "inner"), key=True)
    assert (span.line, span.column) == (6, 3)


@pytest.mark.parametrize(
    ("location", "words", "occurrence", "line", "column"),
    [
        (("group", "folded"), "<b>", 0, 9, 17),
        (("group", "folded"), "line and", 0, 8, 9),
        (("group", "folded"), "not there", 0, 7, 11),
        (("group", "folded"), "ne", 1, 8, 11),
        (("group", "folded"), "e", 2, 9, 14),
        (("group",), "<b>", 0, 5, 1),
    ],
)
def test_span_of_words(
    document: Document, location: Location, words: str, occurrence: int, line: int, column: int
) -> None:
    span = document.span_of(location, words, occurrence)
    assert (span.line, span.column) == (line, column)


def test_words_that_are_written_otherwise_fall_back_to_the_value() -> None:
    document = parse(PATH, 'a: "x \\x3cb> <b>"\n')
    span = document.span_of(("a",), "<b>", 1)
    assert (span.line, span.column) == (1, 4)


def test_columns_count_letters_and_lines_as_editors_do() -> None:
    document = parse(PATH, "é😀: {ü: 1}\r\nb: 'x\u2028y'\r\nc: 2\r\n")
    assert document.span(("é😀", "ü")).column == 9
    assert document.span(("c",)).line == 3
    assert parse(PATH, "a: 1\rb: 2\r").span(("b",)).line == 2


def test_a_byte_order_mark_takes_no_column() -> None:
    assert parse(PATH, "\ufeffa: 1").span(("a",)).column == 4


def test_every_refusal_of_a_file_at_once() -> None:
    text = "a: &x 1\nb: *x\na: !!str 2\nc: [1, {a: 1, a: 2}]\n? [k]\n: 1\n"
    assert found(text) == [
        (Code.YAML_ALIAS, 1, 4),
        (Code.YAML_ALIAS, 2, 4),
        (Code.YAML_DUPLICATE_KEY, 3, 1),
        (Code.YAML_TAG, 3, 4),
        (Code.YAML_DUPLICATE_KEY, 4, 15),
        (Code.YAML_SYNTAX, 5, 3),
    ]


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "word\n", "null\n", "---\n...\n"])
def test_a_file_that_is_not_keys(text: str) -> None:
    assert [code for code, *_ in found(text)] == [Code.YAML_NOT_A_MAPPING]


def test_keys_are_words_however_they_look() -> None:
    assert parse(PATH, "1: a\nno: b\n2026-11-22: c\nnull: d\n").data == {
        "1": "a",
        "no": "b",
        "2026-11-22": "c",
        "null": "d",
    }


def test_thirty_levels_are_allowed_and_no_more() -> None:
    assert parse(PATH, "a: " + "[" * 29 + "]" * 29).data
    assert found("a: " + "[" * 30 + "]" * 30) == [(Code.YAML_TOO_DEEP, 1, 33)]


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        *(
            "a: " + piece * (1_900_001 // len(piece))
            for piece in ("[", "{", "[a,", "!x ", "&a ", "*a ", "'", '"')
        ),
        *(
            piece * (1_900_001 // len(piece))
            for piece in ("- ", "? ", "a: ", "- a\n", "a: >\n", "%", "\t", "\\")
        ),
        "\n".join(f"k{n}: 1" for n in range(150_000)),
        "a: {" + ", ".join(f"k{n}" for n in range(150_000)) + "}",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_files_end_quickly(text: str) -> None:
    start = time.process_time()
    assert found(text)
    assert time.process_time() - start < HANG


def test_surrogates_and_control_characters_are_located() -> None:
    assert found("a: 1\nb: x\ud800\n") == [(Code.YAML_SYNTAX, 2, 5)]
    assert found("a: 1\nb: \x00\n") == [(Code.YAML_SYNTAX, 2, 4)]
    assert found('a: "\\uFFFF"\n') == [(Code.YAML_SYNTAX, 1, 4)]
