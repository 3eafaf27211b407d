"""Walk over every string of a model, with the place where it stands and how it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from workbook.model.base import Markup

Location = tuple[int | str, ...]
"""Keys and positions from the file's top to a value, as pydantic names them."""


class TextAt(NamedTuple):
    """A string of the content and its place."""

    location: Location
    text: str
    markup: Markup


def texts(model: BaseModel, location: Location = ()) -> Iterator[TextAt]:
    """Yield each string whose field says how it is written, depth first in the fields' order."""
    for name, field in type(model).model_fields.items():
        markup = _markup(field.metadata) or _markup_within(field.annotation)
        yield from _walk(getattr(model, name), (*location, field.alias or name), markup)


def _walk(value: Any, location: Location, markup: Markup | None) -> Iterator[TextAt]:
    if isinstance(value, BaseModel):
        yield from texts(value, location)
    elif isinstance(value, str) and markup is not None:
        yield TextAt(location, value, markup)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*location, index), markup)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*location, str(key)), markup)


def _markup(metadata: Any) -> Markup | None:
    return next((m for m in metadata if isinstance(m, Markup)), None)


def _markup_within(annotation: Any) -> Markup | None:
    """Look into ``X | None`` and ``tuple[X, ...]`` for the marker."""
    found = _markup(getattr(annotation, "__metadata__", ()))
    for argument in getattr(annotation, "__args__", ()):
        found = found or _markup_within(argument)
    return found
