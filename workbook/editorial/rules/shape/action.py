"""H005: one action in a step."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook.editorial.data import listed
from workbook.editorial.reading.sentences import Sentence, sentences
from workbook.editorial.rule import ExerciseRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.base import Markup
from workbook.model.exercise import Exercise
from workbook.model.text import Location

MOST = 15
"""Words in a step. Source: content design, "Plain language"."""

_THEN = re.compile(r"\band then\b|[;,] then\b|\bafter that\b", re.IGNORECASE)
_NOT_AN_ORDER = listed("not-orders")
"""Words that begin a sentence which tells something and does not ask for an action."""


class OneAction(ExerciseRule):
    """A step that asks for two things, or says one at length."""

    code = Code.ONE_ACTION
    title = "one action in a step"
    severity = Severity.WARNING

    def check(self, subject: Subject[Exercise]) -> Iterator[Diagnostic]:
        """Yield a finding for each step that holds more than one action."""
        exercise = subject.value
        sheets: tuple[tuple[Location, tuple[str, ...]], ...] = (
            (("steps",), exercise.steps),
            (("short", "steps"), exercise.short.steps),
        )
        for location, steps in sheets:
            for number, step in enumerate(steps):
                if problem := _problem(step):
                    yield self.finding(
                        problem,
                        "Make two steps of it, or leave one action out.",
                        subject.span((*location, number)),
                    )


def _problem(step: str) -> str | None:
    read = sentences(step, Markup.INLINE)
    if _THEN.search(step):
        return f"This step asks for one thing after another: “{step}”."
    if sum(_is_order(sentence) for sentence in read) > 1:
        return f"This step asks for two things: “{step}”."
    words = sum(len(sentence.words) for sentence in read)
    return f"This step has {words} words, and {MOST} is the most." if words > MOST else None


def _is_order(sentence: Sentence) -> bool:
    return not sentence.quoted and sentence.words[0].casefold() not in _NOT_AN_ORDER
