"""An exercise's sections: its sheet and the therapist's notes; they depend on the exercise alone."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.compose.fields import sheet_fields
from workbook.compose.manuscript import Role, Section
from workbook.compose.reader import Audience
from workbook.compose.typesetter import Greeting, Typesetter
from workbook.model.answers import CardsAnswer
from workbook.model.exercise import Exercise
from workbook.model.leaf import Leaf
from workbook.model.workbook import Variant


def sheet_sections(
    typesetter: Typesetter,
    exercise: Exercise,
    variant: Variant = Variant.FULL,
    *,
    level: int = 2,
    greeting: Greeting | None = None,
) -> Iterator[Section]:
    """Yield the sheet, after the notes that face it in the therapist's edition.

    ``greeting`` is what a client's own handout says at its head.
    """
    if typesetter.reader.audience is Audience.THERAPIST and not exercise.hides("notes"):
        yield typesetter.section(
            Role.THERAPIST_NOTES,
            f"{typesetter.locale.notes.title}: {exercise.title}",
            id=f"notes-{sheet_id(exercise.id, variant)}",
            level=0,
            exercise=exercise,
        )
    blocks = exercise.blocks if variant is Variant.FULL else exercise.short.blocks
    cards = any(isinstance(block, CardsAnswer) for block in blocks)
    name, slots = sheet_id(exercise.id, variant), typesetter.with_slots(exercise.slots)
    yield typesetter.section(
        Role.EXERCISE,
        sheet_title(exercise, variant),
        id=name,
        level=level,
        template="exercise" if variant is Variant.FULL else "short",
        leaf=Leaf.TEAR_OUT if cards and exercise.leaf is Leaf.KEEP else exercise.leaf,
        cards=cards,
        fields=sheet_fields(typesetter.locale, slots["inline"], name, exercise, variant),
        exercise=exercise,
        short=exercise.short,
        greeting=greeting,
        **slots,
    )


def sheet_id(exercise_id: str, variant: Variant) -> str:
    """Return the section's id: the exercise's, marked where it is the short variant."""
    return exercise_id if variant is Variant.FULL else f"{exercise_id}-short"


def sheet_title(exercise: Exercise, variant: Variant) -> str:
    """Return the title that the sheet carries."""
    return exercise.title if variant is Variant.FULL else exercise.short.title
