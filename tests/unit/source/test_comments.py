from __future__ import annotations

from pathlib import Path

import pytest

from workbook.errors import Span
from workbook.source.document import Document, parse


def document(text: str) -> Document:
    return parse(Path("a.yaml"), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# top\na: b\n", [(1, 1, "# top", True)]),
        ("a: b  # end\n", [(1, 7, "# end", False)]),
        (
            "a:  # key\n  - b  # item\n# last",
            [(1, 5, "# key", False), (2, 8, "# item", False), (3, 1, "# last", True)],
        ),
        ("a: [b, # flow\n  c]\n", [(1, 8, "# flow", False)]),
        ("a: >-  # header\n  text # none\n  # none\nb: c\n", [(1, 8, "# header", False)]),
        ("a: |\n  # none\n# some\nb: c\n", [(3, 1, "# some", True)]),
        ("a: 'x # none'\nb: \"y # none\"\nc: d#none\n", []),
        ("a: b # one # and the same\r\n", [(1, 6, "# one # and the same", False)]),
        ("a: b\r# old mac\rc: d\r", [(2, 1, "# old mac", True)]),
    ],
)
def test_comments(text: str, expected: list[tuple[int, int, str, bool]]) -> None:
    found = document(text).comments()
    assert [(span.line, span.column, comment.words, comment.alone) for span, comment in found] == expected


def test_the_first_line_of_a_value() -> None:
    text = "a: >-\n  one\n  two\nb: one\n  two\nc:\n  - 'x\n    y'\nd: e\n"
    assert [document(text).first_line(Span(Path("a.yaml"), line)) for line in range(1, 10)] == [
        1,
        1,
        1,
        4,
        4,
        6,
        7,
        7,
        9,
    ]
