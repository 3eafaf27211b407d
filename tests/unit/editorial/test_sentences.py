from __future__ import annotations

import pytest

from workbook.editorial.reading.sentences import sentences, shown
from workbook.model.base import Markup


def read(text: str, markup: Markup = Markup.PROSE) -> list[str]:
    return [" ".join(sentence.words) for sentence in sentences(text, markup)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three", ["One", "Two", "Three"]),
        ("Mr. Pell and Dr. Ames sat, e.g. Here", ["Mr Pell and Dr Ames sat e g Here"]),
        ("A. J. Lange wrote it. Then", ["A J Lange wrote it", "Then"]),
        ("Call at 9.30 or … not", ["Call at 9 30 or not"]),
        ("It is **very _dry_** here", ["It is very dry here"]),
        ("A snake_case word", ["A snake case word"]),
        ("See [the page](https://example.org/a.b). Then", ["See the page", "Then"]),
        ("- one\n- two\n\nthree\nfour", ["one", "two", "three four"]),
        ("**Who:** my aunt. **When**: at tea", ["Who", "my aunt", "When", "at tea"]),
        ("Ask {{ practice.therapist }} first", ["Ask it first"]),
        ("No “always” and no “never ever”", ["No always and no never ever"]),
        ("She’s cross-legged", ["She’s cross-legged"]),
        ("…", []),
    ],
)
def test_reading(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_speech_is_a_sentence_for_itself() -> None:
    text = "He said “I am going home. Now then” and left. “Please do not go!” She sat."
    found = sentences(text, Markup.PROSE)
    assert [(" ".join(s.words), s.quoted) for s in found] == [
        ("He said and left", False),
        ("I am going home", True),
        ("Now then", True),
        ("Please do not go", True),
        ("She sat", False),
    ]


def test_straight_quotation_marks_are_read_too() -> None:
    assert [s.quoted for s in sentences('Say "I would rather not". Then go.', Markup.INLINE)] == [
        False,
        True,
        False,
    ]


def test_places_are_those_of_the_text_as_written() -> None:
    text = "A **bold** start. See [here](https://example.org) {{ practice.name }} now."
    first, second = sentences(text, Markup.INLINE)
    assert text[first.start : first.end] == "A **bold** start."
    assert text[second.start : second.end] == "See [here](https://example.org) {{ practice.name }} now."


def test_markdown_in_plain_text_is_letters() -> None:
    assert read("- one\n- two", Markup.PLAIN) == ["one two"]


def test_long_sentences_are_shown_short() -> None:
    text = "word " * 40
    (sentence,) = sentences(text, Markup.PLAIN)
    assert shown(text, sentence).endswith("…")
    assert len(shown(text, sentence)) <= 90
