"""H021: how a workbook begins."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.editorial.rule import Rule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.workbook import Variant, Workbook
from workbook.source.references import exercises_of
from workbook.source.shelves import EXERCISES

STRONG = 3
"""The strength of a page that is to be started in a session."""


class StrongFirst(Rule[Workbook]):
    """A workbook whose first page is one to be started in a session."""

    code = Code.STRONG_FIRST
    title = "a strong page first"
    severity = Severity.WARNING
    about = (Workbook,)

    def check(self, subject: Subject[Workbook]) -> Iterator[Diagnostic]:
        """Yield a finding where the first page is of strength 3; its two-minute page is light."""
        entry, (location, name) = next(zip(subject.value.entries(), exercises_of(subject.value), strict=True))
        if entry.variant is Variant.SHORT or not subject.library.has(EXERCISES, name):
            return
        if subject.library.exercise(name).value.strength == STRONG:
            yield self.finding(
                f"The first page, `{name}`, is one to be started in a session.",
                "Let a lighter page come first, so that nobody opens the book alone on this one.",
                subject.span(location),
            )
