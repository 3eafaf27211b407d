"""What is of use only as a whole stands on one page: dialogues, ranked lists, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import built_once
from tests.poppler import pages
from workbook.compose.handout import compose_handout
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.page import PAPERS, PROFILES
from workbook.model.workbook import Variant
from workbook.theme.lookup import Theme

SHEETS = ["boundary-practice-run", "boundary-two-pulls", "rupture-priority-list", "bond-is-it-real"]


READERS = [("a4", "standard"), ("half-letter", "standard"), ("a4", "motor")]
"""On A5, in motor, five turns are taller than a page."""


@pytest.mark.parametrize(("paper", "profile"), READERS)
@pytest.mark.parametrize("sheet", SHEETS)
def test_it_stands_on_one_page(
    sheet: str, paper: str, profile: str, complete: Book, calm: Theme, shared: Path
) -> None:
    exercise = complete.exercises[sheet]
    reader = Reader(paper=PAPERS[paper], profile=PROFILES[profile])
    handout = compose_handout(exercise, Variant.FULL, (), complete.locale, calm, reader)
    texts = [page.text for page in pages(built_once(shared, f"held-{sheet}-{paper}-{profile}", handout).path)]
    sheet_words = complete.locale.sheet
    wholes = [(sheet_words.steps, exercise.steps[-1])]
    for block in exercise.blocks:
        if block.kind == "dialogue":
            last = block.turns[-1].who
            they, i = block.they or sheet_words.they_say, block.i or sheet_words.i_say
            said = they if last == "they" else i
            turns = sum(turn.who == last for turn in block.turns)
            assert any(block.prompt[:20] in text and text.count(said) == turns for text in texts)
        elif block.kind == "priorities":
            wholes.append((block.prompt, f" {block.places} "))
    for first, last_words in wholes:
        assert any(first[:20] in text and last_words[:30] in text for text in texts), first
