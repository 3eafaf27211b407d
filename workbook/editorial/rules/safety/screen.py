"""H011: the screen in front of a boundary page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook.editorial.rule import ExerciseRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic
from workbook.model.exercise import Exercise, Kind

_DANGER = re.compile(
    r"\b(?:violen\w*|hurts?\b|harm\w*|hits?\b|controls?\b|controlling|unsafe|not (?:be |feel )?safe|threat\w*"
    r"|danger\w*|force|afraid|frighten\w*|fear\w*|abus\w*|attack\w*|lash(?:es)? out|reveng\w*|punish\w*)",
    re.IGNORECASE,
)


class SafetyScreen(ExerciseRule):
    """A page about speaking up has to say when not to.

    **Why**: to someone who answers with violence or control, a clear no can bring harm.
    """

    code = Code.NO_SAFETY_SCREEN
    title = "no safety screen"

    def check(self, subject: Subject[Exercise]) -> Iterator[Diagnostic]:
        """Yield a finding where ``safety`` is missing or names no danger."""
        exercise = subject.value
        if exercise.kind is not Kind.BOUNDARY_REHEARSAL or _DANGER.search(exercise.safety or ""):
            return
        yield self.finding(
            "A boundary page has to say when speaking up is not safe: where violence or control may follow.",
            "Say it in `safety`, in plain words (hurt, threatened, controlled), and whom to turn to.",
            subject.span(("safety",) if exercise.safety else ("kind",)),
        )
