"""Words for a hard talk: if–then plans and a dialogue."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.base import Inline, Model, Plain


class Plan(Model):
    """One if–then pair; a side that is left out is empty room."""

    if_: Inline | None = Field(default=None, alias="if", description="The words after If.")
    then: Inline | None = Field(default=None, description="The words after Then I will.")


class IfThenAnswer(Answer):
    """If–then plans (implementation intentions, Gollwitzer 1999), each in two boxes."""

    kind: Literal["if-then"]
    pairs: tuple[Plan, ...] = Field(min_length=1, max_length=5)
    lines: int = Field(default=3, ge=1, le=5, description="Room in each empty box, in lines.")


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
