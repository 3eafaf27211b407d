"""H001: the crisis page of a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.editorial.rule import Rule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.workbook import Workbook


class CrisisPage(Rule[Workbook]):
    """A workbook whose back matter leaves the crisis page out."""

    code = Code.NO_CRISIS_PAGE
    title = "no crisis page"
    severity = Severity.WARNING
    about = (Workbook,)

    def check(self, subject: Subject[Workbook]) -> Iterator[Diagnostic]:
        """Yield a finding where ``crisis`` is not in ``back``."""
        if "crisis" not in subject.value.back:
            yield self.finding(
                "This workbook has no crisis page.",
                "Add `crisis` to `back`; a client may open the book on a bad night.",
                subject.span(("back",)),
            )
