from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.compose.markdown import Text
from workbook.model.values import NAMES

TEXT = Text(
    "“”‘’", dict.fromkeys(NAMES, "") | {"practice.phone": "<b>555</b>"}, dict.fromkeys(NAMES, "a blank")
)


@pytest.mark.parametrize(
    ("source", "markup"),
    [
        ("A **few** words", "A <strong>few</strong> words"),
        ("*soft*", "<em>soft</em>"),
        ("[here](https://example.org/a)", '<a href="https://example.org/a">here</a>'),
        ("[**bold** words](https://example.org)", '<a href="https://example.org">bold words</a>'),
        ('It\'s "fine"', "It’s “fine”"),
        ("wait...", "wait…"),
        ("<b>no</b>", "&lt;b&gt;no&lt;/b&gt;"),
        ("a & b", "a &amp; b"),
        ("`code` # no heading", "`code` # no heading"),
    ],
)
def test_inline(source: str, markup: str) -> None:
    assert TEXT.inline(source) == markup


def test_prose_has_paragraphs_and_lists() -> None:
    assert TEXT.prose("One.\n\n- a\n- b") == "<p>One.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"


def test_plain_keeps_marks_as_letters() -> None:
    assert TEXT.plain("2 ** 3 and *this*") == "2 ** 3 and *this*"


def test_a_script_cannot_be_a_link() -> None:
    assert "href" not in TEXT.inline("[x](javascript:alert)")


def test_a_value_is_escaped_and_not_read_as_markdown() -> None:
    assert TEXT.inline("Call {{ practice.phone }}.") == "Call &lt;b&gt;555&lt;/b&gt;."


def test_an_unset_value_is_a_labelled_blank() -> None:
    expected = 'Ask <span class="blank"></span> <span class="blank-label">(a blank)</span>.'
    assert TEXT.inline("Ask {{practice.name}}.") == expected


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=80))
def test_any_text_becomes_well_formed_markup_without_foreign_tags(source: str) -> None:
    for markup in (TEXT.inline(source), TEXT.prose(source), TEXT.plain(source)):
        if any(ord(letter) in {0xFFFE, 0xFFFF} for letter in markup):
            continue  # not XML characters at all
        ET.fromstring(f"<div>{markup}</div>")  # noqa: S314 - our own markup
        tags = set(re.findall(r"</?([a-zA-Z]+)", str(markup)))
        assert tags <= {"p", "em", "strong", "a", "ul", "ol", "li", "br", "span"}
