from __future__ import annotations

import pytest

from workbook.model.page import FOOT_LETTERS, INCH, PAPERS, PROFILES, Paper, Profile, foot_letters, margins

EVERY = [(paper, profile) for paper in PAPERS.values() for profile in PROFILES.values()]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda p: p.name)
def test_lines_are_never_closer_than_three_to_the_inch(profile: Profile) -> None:
    assert profile.pitch >= INCH / 3
    assert profile.rule >= 0.75


def test_large_print_keeps_to_its_published_figures() -> None:
    large = PROFILES["large-print"]
    assert (large.minimum, large.title, large.heading, large.rule) == (18, 22, 20, 2)
    assert large.leading >= 1.15
    for paper in PAPERS.values():
        white = margins(paper, large)
        assert min(white.top, white.bottom, white.inside, white.outside) >= INCH


@pytest.mark.parametrize(("paper", "profile"), EVERY, ids=lambda value: value.name)
def test_printers_can_reach_every_edge_and_binding_has_room(paper: Paper, profile: Profile) -> None:
    white = margins(paper, profile)
    assert min(white.top, white.bottom, white.outside) >= 6.35
    assert white.inside >= white.outside
    if paper.name in {"a4", "letter"}:
        assert white.inside >= 22


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda p: p.name)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_sheets_origin_has_room_in_one_line_of_the_foot(paper: str, profile: Profile) -> None:
    assert foot_letters(PAPERS[paper], profile) >= FOOT_LETTERS[1]
