"""Slots: the places in an exercise that a client's own words fill."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from workbook.model.base import Model, Plain, Slug


class SlotKind(StrEnum):
    """How a slot's words stand in a sentence."""

    NAME = "name"
    """Whom or what one calls by it, right after “you” and after “I”: Mum, the twins."""
    WORDS = "words"
    """A few words within a sentence: Sunday lunch."""
    SENTENCE = "sentence"
    """Something said, whole: I leave at four."""
    DATE = "date"
    """A day."""


SHARED = MappingProxyType(
    {
        "person": SlotKind.NAME,
        "occasion": SlotKind.WORDS,
        "what-they-ask": SlotKind.WORDS,
        "my-limit": SlotKind.SENTENCE,
        "my-reason": SlotKind.WORDS,
        "my-sentence": SlotKind.SENTENCE,
        "my-line": SlotKind.SENTENCE,
        "their-reply": SlotKind.SENTENCE,
        "contact": SlotKind.NAME,
        "urgent-contact": SlotKind.WORDS,
        "what-happened": SlotKind.SENTENCE,
        "words-i-carry": SlotKind.SENTENCE,
        "next-session": SlotKind.DATE,
    }
)
"""The slots that mean the same in every exercise, so that one value, typed once, goes to all of them.

A language's words say what each is called (``slots`` in ``content/locale``).
"""


class Slot(Model):
    """A place for a client's own words. In YAML a shared slot's id alone is enough."""

    id: Slug
    label: Plain | None = Field(
        default=None, description="Stands under the blank; may be left out for a shared slot."
    )
    kind: SlotKind | None = Field(
        default=None, description="How it stands in a sentence; given already for a shared slot."
    )

    @property
    def sort(self) -> SlotKind:
        """Its kind, also where the shared slots give it."""
        return self.kind or SHARED[self.id]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        shared = SHARED.get(self.id)
        if shared is None and self.label is None:
            raise ValueError("label: a slot that is not shared says what it is called")
        if shared is None and self.kind is None:
            raise ValueError("kind: a slot that is not shared is a name, words, sentence or date")
        if shared is not None and self.kind not in {None, shared}:
            raise ValueError(f"kind: this slot is shared by all exercises, as {shared}")
        return self


def _slot(value: object) -> object:
    return {"id": value} if isinstance(value, str) else value


SlotOrId = Annotated[Slot, BeforeValidator(_slot, json_schema_input_type=Slug | Slot)]
