from __future__ import annotations

import pytest

from workbook.model.page import MARGINS, PAPERS, PITCH, note_lines


def test_lines_are_never_closer_than_three_to_the_inch() -> None:
    assert PITCH >= 25.4 / 3


def test_the_binding_side_leaves_room_for_holes() -> None:
    assert MARGINS.inside >= 22
    assert min(MARGINS.outside, MARGINS.top, MARGINS.bottom) >= 6.35


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda p: p.name)
def test_a_page_of_notes_fills_its_paper(paper: object) -> None:
    from workbook.model.page import Paper

    assert isinstance(paper, Paper)
    room = paper.height - MARGINS.top - MARGINS.bottom - 34
    assert 0 <= room - note_lines(paper) * PITCH < PITCH
