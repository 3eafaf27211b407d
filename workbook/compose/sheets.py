"""An exercise's sections: its sheet and the therapist's notes; they depend on the exercise alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbook.compose.endings import parting
from workbook.compose.facing import pages_of_notes
from workbook.compose.fields import sheet_fields
from workbook.compose.manuscript import Medium, Role, Section
from workbook.compose.reader import Audience, Reader
from workbook.compose.typesetter import Greeting, Typesetter
from workbook.model.answers import CardsAnswer, LetterAnswer
from workbook.model.exercise import Exercise
from workbook.model.leaf import Leaf
from workbook.model.page import foot_letters
from workbook.model.workbook import Entry, Variant


def sheet_sections(
    typesetter: Typesetter,
    exercise: Exercise,
    entry: Entry,
    *,
    level: int = 2,
    greeting: Greeting | None = None,
) -> Iterator[Section]:
    """Yield the sheet as often as its entry says, after the notes that face it in the therapist's edition.

    ``greeting`` is what a client's own handout says at its head. An e-book has the sheet once, and says how
    often to do it: nothing is written on it.
    """
    variant = entry.variant
    if typesetter.reader.audience is Audience.THERAPIST and not exercise.hides("notes"):
        notes = typesetter.section(
            Role.THERAPIST_NOTES,
            f"{typesetter.locale.notes.title}: {exercise.title}",
            id=f"notes-{sheet_id(exercise.id, variant)}",
            level=0,
            exercise=exercise,
        )
        yield replace(notes, pages=pages_of_notes(typesetter.measures, typesetter.reader, notes.markup))
    blocks = exercise.blocks if variant is Variant.FULL else exercise.short.blocks
    cards = any(isinstance(block, CardsAnswer) for block in blocks)
    letter = any(isinstance(block, LetterAnswer) for block in blocks)
    slots = typesetter.with_slots(exercise.slots)
    for copy in range(1, entry.copies + 1 if typesetter.medium is Medium.PRINT else 2):
        name = sheet_id(exercise.id, variant, copy)
        sheet = typesetter.section(
            Role.EXERCISE,
            sheet_title(exercise, variant),
            id=name,
            level=level if copy == 1 else 0,
            template="exercise" if variant is Variant.FULL else "short",
            leaf=_leaf(exercise, variant, cards=cards, letter=letter),
            fields=sheet_fields(typesetter.locale, slots["inline"], name, exercise, variant),
            source=source_of(exercise),
            exercise=exercise,
            short=exercise.short,
            greeting=greeting,
            entry=entry,
            copy=copy,
            parting=parting(typesetter.measures, typesetter.reader, exercise, variant),
            day=typesetter.locale.dates.written(entry.date) if entry.date else "",
            **slots,
        )
        yield replace(sheet, cards=cards, letter=letter and variant is Variant.FULL)


def _leaf(exercise: Exercise, variant: Variant, *, cards: bool, letter: bool) -> Leaf:
    """Return what becomes of a sheet's paper; what is cut up is never kept, and has nothing on its backs.

    A short sheet has its cards or its letter on the page itself, a full one on a leaf of their own.
    """
    short = variant is Variant.SHORT
    if short and cards:
        return Leaf.SINGLE_SIDED
    taken = cards or (short and letter)
    return Leaf.TEAR_OUT if taken and exercise.leaf is Leaf.KEEP else exercise.leaf


def source_of(exercise: Exercise) -> str:
    """Return what the foot says of a sheet's origin: its name, its version and its licence."""
    return f"{exercise.id} {exercise.version} · {exercise.provenance.licence.replace('-', ' ')}"


def foot_name(name: str, exercises: Iterable[Exercise], reader: Reader) -> str:
    """Return who stands in the feet before the origin, or nothing where that would take a second line."""
    longest = max(len(source_of(exercise)) for exercise in exercises)
    return name if len(name) + 3 + longest <= foot_letters(reader.paper, reader.profile) else ""


def sheet_id(exercise_id: str, variant: Variant, copy: int = 1) -> str:
    """Return the section's id: the exercise's, marked where it is the short variant or a further copy.

    **Why** two hyphens before a copy's number: no exercise's own id has them.
    """
    name = exercise_id if variant is Variant.FULL else f"{exercise_id}-short"
    return name if copy == 1 else f"{name}--{copy}"


def sheet_title(exercise: Exercise, variant: Variant) -> str:
    """Return the title that the sheet carries."""
    return exercise.title if variant is Variant.FULL else exercise.short.title
