"""Follow pydantic's location of an error through the model's classes.

**Why** through the classes: a location also names the chosen member of a union, and such a tag may be spelt
like a key (an answer of the kind ``lines`` has a key ``lines``). Only the model tells one from the other.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, Tag
from pydantic.fields import FieldInfo

from workbook.model.text import Location

_Models = tuple[type[BaseModel], ...]


class Site(NamedTuple):
    """Where an error stands: the keys and positions alone, and the classes that its last key belongs to."""

    location: Location
    owners: _Models

    @property
    def keys(self) -> list[str]:
        """The keys that may stand there, as they are written in YAML."""
        return list(
            dict.fromkeys(
                field.alias or name for owner in self.owners for name, field in owner.model_fields.items()
            )
        )

    @property
    def field(self) -> FieldInfo | None:
        """The field that the last key names."""
        return _field(self.owners, self.location[-1]) if self.location else None


def trace(model: type[BaseModel], location: Location) -> Site:
    """Follow a location from the top of a model."""
    kept: list[int | str] = []
    here: _Models = (model,)
    tags: dict[str, _Models] = {}
    owners: _Models = ()
    for part in location:
        if isinstance(part, str) and part in tags:
            here, tags = tags[part], {}
            continue
        kept.append(part)
        if isinstance(part, str):
            owners = here
            field = _field(here, part)
            tags = {}
            here = ()
            if field is not None:
                here, tags = _members(field.annotation)
    return Site(tuple(kept), owners)


def _field(models: _Models, key: int | str) -> FieldInfo | None:
    fields = (pair for model in models for pair in model.model_fields.items())
    return next((field for name, field in fields if key in (field.alias, name)), None)


def _members(annotation: Any, tag: str | None = None) -> tuple[_Models, dict[str, _Models]]:
    """Return the model classes within an annotation, and those that a tag names."""
    tag = next((str(m.tag) for m in getattr(annotation, "__metadata__", ()) if isinstance(m, Tag)), tag)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        tag = tag or _kind(annotation)
        return (annotation,), {tag: (annotation,)} if tag else {}
    models: _Models = ()
    tags: dict[str, _Models] = {tag: ()} if tag else {}
    if get_origin(annotation) is not Literal:
        for argument in _arguments(annotation):
            more, named = _members(argument, tag)
            models += more
            tags |= named
    return models, tags


def _arguments(annotation: Any) -> tuple[Any, ...]:
    """Return the types within a type, without an ``Annotated``'s notes."""
    arguments = get_args(annotation)
    return arguments[:1] if hasattr(annotation, "__metadata__") else arguments


def _kind(model: type[BaseModel]) -> str | None:
    """Return the word that tells a class from the others of its union."""
    kind = model.model_fields.get("kind")
    values = get_args(kind.annotation) if kind and get_origin(kind.annotation) is Literal else ()
    return str(values[0]) if len(values) == 1 else None
