"""What all answer kinds share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from workbook.model.base import Inline, Model, Plain, Slug
from workbook.model.fields import FormField, Given

if TYPE_CHECKING:
    from workbook.model.locale import Locale


class Answer(Model):
    """A question to the client and the room to answer it."""

    id: Slug = Field(description="Names the answer within its exercise; stays the same for ever.")
    label: Plain = Field(
        description="Two to six words that name the answer where it stands alone: read aloud, in a list."
    )
    prompt: Inline = Field(description="The question or invitation, in the client's words.")
    hint: Inline | None = Field(default=None, description="A small word of help under the prompt.")
    prefill: Slug | None = Field(
        default=None, description="The slot whose words, where a client has some, stand above the room."
    )

    @abstractmethod
    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:
        """Yield the fields of this answer in reading order.

        ``given`` tells of a text whether it has words; one of an empty slot has none.
        """
