from __future__ import annotations

import time

import pytest

from workbook.errors import Code
from workbook.model.base import Markup
from workbook.model.values import NAMES
from workbook.source.judging.writing import BadlyWrittenError, check_text

HANG = 30
"""Seconds of processor time after which something hangs; no claim about speed, those live in benchmarks/."""


def codes(text: str, markup: Markup = Markup.PROSE) -> list[Code]:
    try:
        check_text(text, markup)
    except BadlyWrittenError as error:
        return [problem.code for problem in error.problems]
    return []


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, 5 < 7 & 7 > 5, R&D; a_b_c, 2 * 3 * 4 and a { brace }.",
        "**Bold**, *light*, \\*stars\\*, a hard\\\nbreak.",
        "A [link](https://example.org/a?b=c&d=e), [mail](mailto:a@b.org),",
        "[call](tel:+44-20), [page](#bond-safe).",
        "Words\n\n- one\n- two\n  - three\n\n1. first\n2. second",
        *(f"Call {{{{ {name} }}}}." for name in NAMES),
        "{{practice.name}} and {{  practice.phone  }}",
        "x &y; z",
    ],
)
def test_what_is_allowed(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<b>x</b> <i>y</i>", Code.RAW_HTML),
        ("<div>\nx\n</div>", Code.RAW_HTML),
        ("a <!-- b -->", Code.RAW_HTML),
        ("a&#8212;b", Code.RAW_HTML),
        ("a&mdash;b", Code.RAW_HTML),
        ("[a](http://example.org)", Code.UNSAFE_LINK),
        ("[a](javascript:alert(1))", Code.UNSAFE_LINK),
        ("[a](JAVASCRIPT:alert(1))", Code.UNSAFE_LINK),
        ("[a](data:text/html,x)", Code.UNSAFE_LINK),
        ("[a](//example.org)", Code.UNSAFE_LINK),
        ("[a](../a.html)", Code.UNSAFE_LINK),
        ("[a](https://)", Code.UNSAFE_LINK),
        ("[a](mailto:{{practice.email}})", Code.UNSAFE_LINK),
        ("[a](#)", Code.UNSAFE_LINK),
        ("[a]()", Code.UNSAFE_LINK),
        ("Heading\n===", Code.MARKDOWN_NOT_ALLOWED),
        ("## Heading", Code.MARKDOWN_NOT_ALLOWED),
        ("~~a~~ and ~~b~~", Code.MARKDOWN_NOT_ALLOWED),
        ("- > quoted", Code.MARKDOWN_NOT_ALLOWED),
        ("{% if x %}", Code.UNKNOWN_VALUE),
        ("{{ practice }}", Code.UNKNOWN_VALUE),
        ("{{ practice.name.upper() }}", Code.UNKNOWN_VALUE),
        ("{{ practice['name'] }}", Code.UNKNOWN_VALUE),
        ("{{ practice.name", Code.UNKNOWN_VALUE),
        ("{practice.name}}", Code.UNKNOWN_VALUE),
        ("{{{ practice.name }}}", Code.UNKNOWN_VALUE),
        ("{{}}", Code.UNKNOWN_VALUE),
        ("{# note #}", Code.UNKNOWN_VALUE),
    ],
)
def test_what_is_refused(text: str, code: Code) -> None:
    assert set(codes(text)) == {code}


def test_each_sort_is_told_once_and_each_link_by_itself() -> None:
    assert codes("<b>x</b> <i>y</i> # [a](http://a) [b](http://b) [c](http://a)") == [
        Code.RAW_HTML,
        Code.UNSAFE_LINK,
        Code.UNSAFE_LINK,
    ]


def test_markdown_in_plain_text_is_letters() -> None:
    assert codes("# <b> [a](b) &amp; - 1.", Markup.PLAIN) == []
    assert codes("{{ practice.nmae }}", Markup.PLAIN) == [Code.UNKNOWN_VALUE]


def test_inline_text_is_one_paragraph() -> None:
    assert codes("one\ntwo", Markup.INLINE) == []
    assert codes("one\n\ntwo", Markup.INLINE) == [Code.MARKDOWN_NOT_ALLOWED]
    assert codes("- one\n- two", Markup.INLINE) == [Code.MARKDOWN_NOT_ALLOWED]


@pytest.mark.parametrize(
    "piece", ["[", "*", "**a", "![", "<", "{{", "- ", "> ", "`", "[a](", "&", "_a_", "\\", "1. "]
)
def test_the_longest_texts_are_read_quickly(piece: str) -> None:
    start = time.process_time()
    codes((piece * 4000)[:4000])
    assert time.process_time() - start < HANG
