"""What is allowed and yet needs a word: help lines that have grown old, a workbook without them."""

from __future__ import annotations

import datetime as dt

from workbook.errors import Code, Diagnostic, Severity
from workbook.model.crisis import CrisisCountry
from workbook.model.exercise import Exercise
from workbook.model.workbook import Workbook
from workbook.source.judging import meant
from workbook.source.library import Library
from workbook.source.loading import Loaded
from workbook.source.references import neighbours_of
from workbook.source.shelves import EXERCISES


def old_entries(country: Loaded[CrisisCountry], today: dt.date) -> list[Diagnostic]:
    """Warn of help lines that were checked more than twelve months before ``today``."""
    return [
        Diagnostic(
            Code.CRISIS_OLD,
            f"“{line.name}” was last checked on {line.verified_on}, more than twelve months ago.",
            "Ring or look up the service, mend what has changed, and write today's date in `verified_on`.",
            country.document.span(("lines", position, "verified_on")),
            Severity.WARNING,
        )
        for position, line in enumerate(country.value.lines)
        if line.verified_on < _a_year_before(today)
    ]


def without_crisis_page(workbook: Loaded[Workbook]) -> list[Diagnostic]:
    """Warn of a workbook whose back matter leaves the crisis page out."""
    if "crisis" in workbook.value.back:
        return []
    return [
        Diagnostic(
            Code.NO_CRISIS_PAGE,
            "This workbook has no crisis page.",
            "Add `crisis` to `back`; a client may open the book on a bad night.",
            workbook.document.span(("back",)),
            Severity.WARNING,
        )
    ]


def lost_neighbours(exercise: Loaded[Exercise], library: Library) -> list[Diagnostic]:
    """Warn of exercises in ``needs`` and ``next`` that there are not.

    **Why** a warning: nothing of the sheet is missing, and the other exercise may be yet to come.
    """
    return [
        Diagnostic(
            Code.UNKNOWN_EXERCISE,
            f"There is no exercise `{name}`.",
            _if_unlike(name, library),
            exercise.document.span(location),
            Severity.WARNING,
        )
        for location, name in neighbours_of(exercise.value)
        if not library.has(EXERCISES, name)
    ]


def _a_year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - 1, day=28)


def _if_unlike(name: str, library: Library) -> str:
    like = meant.closest(name, library.exercise_ids())
    return f"Did you mean `{like}`?" if like else "Take it out, or leave it until that exercise is written."
