"""A theme's file and its tokens: the few typed values that change a book's look without any CSS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import StringConstraints, create_model

from workbook.model.base import Inline, Model, Plain, Slug

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Points = Annotated[str, StringConstraints(pattern=r"^\d{1,2}(\.\d)?pt$")]


class Tokens(Model):
    """Colours as ``#rrggbb``, sizes in points, font families by the name of their package's family."""

    accent: Colour
    accent_soft: Colour
    warm: Colour
    warm_dark: Colour
    text: Colour
    muted: Colour
    rule: Colour
    hairline: Colour
    tint: Colour
    font: Plain
    heading_font: Plain
    size_body: Points
    size_small: Points
    size_foot: Points
    size_title: Points
    size_heading: Points
    size_lead: Points
    size_example: Points
    size_notes: Points


if TYPE_CHECKING:
    TokenChanges = Model
else:
    TokenChanges = create_model(
        "TokenChanges",
        __base__=Model,
        __doc__="Some of the tokens; the others come from the theme that is extended.",
        **{name: (field.rebuild_annotation() | None, None) for name, field in Tokens.model_fields.items()},
    )


class ThemeFile(Model):
    """The file ``theme.yaml``: it names only what differs from the theme that it extends."""

    title: Plain
    description: Inline
    extends: Slug
    tokens: TokenChanges = TokenChanges()
