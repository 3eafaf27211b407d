"""An exercise in figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from workbook.editorial.reading.grade import measured
from workbook.editorial.reading.passages import Passage, Sheet, passages
from workbook.editorial.rules.shape.answers import answers
from workbook.editorial.rules.wording.grade import graded
from workbook.model.exercise import Exercise


class Statistics(NamedTuple):
    """Reading grades of the client's text and the notes; the full sheet's minutes and answers."""

    id: str
    grade: float
    notes_grade: float
    minutes: int
    answers: int


def statistics(exercise: Exercise) -> Statistics:
    """Return an exercise's figures."""
    return Statistics(
        exercise.id,
        _grade(exercise, lambda passage: passage.for_client),
        _grade(exercise, lambda passage: passage.sheet is Sheet.NOTES),
        exercise.minutes,
        answers(exercise),
    )


def _grade(exercise: Exercise, wanted: Callable[[Passage], bool]) -> float:
    texts = (passage for passage in passages(exercise) if wanted(passage))
    return round(measured(sentence for passage in texts for sentence in graded(passage)).grade, 1)
