"""H012: the words about contact on an internalising page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook.editorial.reading.passages import Sheet
from workbook.editorial.rule import ExerciseRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic
from workbook.model.exercise import Exercise, Kind

_NOT_A_MESSAGE = re.compile(
    r"\b(?:not|never|isn['’]t|cannot|doesn['’]t|nothing|no|nobody|no one)\b[^.?!]{0,60}"
    r"\b(?:messages?|reach(?:es)?|sent|send)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:ways?|means|contact|call|phone|reach|touch|number)\b[^.?!]{0,60}\bagreed\b|\bagreed\b[^.?!]{0,60}"
    r"\b(?:ways?|means|contact|call|phone|reach|touch|number)\b",
    re.IGNORECASE,
)


class ContactSentence(ExerciseRule):
    """A page that calls up the therapist has to say that it does not reach the therapist.

    **Why**: someone who writes to an absent person on a bad night may wait for an answer.
    """

    code = Code.NO_CONTACT_SENTENCE
    title = "no words about contact"

    def check(self, subject: Subject[Exercise]) -> Iterator[Diagnostic]:
        """Yield a finding for each sheet that does not say so."""
        if subject.value.kind is not Kind.INTERNALISING:
            return
        for sheet, key in ((Sheet.FULL, "kind"), (Sheet.SHORT, "short")):
            words = "\n".join(p.text for p in subject.client_passages if p.sheet is sheet)
            if not (_NOT_A_MESSAGE.search(words) or _AGREED.search(words)):
                yield self.finding(
                    f"On {sheet} nothing says that writing here does not reach the therapist.",
                    "Say that it is not a message to the therapist, and name the ways of contact you agreed.",
                    subject.span((key,)),
                )
