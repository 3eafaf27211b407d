"""A letter may be given away: what else its leaf carries is read from the finished file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import built_once
from tests.poppler import pages
from workbook.compose.handout import compose_handout
from workbook.compose.reader import Reader
from workbook.model.answers import LetterAnswer
from workbook.model.book import Book
from workbook.model.leaf import Leaf
from workbook.model.page import PAPERS, PROFILES, Sides
from workbook.model.workbook import Variant
from workbook.theme.lookup import Theme

SHEET, BEFORE, BEGUN, AFTER = (
    "ending-goodbye-letter",
    "What I keep, perhaps",
    "Now write.",
    "If it is too much",
)
LONG = 40
"""Lines of a letter that runs over to a second page."""
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


@pytest.mark.parametrize(("leaf", "back"), [(Leaf.TEAR_OUT, True), (Leaf.SINGLE_SIDED, False)])
def test_a_long_letter_goes_on_over_its_leaf_unless_the_sheet_is_one_sided(
    leaf: Leaf, back: bool, complete: Book, calm: Theme, shared: Path
) -> None:
    exercise = complete.exercises[SHEET]
    blocks = tuple(
        block.model_copy(update={"lines": LONG}) if isinstance(block, LetterAnswer) else block
        for block in exercise.blocks
    )
    long = exercise.model_copy(update={"blocks": blocks, "leaf": leaf})
    handout = compose_handout(long, Variant.FULL, (), complete.locale, calm, Reader())
    texts = [page.text for page in pages(built_once(shared, f"letter-long-{leaf}", handout).path)]
    begun = next(number for number, text in enumerate(texts) if BEGUN in text)
    words = complete.locale.leaf.empty
    assert begun % 2 == 0 and ("Goodbye from" in texts[begun + 1]) is back
    assert (words.for_ink in texts[begun + 1]) is not back
