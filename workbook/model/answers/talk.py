"""Words for a hard talk: if–then plans and a dialogue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.base import Inline, Model, Plain
from workbook.model.fields import FieldKind, FormField, Given

if TYPE_CHECKING:
    from workbook.model.locale import Locale


class Plan(Model):
    """One if–then pair; a side that is left out is empty room."""

    if_: Inline | None = Field(default=None, alias="if", description="The words after If.")
    then: Inline | None = Field(default=None, description="The words after Then I will.")


class IfThenAnswer(Answer):
    """If–then plans (implementation intentions, Gollwitzer 1999), each in two boxes."""

    kind: Literal["if-then"]
    pairs: tuple[Plan, ...] = Field(min_length=1, max_length=5)
    lines: int = Field(default=3, ge=1, le=5, description="Room in each empty box, in lines.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:
        """Yield a field for each side that is not given."""
        for number, pair in enumerate(self.pairs, start=1):
            name = f"{words.fields.plan} {number}"
            if not given(pair.if_):
                yield FormField(FieldKind.SPACE, f"plan-{number}-if", (name, words.sheet.if_))
            if not given(pair.then):
                yield FormField(FieldKind.SPACE, f"plan-{number}-then", (name, words.sheet.then))


class Turn(Model):
    """One turn of a dialogue."""

    who: Literal["they", "i"]
    says: Inline | None = Field(default=None, description="Words that are given; empty room where left out.")
    lines: int = Field(default=2, ge=1, le=6)


class DialogueAnswer(Answer):
    """They say, I say: a talk written out in turns."""

    kind: Literal["dialogue"]
    they: Plain | None = Field(default=None, description="Who speaks, where it is not They say.")
    i: Plain | None = Field(default=None, description="Who answers, where it is not I say.")
    turns: tuple[Turn, ...] = Field(min_length=2, max_length=10)

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:
        """Yield a field for each turn that is not given."""
        they, i = self.they or words.sheet.they_say, self.i or words.sheet.i_say
        for number, turn in enumerate(self.turns, start=1):
            if not given(turn.says):
                who = they if turn.who == "they" else i
                yield FormField(FieldKind.LINES, f"turn-{number}", (f"{words.fields.turn} {number}", who))
