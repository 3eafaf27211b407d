"""A client's file: what the pages made for one person say, under a code."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from workbook.model.base import Language, Model, Slug
from workbook.model.code import read_code
from workbook.model.page import PROFILES
from workbook.model.personal import Personal


def _is_code(text: str) -> str:
    if read_code(text) != text:
        raise ValueError("code: its last sign does not fit the others")
    return text


def _letters(most: int) -> StringConstraints:
    return StringConstraints(min_length=1, max_length=most, strip_whitespace=True)


def _some(slots: object) -> object:
    """**Why**: a key whose lines are all comments has no value, and nothing is meant by it."""
    return {} if slots is None else slots


Said = Annotated[str, _letters(300)] | dt.date
"""A client's own words, as letters and nothing else, or a day."""


class Client(Model):
    """One client. No text of it is read as Markdown, and no finding repeats what stands in it."""

    code: Annotated[str, AfterValidator(_is_code)] = Field(
        description="As `workbook client new` made it; the file's name too."
    )
    called: Annotated[str, _letters(60)] | None = Field(
        default=None, description="What the client is called; printed only with --print-name."
    )
    pronouns: Annotated[str, _letters(40)] | None = Field(
        default=None, description="For you; in the therapist's edition alone."
    )
    language: Language | None = Field(default=None, description="Of the words around a handout.")
    profile: Literal[tuple(PROFILES)] | None = Field(  # type: ignore[valid-type]
        default=None, description="Line spacing and letter size, unless the command says another."
    )
    slots: Annotated[dict[Slug, Said], BeforeValidator(_some)] = Field(
        default={}, max_length=40, description="The client's words, by the slot that they fill."
    )
    note: Annotated[str, _letters(2000)] | None = Field(
        default=None,
        description="Your words to the client, on the first page; an empty line parts two paragraphs.",
    )
    next: dt.date | None = Field(default=None, description="The day of the next session.")

    def personal(self, *, print_name: bool) -> Personal:
        """Return what a copy for this client may print."""
        slots = dict(self.slots)
        if self.next is not None:
            slots.setdefault("next-session", self.next)
        return Personal(
            code=self.code,
            called=(self.called or "") if print_name else "",
            pronouns=self.pronouns or "",
            note=tuple(re.split(r"\n\s*\n", self.note)) if self.note else (),
            next=self.next,
            slots=slots,
        )
