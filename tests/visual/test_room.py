"""Room to write, measured in the finished file: in a blank, on a rung or in a list as much as on a line."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pymupdf
import pytest

from tests.conftest import built_once
from tests.poppler import MM, pages
from workbook.compose.handout import compose_handout
from workbook.compose.reader import Reader
from workbook.model.answers import Block
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.page import PROFILES, Profile
from workbook.model.workbook import Variant
from workbook.theme.lookup import Theme

KINDS = {"few-words", "ladder", "priorities"}
NEAR = 0.8
"""Millimetres that the thickest rule takes, or that a letter's box reaches below its foot."""


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda p: p.name)
def test_every_rule_has_a_lines_height_above_it(
    profile: Profile, every_kind: Exercise, sample: Book, calm: Theme, shared: Path
) -> None:
    blocks: tuple[Block, ...] = tuple(block for block in every_kind.blocks if block.kind in KINDS)
    assert {block.kind for block in blocks} == KINDS
    exercise = every_kind.model_copy(update={"blocks": blocks})
    reader = Reader(profile=profile, fillable=True)
    handout = compose_handout(exercise, Variant.FULL, (), sample.locale, calm, reader)
    pdf = built_once(shared, f"room-{profile.name}", handout)
    opened = pymupdf.open(str(pdf.path))  # type: ignore[no-untyped-call]
    seen = 0
    for number, page in enumerate(pages(pdf.path)):
        places = [[v / MM for v in widget.rect] for widget in opened[number].widgets()]  # type: ignore[no-untyped-call]
        for left, top, right, bottom in places:
            assert bottom - top >= profile.pitch - NEAR, (number, top, bottom)
            beside = (word for word in page.words if left < word.right and word.left < right)
            assert [w.text for w in beside if top + NEAR < w.bottom and w.top < bottom - NEAR] == []
            seen += 1
        for one, two in combinations(places, 2):
            across = min(one[2], two[2]) - max(one[0], two[0])
            down = min(one[3], two[3]) - max(one[1], two[1])
            assert across < NEAR or down < NEAR
    assert seen > 15
