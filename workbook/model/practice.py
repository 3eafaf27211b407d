"""A practice: who hands the pages out, and how its files are made unless someone says otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from workbook.model.base import Language, Model, Plain, Slug
from workbook.model.page import PAPERS, PROFILES, Sides
from workbook.model.theme import PictureName, TokenChanges

if TYPE_CHECKING:
    PaperName = str
    ProfileName = str
else:
    PaperName = Literal[tuple(PAPERS)]
    ProfileName = Literal[tuple(PROFILES)]

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_WEBSITE = re.compile(r"https://[\w.~:/?#@!$&'()*+,;=%-]+", re.ASCII)

CONTENT_LICENCE = "CC BY 4.0"
"""Of all that came with the program."""


class Practice(Model):
    """Who hands the pages out. Every field is optional; an empty one prints as a blank to fill in."""

    name: Plain | None = Field(default=None, description="The practice's name, as it stands on the door.")
    therapist: Plain | None = Field(default=None, description="Your name, as clients call you.")
    credentials: Plain | None = Field(default=None, description="Profession and register: after your name.")
    phone: Plain | None = Field(default=None, description="In quotes, so that it is kept as it is typed.")
    email: Plain | None = None
    website: Plain | None = None
    address: Plain | None = Field(default=None, description="On one line.")
    licence: Plain | None = Field(
        default=None, description="A line of yours about copying, beside the content's own licence."
    )

    def over(self, general: Practice) -> Practice:
        """Return these details, and those of ``general`` where one is empty here."""
        return Practice(
            **{name: getattr(self, name) or getattr(general, name) for name in Practice.model_fields}
        )

    @property
    def creator(self) -> str:
        """Who is named as the maker of the files: the practice, or else the therapist."""
        return self.name or self.therapist or ""

    @property
    def person(self) -> str:
        """The therapist and what they are."""
        return ", ".join(filter(None, (self.therapist, self.credentials)))

    @property
    def signature(self) -> str:
        """Who it is, on one line."""
        return " · ".join(filter(None, (self.name, self.person)))

    @property
    def contact(self) -> tuple[tuple[str, str], ...]:
        """The ways to reach them, each with the address that a link leads to, or none."""
        email, website = self.email or "", self.website or ""
        ways = (
            (self.phone, ""),
            (email, f"mailto:{email}" if _EMAIL.fullmatch(email) else ""),
            (website, website if _WEBSITE.fullmatch(website) else ""),
        )
        return tuple((words, link) for words, link in ways if words)

    @property
    def reach(self) -> str:
        """The one way to reach them that is nearest at hand."""
        return self.phone or self.email or self.website or ""

    @property
    def rights(self) -> str:
        """The content's licence, and a line of their own after it."""
        return f"{CONTENT_LICENCE}. {self.licence}" if self.licence else CONTENT_LICENCE


class PracticeFile(Practice):
    """The file ``practice.yaml``: who you are, and how your files are made unless you say otherwise."""

    logo: PictureName | None = Field(
        default=None, description="A PNG, JPEG or SVG picture in this folder: logo.png."
    )
    countries: tuple[Slug, ...] = Field(
        default=(), max_length=12, description="Where your clients live: whose crisis lines are printed."
    )
    paper: PaperName = "a4"
    profile: ProfileName = "standard"
    sides: Sides = Sides.DOUBLE
    theme: Slug | None = Field(default=None, description="How your pages look: calm, plain, warm.")
    tokens: TokenChanges = Field(
        default=TokenChanges(), description="Colours, fonts and sizes of yours, over those of the theme."
    )
    language: Language = "en"
