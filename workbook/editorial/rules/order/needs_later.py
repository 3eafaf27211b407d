"""H022: what a page needs comes before it."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.editorial.rule import Rule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.workbook import Workbook
from workbook.source.references import exercises_of
from workbook.source.shelves import EXERCISES


class NeedsLater(Rule[Workbook]):
    """A page of a workbook that is better done after one that stands behind it."""

    code = Code.NEEDS_LATER
    title = "a page before the one that it needs"
    severity = Severity.WARNING
    about = (Workbook,)

    def check(self, subject: Subject[Workbook]) -> Iterator[Diagnostic]:
        """Yield a finding for each page with a page of its ``needs`` further back in the book."""
        pages = list(exercises_of(subject.value))
        for position, (location, name) in enumerate(pages):
            if not subject.library.has(EXERCISES, name):
                continue
            later = {page.name for page in pages[position + 1 :]} - {page.name for page in pages[:position]}
            for need in subject.library.exercise(name).value.needs:
                if need in later:
                    yield self.finding(
                        f"`{name}` is better done after `{need}`, which comes later.",
                        f"Put `{need}` before it.",
                        subject.span(location),
                    )
