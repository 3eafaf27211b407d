"""A letter may be given away: what else its leaf carries is read from the finished file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import built_once
from tests.poppler import pages
from workbook.compose.handout import compose_handout
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.page import PAPERS, PROFILES, Sides
from workbook.model.workbook import Variant
from workbook.theme.lookup import Theme

SHEET, BEFORE, BEGUN, AFTER = (
    "ending-goodbye-letter",
    "Who may see the letter?",
    "Now write.",
    "If it is too much",
)
READERS = [
    (paper, profile, sides)
    for paper, profile in [("a4", "standard"), ("half-letter", "motor"), ("a4", "large-print")]
    for sides in Sides
]


@pytest.mark.parametrize(("paper", "profile", "sides"), READERS)
def test_nothing_else_is_on_a_letters_leaf(
    paper: str, profile: str, sides: Sides, complete: Book, calm: Theme, shared: Path
) -> None:
    exercise = complete.exercises[SHEET]
    reader = Reader(paper=PAPERS[paper], profile=PROFILES[profile], sides=sides)
    handout = compose_handout(exercise, Variant.FULL, (), complete.locale, calm, reader)
    texts = [
        page.text for page in pages(built_once(shared, f"letter-{paper}-{profile}-{sides}", handout).path)
    ]
    [before], [begun], [after] = (
        [number for number, text in enumerate(texts) if words in text] for words in (BEFORE, BEGUN, AFTER)
    )
    assert before < begun < after
    if sides is Sides.DOUBLE:
        assert begun % 2 == 0 and after % 2 == 0
        beside = texts[before + 1 : begun]
        assert all(complete.locale.leaf.empty.for_letter in text for text in beside)
