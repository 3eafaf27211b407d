"""What the tables of words must find, and above all what they must leave alone."""

from __future__ import annotations

import pytest

from workbook.editorial.data import listed
from workbook.editorial.rules.safety.contact import _AGREED, _NOT_A_MESSAGE
from workbook.editorial.rules.safety.crisis_number import _same
from workbook.editorial.rules.wording.avoided import WORDS
from workbook.editorial.rules.wording.idioms import IDIOMS
from workbook.editorial.rules.wording.matching import Entry
from workbook.editorial.rules.wording.people import NAMES, _names


@pytest.mark.parametrize(
    "text",
    [
        "Will you come? Mark the line. Grace, hope and joy. In May and June.",
        "On Sunday Mum said no. God knows. Dad told me.",
        "Nobody said so. She said no. They told you. Someone asked.",
        "Rose from the chair, then Dawn came",
    ],
)
def test_no_names(text: str) -> None:
    assert _names(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my friend Rachel", "Rachel"),
        ("Then, after tea, Zed said no", "Zed"),
        ("Ask Dr. Pell", "Pell"),
        ("José’s hat", "José"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert {found for _, found in _names(text)} == {name}


def test_no_name_is_a_word_a_day_or_a_month() -> None:
    lost = {
        "Will",
        "Grace",
        "Mark",
        "May",
        "Hope",
        "Faith",
        "Joy",
        "Rose",
        "June",
        "April",
        "Bill",
        "Sue",
        "Pat",
    }
    assert NAMES.isdisjoint(lost | listed("not-names"))
    assert 100 <= len(NAMES) <= 250


def _all(table: tuple[Entry, ...], text: str) -> list[str]:
    return [match[0] for entry in table for match in entry.pattern.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "a contest of scorers, the latest attest",
        "It must have hurt.",
        "My shoulders",
        "self-correct-ish",
        "a failsafe",
        "I graduated",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    assert _all(WORDS, text) == []


def test_words_across_lines_and_apostrophes() -> None:
    assert _all(WORDS, "You shouldn’t. Ought\nto") == ["shouldn’t", "Ought\nto"]


@pytest.mark.parametrize(
    "text",
    [
        "sit on a fence",
        "the edge of the table, over the edge of it",
        "see red flags",
        "bite the apple",
        "a boat",
    ],
)
def test_plain_words_are_no_idioms(text: str) -> None:
    assert _all(IDIOMS, text) == []


@pytest.mark.parametrize("entry", (*WORDS, *IDIOMS), ids=lambda entry: entry.written[:24])
def test_each_entry_has_something_better(entry: Entry) -> None:
    assert entry.instead
    assert entry.pattern.search(" ") is None


@pytest.mark.parametrize(
    "text",
    [
        "This is not a message to your therapist.",
        "Your therapist does not read this page; nothing is sent.",
        "If you need them, use the ways you agreed.",
        "Ring the number that you both agreed on.",
    ],
)
def test_words_about_contact(text: str) -> None:
    assert _NOT_A_MESSAGE.search(text) or _AGREED.search(text)


@pytest.mark.parametrize("text", ["Write down what they would say.", "We agreed. The page is yours."])
def test_words_about_something_else(text: str) -> None:
    assert not (_NOT_A_MESSAGE.search(text) or _AGREED.search(text))


@pytest.mark.parametrize(
    ("written", "number", "same"),
    [
        ("1.800.273.8255", "1-800-273-8255", True),
        ("+1 800 273 8255", "1-800-273-8255", True),
        ("+44 8457 909090", "08457 90 90 90", True),
        ("1-800-799-7233", "1-800-273-8255", False),
        ("145645", "45645", False),
    ],
)
def test_numbers(written: str, number: str, same: bool) -> None:
    assert _same(written, number) is same
