"""H002: help lines that nobody has looked up for a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from workbook.editorial.rule import Rule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.crisis import CrisisCountry


class CrisisAge(Rule[CrisisCountry]):
    """Help lines that were checked more than twelve months ago."""

    code = Code.CRISIS_OLD
    title = "crisis lines are old"
    severity = Severity.WARNING
    about = (CrisisCountry,)

    def check(self, subject: Subject[CrisisCountry]) -> Iterator[Diagnostic]:
        """Yield a finding for each such line."""
        for position, line in enumerate(subject.value.lines):
            if line.verified_on < _a_year_before(subject.today):
                yield self.finding(
                    f"“{line.name}” was last checked on {line.verified_on}, more than twelve months ago.",
                    "Ring or look up the service, mend what has changed, and write today's date in "
                    "`verified_on`.",
                    subject.span(("lines", position, "verified_on")),
                )


def _a_year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - 1, day=28)
