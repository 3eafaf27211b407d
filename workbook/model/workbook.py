"""A workbook: which exercises, in which parts, between which front and back matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from workbook.model.base import Inline, Language, Model, Plain, Prose, Slug, Version
from workbook.model.practice import Practice


class Variant(StrEnum):
    """Which sheet of an exercise."""

    FULL = "full"
    SHORT = "short"


class Entry(Model):
    """An exercise's place in a part. In YAML its id alone is enough."""

    exercise: Slug
    variant: Variant = Variant.FULL
    copies: int = Field(default=1, ge=1, le=31, description="How many of this sheet: seven for a week's log.")
    note: Inline | None = Field(default=None, description="A word of yours, printed at the sheet's head.")
    date: dt.date | None = Field(
        default=None, description="The day that the sheet is for, or with copies the first one."
    )


def _entry(value: object) -> object:
    return {"exercise": value} if isinstance(value, str) else value


EntryOrId = Annotated[Entry, BeforeValidator(_entry, json_schema_input_type=Slug | Entry)]


class Part(Model):
    """A part of the workbook: a title, a word of welcome, its exercises."""

    title: Plain
    intro: Prose
    exercises: tuple[EntryOrId, ...] = Field(min_length=1, max_length=60)


class TextPage(Model):
    """A page of one's own words in the front or back matter."""

    id: Slug
    title: Plain
    text: Prose


def _name_or_page(value: object) -> str:
    return "name" if isinstance(value, str) else "page"


FrontMatter = Annotated[
    Annotated[Literal["title-page", "how-to-use", "contents", "needs"], Tag("name")]
    | Annotated[TextPage, Tag("page")],
    Discriminator(_name_or_page),
]
BackMatter = Annotated[
    Annotated[Literal["notes", "glossary", "crisis", "sources", "index", "colophon"], Tag("name")]
    | Annotated[TextPage, Tag("page")],
    Discriminator(_name_or_page),
]


class Workbook(Model):
    """A workbook's plan."""

    id: Slug
    version: Version
    title: Plain
    subtitle: Plain
    language: Language = "en"
    date: dt.date = Field(description="Printed in the colophon and kept as the files' date.")
    about: Inline = Field(description="What it is and for whom, in a sentence or two.")
    theme: Slug = "calm"
    practice: Practice = Practice()
    front: tuple[FrontMatter, ...] = ("title-page", "how-to-use", "contents", "needs")
    parts: tuple[Part, ...] = Field(min_length=1, max_length=20)
    back: tuple[BackMatter, ...] = (
        "notes",
        "glossary",
        "crisis",
        "sources",
        "index",
        "colophon",
    )
    notes_pages: int = Field(default=2, ge=1, le=20)
    crisis: tuple[Slug, ...] = Field(
        default=(),
        max_length=12,
        description="Countries whose crisis lines the workbook carries: us, uk, ie. Without it, those of "
        "your practice, or else all.",
    )

    def entries(self) -> Iterator[Entry]:
        """Yield every exercise's entry in reading order."""
        for part in self.parts:
            yield from part.exercises
