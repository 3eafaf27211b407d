"""What a build says about a workbook's crisis page and lines."""

from __future__ import annotations

import datetime as dt

from workbook.editorial.rules.safety.crisis_age import CrisisAge
from workbook.editorial.rules.safety.crisis_page import CrisisPage
from workbook.editorial.subject import Subject
from workbook.errors import Diagnostic
from workbook.source.library import Library


def of_book(reference: str, library: Library, today: dt.date) -> list[Diagnostic]:
    """Return the warnings about a workbook and what it names, for a build to print.

    It also has what changed in an exercise where the project has words of its own.

    **Why** these two rules alone: the others are the writer's concern, and they read a dictionary first.

    Raises:
        FindingsError: the workbook cannot be built.
    """
    workbook = library.workbook(reference)
    library = library.around(workbook.path)
    book = library.book(reference)
    findings = [finding for name in book.exercises for finding in library.exercise(name).findings]
    findings += CrisisPage().check(Subject(workbook, library, today))
    for country in book.countries:
        findings += CrisisAge().check(Subject(library.country(country.id), library, today))
    return sorted(findings, key=Diagnostic.sort_key)
