"""Where to find help at once, by country."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from workbook.model.base import Inline, Language, Model, Plain, Slug

HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$", max_length=200)]


class CrisisLine(Model):
    """One service."""

    name: Plain
    phone: Plain | None = None
    text: Plain | None = Field(default=None, description="How to reach it by text message.")
    hours: Plain
    url: HttpsUrl
    language: Language = "en"
    note: Inline | None = None
    verified_on: dt.date = Field(description="When someone last checked name, number and hours.")


class CrisisCountry(Model):
    """A country's emergency number and services."""

    id: Slug
    name: Plain
    emergency: Plain
    lines: tuple[CrisisLine, ...] = Field(min_length=1, max_length=8)
