"""What every part of the content has in common: frozen, closed to unknown keys, short typed strings."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo


class Model(BaseModel):
    """A value of the content: cannot be changed, refuses keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Markup(StrEnum):
    """How a string is written. The walk over a model's strings and the templates go by this."""

    PLAIN = "plain"
    """Letters only: names, labels, titles."""
    INLINE = "inline"
    """One paragraph of Markdown: emphasis, links, values."""
    PROSE = "prose"
    """Paragraphs and lists of Markdown."""


def _checked(markup: Markup) -> AfterValidator:
    """Hand the string to the validation's context, a function that may refuse it with a ValueError.

    **Why** here: a file's badly written strings are then found together with its other mistakes.
    """

    def check(text: str, info: ValidationInfo) -> str:
        if info.context is not None:
            info.context(text, markup)
        return text

    return AfterValidator(check)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""An id: small letters, digits and hyphens; it also names files and places in them."""

Plain = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True),
    _checked(Markup.PLAIN),
    Markup.PLAIN,
]
PlainOrEmpty = Annotated[
    str,
    StringConstraints(max_length=120, strip_whitespace=True),
    _checked(Markup.PLAIN),
    Markup.PLAIN,
]
Inline = Annotated[
    str,
    StringConstraints(min_length=1, max_length=600, strip_whitespace=True),
    _checked(Markup.INLINE),
    Markup.INLINE,
]
Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4000, strip_whitespace=True),
    _checked(Markup.PROSE),
    Markup.PROSE,
]

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]
"""A language tag after BCP 47: ``en``, ``pt-BR``."""

Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$", max_length=20)]
"""Three numbers: wording that changes meaning · additions · small mends."""

Lines = Annotated[int, Field(ge=1, le=40)]
"""Room to write, as a number of ruled lines; their distance is the reader profile's."""
