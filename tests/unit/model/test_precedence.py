"""One rule says whose word counts; here is its table."""

from __future__ import annotations

import pytest

from workbook.model.practice import Practice, PracticeFile
from workbook.model.precedence import in_hands_of, look
from workbook.model.theme import TokenChanges
from workbook.model.workbook import Workbook

NOBODY = PracticeFile()
OURS = PracticeFile.model_validate(
    {
        "name": "Oak House",
        "phone": "020",
        "theme": "plain",
        "countries": ["ie"],
        "language": "fr",
        "tokens": {"accent": "#123456", "logo": "older.svg"},
        "logo": "oak.svg",
    }
)


def plan(**says: object) -> Workbook:
    part = {"title": "A", "intro": "A", "exercises": ["a"]}
    whole = {"id": "a", "version": "1.0.0", "title": "A", "subtitle": "A", "date": "2026-11-22", "about": "A"}
    return Workbook.model_validate({**whole, "parts": [part], **says})


@pytest.mark.parametrize(
    ("typed", "workbook", "own", "practice", "wanted"),
    [
        ("calm", plan(theme="warm"), True, OURS, "calm"),
        ("calm", None, False, OURS, "calm"),
        (None, plan(theme="warm"), True, OURS, "warm"),
        (None, plan(), True, OURS, "plain"),
        (None, plan(theme="warm"), False, OURS, "plain"),
        (None, None, False, OURS, "plain"),
        (None, plan(theme="warm"), True, NOBODY, "warm"),
        (None, plan(theme="warm"), False, NOBODY, "warm"),
        (None, plan(), False, NOBODY, "calm"),
        (None, None, False, NOBODY, "calm"),
    ],
)
def test_whose_theme(
    typed: str | None, workbook: Workbook | None, own: bool, practice: PracticeFile, wanted: str
) -> None:
    assert look(practice, typed, workbook, own=own).theme == wanted


def test_a_theme_that_is_named_closer_is_taken_as_it_is() -> None:
    ours = TokenChanges.model_validate({"accent": "#123456", "logo": "oak.svg"})
    logo = TokenChanges.model_validate({"logo": "oak.svg"})
    assert look(OURS, None, plan(theme="warm"), own=False).tokens == ours
    assert look(OURS, None, plan(), own=True).tokens == ours
    assert look(OURS, None, own=False).tokens == ours
    assert look(OURS, "plain", None, own=False).tokens == logo
    assert look(OURS, None, plan(theme="plain"), own=True).tokens == logo


@pytest.mark.parametrize(
    ("says", "own", "practice", "wanted"),
    [
        (["us", "uk"], True, OURS, ("us", "uk")),
        (["us", "uk"], False, OURS, ("ie",)),
        (["us", "uk"], False, NOBODY, ("us", "uk")),
        (None, True, OURS, ("ie",)),
        (None, True, NOBODY, ()),
    ],
)
def test_whose_countries(
    says: list[str] | None, own: bool, practice: PracticeFile, wanted: tuple[str, ...]
) -> None:
    workbook = plan() if says is None else plan(crisis=says)
    assert in_hands_of(practice, workbook, own=own).crisis == wanted


@pytest.mark.parametrize(
    ("says", "own", "practice", "wanted"),
    [
        ("de", True, OURS, "de"),
        ("de", False, OURS, "de"),
        (None, False, OURS, "en"),
        (None, True, OURS, "fr"),
    ],
)
def test_whose_language(says: str | None, own: bool, practice: PracticeFile, wanted: str) -> None:
    workbook = plan() if says is None else plan(language=says)
    assert in_hands_of(practice, workbook, own=own).language == wanted


def test_who_hands_it_out_key_by_key() -> None:
    workbook = plan(practice={"name": "The Annexe", "email": "annexe@example.org"})
    assert in_hands_of(OURS, workbook, own=True).practice == Practice(
        name="The Annexe", phone="020", email="annexe@example.org"
    )
    assert in_hands_of(OURS, plan(), own=False).practice == Practice(name="Oak House", phone="020")
    assert in_hands_of(NOBODY, workbook, own=True).practice == workbook.practice


def test_nothing_is_changed_in_place() -> None:
    workbook = plan()
    in_hands_of(OURS, workbook, own=True)
    assert workbook == plan()
