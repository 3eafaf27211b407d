"""A workbook with all that it names: ready to be composed, nothing left to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbook.model.crisis import CrisisCountry
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.workbook import Workbook


@dataclass(frozen=True)
class Book:
    """A workbook, the exercises and countries that it names, and the words of its language."""

    workbook: Workbook
    exercises: Mapping[str, Exercise]
    countries: tuple[CrisisCountry, ...]
    locale: Locale
