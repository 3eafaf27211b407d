"""A changed sheet leaves out what is hidden, and says that it was changed."""

from __future__ import annotations

import pytest

from tests.conftest import FIXTURES
from workbook.compose.handout import compose_handout
from workbook.compose.reader import Audience, Reader
from workbook.model.exercise import Exercise, Hideable, Origin
from workbook.model.locale import Locale
from workbook.model.practice import Practice
from workbook.model.workbook import Variant
from workbook.source.loading import load
from workbook.theme.lookup import Theme

SHEET = load(FIXTURES / "plain-sheet.yaml", Exercise).value
ORIGIN = Origin(exercise="plain-sheet", version="1.0.0", title="A plain sheet")
FIRST_WORDS = {
    Hideable.GOOD_FOR: "You test a template.",
    Hideable.GROUNDING: "Feel the chair.",
    Hideable.STEPS: "Read it.",
    Hideable.EXAMPLE: "Two lines:",
    Hideable.SHARE: "Keep it or show it.",
    Hideable.BRING: "One thing",
    Hideable.SHORT_STEPS: "Look.",
    Hideable.NOTES: "Because.",
    Hideable.WHY: "Because.",
    Hideable.INTRODUCE: "Say it.",
    Hideable.WATCH_FOR: "a frown",
    Hideable.NOT_FOR: "nobody",
    Hideable.REVIEW: "What now?",
    Hideable.FRAMEWORKS: "templates",
    Hideable.SOURCES: "Nobody (2000)",
}


def markup(exercise: Exercise, locale: Locale, theme: Theme, practice: Practice | None = None) -> str:
    reader = Reader(Audience.THERAPIST)
    return "".join(
        section.markup
        for variant in Variant
        for section in compose_handout(exercise, variant, (), locale, theme, reader, practice).sections
    )


@pytest.mark.parametrize("part", Hideable)
def test_a_hidden_part_is_not_printed(part: Hideable, english: Locale, calm: Theme) -> None:
    words = FIRST_WORDS[part]
    assert words in markup(SHEET, english, calm)
    hidden = markup(SHEET.model_copy(update={"hide": (part,)}), english, calm)
    assert words not in hidden
    assert "Start this page in a session." in hidden
    assert "Stop here." in hidden


def test_a_changed_sheet_says_so(english: Locale, calm: Theme) -> None:
    provenance = SHEET.provenance.model_copy(update={"changed_from": ORIGIN})
    changed = SHEET.model_copy(update={"title": "Mine", "provenance": provenance})
    assert 'class="changed"' not in markup(SHEET, english, calm)
    assert "Changed. Original: “A plain sheet”, plain-sheet 1.0.0, CC-BY-4.0." in markup(
        changed, english, calm
    )
    named = markup(changed, english, calm, Practice(name="Harbour & Hill"))
    assert named.count("Changed by Harbour &amp; Hill. Original: “A plain sheet”") == 2
