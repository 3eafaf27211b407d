"""H016: what the answers are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook.editorial.reading.sentences import WORD
from workbook.editorial.rule import ExerciseRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.answers import Answer, Block
from workbook.model.exercise import Exercise
from workbook.model.text import Location

MOST = 6
"""Words in a label: it is read aloud in front of every field, and stands in lists."""


class Label(ExerciseRule):
    """A label that says the same as its prompt or as another label, or says it at length."""

    code = Code.LABEL
    title = "a label that does not help"
    severity = Severity.WARNING

    def check(self, subject: Subject[Exercise]) -> Iterator[Diagnostic]:
        """Yield a finding for each such label."""
        exercise = subject.value
        yield from self._on_sheet(subject, (), exercise.blocks)
        yield from self._on_sheet(subject, ("short",), exercise.short.blocks)

    def _on_sheet(
        self, subject: Subject[Exercise], sheet: Location, blocks: Sequence[Block]
    ) -> Iterator[Diagnostic]:
        seen: set[tuple[str, ...]] = set()
        for number, block in enumerate(blocks):
            span = subject.span((*sheet, "blocks", number, "label"))
            words = _words(block.label)
            if isinstance(block, Answer) and words == _words(block.prompt):
                yield self.finding(
                    "This label repeats its prompt, so that it is read aloud twice.",
                    "Name the answer in two to six words: what it is, not what to do.",
                    span,
                )
            if len(words) > MOST:
                yield self.finding(
                    f"This label has {len(words)} words, and {MOST} is the most.",
                    "Name the answer; what to do belongs in the prompt.",
                    span,
                )
            if words in seen:
                yield self.finding(
                    f"Two blocks of one sheet are called “{block.label}”.",
                    "Give each a label of its own, so that a list of answers can be read.",
                    span,
                )
            seen.add(words)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in WORD.findall(text))
