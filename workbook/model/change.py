"""A change: what a practice has otherwise in an exercise, field by field, and what it leaves as it is.

A file ``changes/<exercise>.yaml`` changes an exercise in its place; a file in ``exercises`` with ``extends``
makes a new one out of another. Both are written alike.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Annotated, Any, Self, get_args

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag, create_model, model_validator

from workbook.model.answers import Block
from workbook.model.base import Inline, Model, Prose, Slug, Version
from workbook.model.exercise import Before, Example, Exercise, Hideable, Notes, Provenance, Short


def _some(model: type[Model], *kept: str, without: tuple[str, ...] = (), **nested: Any) -> type[Model]:
    """Return a model in which every field may be missing; one that is there is as strict as ever."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name in without or (kept and name not in kept):
            continue
        optional = copy(field)
        optional.default = None
        optional.default_factory = None
        optional.json_schema_extra = _without_default
        fields[name] = (nested.get(name, field.annotation), optional)
    return create_model(
        f"Some{model.__name__}", __base__=Model, __doc__=f"Fields of {model.__name__}.", **fields
    )


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


def _group(model: type[Model]) -> Any:
    """Return a group of keys that may be empty.

    **Why**: a key whose lines are all comments has no value, and nothing is meant by it.
    """
    return Annotated[model, BeforeValidator(lambda value: {} if value is None else value, model | None)]


def _list(item: Any, most: int) -> Any:
    """Return a list that may be empty in the same way."""
    items: Any = Annotated[tuple[item, ...], Field(max_length=most)]
    return Annotated[items, BeforeValidator(lambda value: [] if value is None else value, items | None)]


if TYPE_CHECKING:
    SomeFields = Model
else:
    SomeFields = _some(
        Exercise,
        without=("id", "version", "blocks", "hide"),
        before=_group(_some(Before)),
        example=_group(_some(Example)),
        short=_group(_some(Short, without=("blocks",))),
        notes=_group(_some(Notes)),
        provenance=_group(_some(Provenance, "written_on", "reviewed_on")),
    )

_BLOCK_FIELDS: dict[str, Any] = {
    field.alias or name: {"description": field.description} if field.description else {}
    for member in get_args(get_args(Block)[0])
    for name, field in member.model_fields.items()
    if name != "id"
}


def _with_block_fields(schema: dict[str, Any]) -> None:
    """Let an editor know the fields of all kinds of block."""
    schema["properties"] = {**_BLOCK_FIELDS, **schema["properties"]}
    schema["additionalProperties"] = False


class Reword(Model):
    """A block with other words, another room or another kind: any of its fields, and their new values."""

    model_config = ConfigDict(extra="allow", json_schema_extra=_with_block_fields)

    reword: Slug = Field(
        description="The id of the block. A change may also begin with `remove`, `add` or `move`."
    )
    without: tuple[str, ...] = Field(
        default=(), max_length=10, description="Fields of the block to leave out, such as its hint."
    )

    @model_validator(mode="after")
    def _keeps_its_id(self) -> Self:
        if "id" in (self.model_extra or {}) or "id" in self.without:
            raise ValueError("id: a block keeps its id, because answers are kept by it")
        return self


class Remove(Model):
    """A block that is left out."""

    remove: Slug


class _Placed(Model):
    """Where a block is put; at the end where nothing is said."""

    before: Slug | None = None
    after: Slug | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if self.before and self.after:
            raise ValueError("after: say `before` or `after`, not both")
        return self


class Add(_Placed):
    """A block of one's own."""

    add: Block


class Move(_Placed):
    """A block in another place."""

    move: Slug


_BEGINNINGS = {"reword": Reword, "remove": Remove, "add": Add, "move": Move}


def _beginning(value: object) -> str:
    keys = value if isinstance(value, dict) else type(value).__name__.lower()
    return next((name for name in _BEGINNINGS if name in keys), "reword")


BlockChange = Annotated[
    Annotated[Reword, Tag("reword")]
    | Annotated[Remove, Tag("remove")]
    | Annotated[Add, Tag("add")]
    | Annotated[Move, Tag("move")],
    Discriminator(_beginning),
]

_Words = Annotated[
    str,
    Field(
        min_length=3,
        max_length=4000,
        description="The item's words, or as many as tell it apart.",
    ),
]


class _InList(Model):
    list: str = Field(
        alias="in",
        min_length=1,
        max_length=120,
        description="The list: steps, short.steps, notes.review, blocks.my-block.options …",
    )


class ReplaceItem(_InList):
    """An item of a list in other words."""

    replace: _Words
    words: Prose = Field(alias="with")


class DropItem(_InList):
    """An item of a list that is left out."""

    drop: _Words


class AddItem(_InList):
    """One more item, after the one named or at the end."""

    add: Inline
    after: _Words | None = None


def _what_with_item(value: object) -> str:
    if isinstance(value, Model):
        return type(value).__name__.removesuffix("Item").lower()
    keys = value if isinstance(value, dict) else {}
    return next((name for name in ("add", "drop") if name in keys), "replace")


ItemChange = Annotated[
    Annotated[ReplaceItem, Tag("replace")]
    | Annotated[DropItem, Tag("drop")]
    | Annotated[AddItem, Tag("add")],
    Discriminator(_what_with_item),
]

if TYPE_CHECKING:
    BlockChanges = tuple[BlockChange, ...]
    ItemChanges = tuple[ItemChange, ...]
    Hidden = tuple[Hideable, ...]
    Fields = SomeFields
    Noted = dict[str, Any]
else:
    BlockChanges = _list(BlockChange, 60)
    ItemChanges = _list(ItemChange, 60)
    Hidden = _list(Hideable, 30)
    Fields = _group(SomeFields)
    Noted = Annotated[dict[str, Any], BeforeValidator(lambda v: {} if v is None else v, dict | None)]


class Change(Model):
    """All that is otherwise in one exercise."""

    exercise: Slug | None = Field(default=None, description="The exercise that is changed in its place.")
    id: Slug | None = Field(default=None, description="The new exercise, where `extends` makes one.")
    extends: Slug | None = Field(default=None, description="The exercise that a new one is made from.")
    version: Version = Field(description="The version of the exercise that the changes were written for.")
    set: Fields = Field(default_factory=SomeFields, description="Fields of the sheet, and what they say now.")
    blocks: BlockChanges = Field(default=(), description="Changes to the sheet's blocks.")
    short_blocks: BlockChanges = Field(default=(), description="Changes to the two-minute sheet's blocks.")
    items: ItemChanges = Field(
        default=(), description="Changes to single items of lists, found by their words."
    )
    hide: Hidden = Field(default=(), description="Parts that are not printed.")
    was: Noted = Field(
        default_factory=dict,
        description="What the exercise said where it is changed; written by `workbook edit` and `update`.",
    )

    @model_validator(mode="after")
    def _changes_or_extends(self) -> Self:
        if self.exercise and (self.id or self.extends):
            raise ValueError("exercise: say `exercise`, or `id` with `extends`, not both")
        if not self.exercise and not (self.id and self.extends):
            raise ValueError("exercise: say which `exercise` is changed; a new one has `id` and `extends`")
        return self

    @property
    def of(self) -> str:
        """The id of the exercise that is changed or extended."""
        return self.exercise or self.extends or ""
