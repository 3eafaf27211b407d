"""Choose from what is offered: tick any, or circle one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.base import Inline
from workbook.model.fields import OWN, Choice, FieldKind, FormField, Given

if TYPE_CHECKING:
    from workbook.model.locale import Locale


class ChecklistAnswer(Answer):
    """Tick as many as fit."""

    kind: Literal["checklist"]
    options: tuple[Inline, ...] = Field(min_length=2, max_length=14)
    own: int = Field(default=0, ge=0, le=4, description="Empty places for the client's own words.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield a box to tick for each option, then those for own words, each with its words."""
        for number, option in enumerate(self.options, start=1):
            yield FormField(FieldKind.TICK, f"option-{number}", (option,))
        for number in range(1, self.own + 1):
            own = f"{words.sheet.own.rstrip(':')} {number}"
            yield FormField(FieldKind.TICK, f"own-{number}", (own,))
            yield FormField(FieldKind.LINE, f"{OWN}{number}", (own, words.fields.in_words))


class ChoiceAnswer(Answer):
    """Choose one."""

    kind: Literal["choice"]
    options: tuple[Inline, ...] = Field(min_length=2, max_length=8)
    own: int = Field(default=0, ge=0, le=1, description="An empty place for the client's own words.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield one choice of an option, then the place for own words."""
        options = [Choice(f"option-{number}", option) for number, option in enumerate(self.options, start=1)]
        own = words.sheet.own.rstrip(":")
        if self.own:
            options.append(Choice("own-1", own))
        yield FormField(FieldKind.OPTION, choices=tuple(options))
        if self.own:
            yield FormField(FieldKind.LINE, f"{OWN}1", (own, words.fields.in_words))
