"""Ruled lines as markup: as many as asked for, evenly apart, none alone on a page."""

from __future__ import annotations

import re

import pytest

from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.compose.typesetter import Typesetter
from workbook.model.locale import Locale
from workbook.model.page import PROFILES, Profile
from workbook.model.practice import Practice
from workbook.theme.lookup import Theme


@pytest.fixture(params=list(PROFILES.values()), ids=list(PROFILES))
def typesetter(request: pytest.FixtureRequest, calm: Theme, english: Locale) -> Typesetter:
    return Typesetter(calm, english, Practice(), Reader(profile=request.param), Medium.PRINT)


@pytest.mark.parametrize("room", range(1, 31))
def test_as_many_lines_as_asked_for_and_none_alone(typesetter: Typesetter, room: int) -> None:
    pictures = _pictures(typesetter, room=room)
    counts = [len(lines) for _, lines in pictures]
    assert sum(counts) == room
    assert min(counts) >= min(room, 2)
    assert len(counts) == 1 or room > 4


@pytest.mark.parametrize("room", [1, 2, 5, 12])
def test_lines_stand_a_pitch_apart_across_pictures(typesetter: Typesetter, room: int) -> None:
    profile: Profile = typesetter.measures.profile
    top, found = 0.0, []
    for height, lines in _pictures(typesetter, room=room):
        found += [top + line for line in lines]
        top += height
    first = 1.3 * profile.pitch - profile.rule * 25.4 / 72 / 2
    assert found == pytest.approx([first + n * profile.pitch for n in range(room)], abs=0.03)


def test_whole_room_is_one_picture(typesetter: Typesetter) -> None:
    assert len(_pictures(typesetter, room=25, whole=True)) == 1


def _pictures(typesetter: Typesetter, **context: object) -> list[tuple[float, list[float]]]:
    """Return each picture's height and where its lines stand in it, in millimetres."""
    markup = typesetter.fill("parts/rules.html", **context)
    found = []
    for height, path in re.findall(r'height: ([\d.]+)mm".*? d="([^"]+)"', markup):
        steps = [float(step) for step in re.findall(r"(?:M0|m-100) ([\d.]+)h100", path)]
        found.append((float(height), [sum(steps[: n + 1]) for n in range(len(steps))]))
    return found
