"""The sorts of content, and the folder that each lies in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from workbook.errors import Code
from workbook.model.change import Change
from workbook.model.client import Client
from workbook.model.crisis import CrisisCountry
from workbook.model.edition import Edition
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.workbook import Workbook

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """One sort of content: its ``folder`` in a project, and ``mark``, a key that no other sort has."""

    kind: str
    folder: str
    model: type[T]
    mark: str
    unknown: Code
    noun: str


EXERCISES = Shelf("exercise", "exercises", Exercise, "blocks", Code.UNKNOWN_EXERCISE, "exercise")
WORKBOOKS = Shelf("workbook", "workbooks", Workbook, "parts", Code.UNKNOWN_WORKBOOK, "workbook")
CRISIS = Shelf(
    "crisis", "crisis", CrisisCountry, "emergency", Code.UNKNOWN_COUNTRY, "country with crisis lines"
)
LOCALES = Shelf("locale", "locale", Locale, "sheet", Code.UNKNOWN_LANGUAGE, "language")
CHANGES = Shelf("change", "changes", Change, "exercise", Code.UNKNOWN_EXERCISE, "change to an exercise")
EDITIONS = Shelf("edition", "editions", Edition, "workbook", Code.UNKNOWN_EDITION, "edition")

CLIENTS = Shelf("client", "clients", Client, "code", Code.UNKNOWN_CLIENT, "client")

SHELVES: tuple[
    Shelf[Exercise]
    | Shelf[Change]
    | Shelf[Workbook]
    | Shelf[CrisisCountry]
    | Shelf[Locale]
    | Shelf[Edition]
    | Shelf[Client],
    ...,
] = (
    EXERCISES,
    CHANGES,
    WORKBOOKS,
    CRISIS,
    LOCALES,
    EDITIONS,
    CLIENTS,
)
