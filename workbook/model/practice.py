"""A practice: who hands the pages out, and how its files are made unless someone says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, StringConstraints

from workbook.model.base import Language, Model, Plain, Slug
from workbook.model.page import PAPERS, PROFILES, Sides

if TYPE_CHECKING:
    PaperName = str
    ProfileName = str
else:
    PaperName = Literal[tuple(PAPERS)]
    ProfileName = Literal[tuple(PROFILES)]

Picture = Annotated[str, StringConstraints(pattern=r"^[\w][\w .-]*(/[\w][\w .-]*)*$", max_length=120)]
"""A picture's path from the folder of the file that names it, always with ``/``, never out of it."""


class Practice(Model):
    """Who hands the workbook out. Every field is optional; an empty one prints as a blank to fill in."""

    name: Plain | None = None
    therapist: Plain | None = None
    phone: Plain | None = None
    email: Plain | None = None
    website: Plain | None = None

    def over(self, general: Practice) -> Self:
        """Return these details with those of ``general`` in the places that are empty here."""
        return self.model_copy(
            update={name: getattr(self, name) or getattr(general, name) for name in Practice.model_fields}
        )


class PracticeFile(Practice):
    """The file ``practice.yaml``: who you are, and how your files are made unless you say otherwise."""

    logo: Picture | None = Field(default=None, description="A picture in this folder: logo.png.")
    countries: tuple[Slug, ...] = Field(
        default=(), max_length=12, description="Where your clients live: whose crisis lines are printed."
    )
    paper: PaperName = "a4"
    profile: ProfileName = "standard"
    sides: Sides = Sides.DOUBLE
    theme: Slug | None = None
    language: Language = "en"

    def details(self) -> Practice:
        """Return what a workbook's ``practice:`` may say too."""
        return Practice(**{name: getattr(self, name) for name in Practice.model_fields})
