"""The grade against texts whose grade has been published, by others and by other means."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook.editorial.reading.grade import Measure, measured
from workbook.editorial.reading.sentences import sentences
from workbook.model.base import Markup

TOLERANCE = 0.7
"""Grades. Programs that count syllables by hand, by dictionary and by rule differ by so much on one text."""

PUBLISHED = [
    # Wikipedia, "Flesch–Kincaid readability tests": 13 words, 24 syllables; in many libraries' tests.
    ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.3),
    # Ibid.: one sentence of six words, each of one syllable; reading ease 116.
    ("The cat sat on the mat.", -1.45),
    # The documentation of readsight 1.0.5 on PyPI, which counts by TeX's points of hyphenation.
    (
        "We made an app that reads your text. It tells you how easy it is to read. "
        "You get a score in one second.",
        0.3,
    ),
    (
        "The parties acknowledge that any unauthorized disclosure of confidential information may cause "
        "irreparable harm. In such an event, the affected party shall be entitled to seek injunctive relief.",
        13.5,
    ),
    # Potter, B. (1902). The Tale of Peter Rabbit; graded in the samples of spacy_readability.
    ((Path(__file__).parent / "peter-rabbit.txt").read_text(encoding="utf-8"), 6.51),
]


@pytest.mark.parametrize(("text", "grade"), PUBLISHED, ids=lambda value: str(value)[:20])
def test_published_grades(text: str, grade: float) -> None:
    ours = measured(sentences(text, Markup.PLAIN), names_exempt=False).grade
    assert ours == pytest.approx(grade, abs=TOLERANCE)


def test_the_formula_of_kincaid_and_others() -> None:
    assert Measure(5, 100, 150).grade == pytest.approx(9.91)
    assert Measure(0, 0, 0).grade == 0


def test_names_are_exempt() -> None:
    text = "We walk to Constantinople with Alexandrina."
    strict, kind = (measured(sentences(text, Markup.PLAIN), names_exempt=exempt) for exempt in (False, True))
    assert (kind.words, kind.syllables) == (6, 6)
    assert strict.syllables == 14


def test_nothing_is_no_grade() -> None:
    assert measured([]).grade == 0
