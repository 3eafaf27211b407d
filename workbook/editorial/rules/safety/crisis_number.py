"""H014: numbers that have been replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbook.editorial.rule import Rule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic
from workbook.model.crisis import CrisisCountry
from workbook.model.text import texts


class Retired(NamedTuple):
    """A number that a service has had, by country, and what it has instead."""

    countries: tuple[str, ...]
    number: str
    instead: str


RETIRED = (
    Retired(("us",), "1-800-273-8255", "988, the Suicide & Crisis Lifeline (since July 2022)"),
    Retired(("ca",), "1-833-456-4566", "988, the Suicide Crisis Helpline (since November 2023)"),
    Retired(("ca",), "45645", "988 by text (since November 2023)"),
    Retired(("uk",), "08457 90 90 90", "116 123, Samaritans (since 2015)"),
    Retired(("uk",), "0845 46 47", "111, NHS 111 (since 2014)"),
    Retired(("uk",), "0845 767 8000", "SANEline's present number"),
    Retired(("uk",), "0870 170 4000", "0800 068 4141, Papyrus HOPELINE247"),
    Retired(("ie",), "1850 60 90 90", "116 123, Samaritans"),
    Retired(("ie",), "1890 303 302", "1800 80 48 48, Aware"),
)
"""Numbers known to have been replaced, from the services' own announcements."""

_NUMBER = re.compile(r"\+?\d[\d\s().-]*\d")


class CrisisNumber(Rule[CrisisCountry]):
    """A retired number among the crisis lines."""

    code = Code.CRISIS_NUMBER
    title = "a number that has been replaced"
    about = (CrisisCountry,)

    def check(self, subject: Subject[CrisisCountry]) -> Iterator[Diagnostic]:
        """Yield a finding for each such number."""
        for at in texts(subject.value):
            for match in _NUMBER.finditer(at.text):
                for retired in RETIRED:
                    if subject.value.id in retired.countries and _same(match[0], retired.number):
                        yield self.finding(
                            f"{match[0]} has been replaced.",
                            f"Use {retired.instead}, once you have looked it up.",
                            subject.document.span_of(at.location, match[0]),
                        )


def _same(written: str, number: str) -> bool:
    """Compare digits alone, with or without the international prefix."""
    digits, known = (re.sub(r"\D", "", text) for text in (written, number))
    return digits == known or (len(known) > 6 and digits.endswith(known.lstrip("01")))
