"""H006: how many answers a sheet asks for."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.editorial.rule import ExerciseRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic
from workbook.model.answers import Passage
from workbook.model.exercise import Exercise

MOST = 12
"""Answers on a sheet, the line for the next session among them. Source: content design."""


def answers(exercise: Exercise) -> int:
    """Count what a full sheet asks for: each block with room to write, and the line to bring."""
    return len(exercise.answers) + 1


class TooManyAnswers(ExerciseRule):
    """A sheet that asks for more than twelve answers."""

    code = Code.TOO_MANY_ANSWERS
    title = "too many answers"

    def check(self, subject: Subject[Exercise]) -> Iterator[Diagnostic]:
        """Yield a finding at the first answer that is one too many."""
        asked = [i for i, block in enumerate(subject.value.blocks) if not isinstance(block, Passage)]
        if answers(subject.value) > MOST:
            yield self.finding(
                f"This sheet asks for {answers(subject.value)} answers, the line to bring among them; "
                f"{MOST} is the most.",
                "Leave out what matters least, or make a second exercise of it.",
                subject.span(("blocks", asked[MOST - 1])),
            )
