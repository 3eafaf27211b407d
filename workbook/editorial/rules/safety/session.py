"""H013: a strong page begins in a session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook.editorial.rule import ExerciseRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic
from workbook.model.exercise import Exercise

STRONG = 3


class InSession(ExerciseRule):
    """A page of strength 3 has to say that it is to be started in session."""

    code = Code.NOT_IN_SESSION
    title = "a strong page without a session"

    def check(self, subject: Subject[Exercise]) -> Iterator[Diagnostic]:
        """Yield a finding where ``safety`` does not name the session."""
        exercise = subject.value
        if exercise.strength != STRONG or re.search(r"\bsessions?\b", exercise.safety or "", re.IGNORECASE):
            return
        yield self.finding(
            "A page of strength 3 has to say that it is started in a session.",
            "Say so in `safety`: Start this page in a session.",
            subject.span(("safety",) if exercise.safety else ("strength",)),
        )
