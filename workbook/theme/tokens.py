"""A theme's tokens: the few typed values that change a book's look without any CSS."""

from __future__ import annotations

import re
from collections.abc import Mapping
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


_TOKEN = re.compile(r"var\(--([a-z][a-z0-9-]*)\)")


class UnknownTokenError(KeyError):
    """A stylesheet asks for a token that no theme has."""


def fill_in(css: str, values: Mapping[str, str]) -> str:
    """Return the stylesheet with every ``var(--name)`` replaced by the value of that name.

    **Why** not custom properties: e-readers do not know them and ``@page`` does not take them.

    Raises:
        UnknownTokenError: the stylesheet names a value that does not exist.
    """

    def value(match: re.Match[str]) -> str:
        try:
            return values[match[1]]
        except KeyError:
            raise UnknownTokenError(match[1]) from None

    return _TOKEN.sub(value, css)
