"""A theme's file and its tokens: the few typed values that change a book's look without any CSS."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, StringConstraints, create_model

from workbook.model.base import Inline, Model, Plain, PlainOrEmpty, Slug

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$"), AfterValidator(str.lower)]
"""As pickers and brand sheets write it; kept in small letters."""
Points = Annotated[str, StringConstraints(pattern=r"^([7-9]|[1-9]\d)(\.\d)?pt$")]
"""From 7 pt, the least that printers take and anyone reads."""
Millimetres = Annotated[str, StringConstraints(pattern=r"^[1-9]\d?(\.\d)?mm$")]

Family = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 +-]*$", max_length=60, strip_whitespace=True)
]
"""A font family's name, from which its package's name is made: nothing that a shell or a stylesheet reads."""

NO_PICTURE = "none"
PictureName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(none|\w[\w .()-]*(/\w[\w .()-]*)*)$", max_length=120, strip_whitespace=True
    ),
]
"""A picture file in the folder of the file that names it, or below; ``none`` takes an inherited one away."""


class Emphasis(StrEnum):
    """How a text's ``*stress*`` is shown. Never italics: they are hard to read for many.

    The UK Association for Accessible Formats and the British Dyslexia Association advise bold and against
    underlining; the American Council of the Blind asks for underlining in large print.
    """

    BOLD = "bold"
    UNDERLINE = "underline"


class Tokens(Model):
    """Colours as ``#rrggbb``, sizes in points or millimetres, font families as their packages name them."""

    accent: Colour = Field(description="The one colour: headings and numbers.")
    accent_soft: Colour = Field(description="A light accent, for edges that decorate.")
    warm: Colour = Field(description="The safety screen's edge.")
    warm_dark: Colour = Field(description="The safety screen's heading.")
    text: Colour = Field(description="Words.")
    muted: Colour = Field(description="Quieter words.")
    rule: Colour = Field(description="Lines to write on, and edges of fields.")
    hairline: Colour = Field(description="The finest lines, which only decorate.")
    tint: Colour = Field(description="The ground of panels.")
    font: Family = Field(description="The family of the text.")
    heading_font: Family = Field(description="The family of headings.")
    emphasis: Emphasis = Field(description="How stressed words are shown: bold or underline.")
    size_body: Points = Field(description="Running text.")
    size_small: Points = Field(description="Hints.")
    size_foot: Points = Field(description="Heads and feet of pages.")
    size_title: Points = Field(description="A sheet's title.")
    size_heading: Points = Field(description="Headings within a page.")
    size_lead: Points = Field(description="A sheet's purpose.")
    size_example: Points = Field(description="Made-up examples.")
    size_notes: Points = Field(description="The therapist's notes, and small print.")
    size_display: Points = Field(description="The title page's title; on small paper smaller.")
    size_subtitle: Points = Field(description="The title page's subtitle.")
    size_part: Points = Field(description="A part's title on its opening page.")
    logo: PictureName = Field(description="A PNG, JPEG or SVG file beside this file, or none.")
    logo_alt: PlainOrEmpty = Field(description="What is read aloud for it; empty: the practice's name.")
    logo_height: Millimetres = Field(description="Its height on the title page.")
    logo_sheet_height: Millimetres = Field(description="Its height at the head of a handout.")


if TYPE_CHECKING:
    TokenChanges = Model
else:
    TokenChanges = create_model(
        "TokenChanges",
        __base__=Model,
        __doc__="Some of the tokens; the others come from the theme that is extended.",
        **{
            name: (
                field.rebuild_annotation() | None,
                Field(default=None, description=field.description),
            )
            for name, field in Tokens.model_fields.items()
        },
    )


class ThemeFile(Model):
    """The file ``theme.yaml``: it names only what differs from the theme that it extends."""

    title: Plain
    description: Inline
    extends: Slug
    tokens: TokenChanges | None = None
