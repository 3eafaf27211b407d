"""The answer kinds. One kind = one class here = one template = one block of CSS, all of the same name."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.answers.grid import Column, TableAnswer, TwoColumnsAnswer
from workbook.model.answers.picking import ChecklistAnswer, ChoiceAnswer
from workbook.model.answers.rating import DistressScaleAnswer, ScaleAnswer
from workbook.model.answers.talk import DialogueAnswer, IfThenAnswer, Plan, Turn
from workbook.model.answers.writing import BoxAnswer, LineAnswer, LinesAnswer
from workbook.model.base import Model, Plain, Prose, Slug

__all__ = [
    "Answer",
    "Block",
    "BoxAnswer",
    "ChecklistAnswer",
    "ChoiceAnswer",
    "Column",
    "DialogueAnswer",
    "DistressScaleAnswer",
    "IfThenAnswer",
    "LineAnswer",
    "LinesAnswer",
    "Passage",
    "Plan",
    "ScaleAnswer",
    "TableAnswer",
    "Turn",
    "TwoColumnsAnswer",
]


class Passage(Model):
    """Words between the answers: a heading and a few sentences, nothing to fill in."""

    kind: Literal["passage"]
    id: Slug
    label: Plain = Field(description="The heading over the words.")
    text: Prose


Block = Annotated[
    LinesAnswer
    | LineAnswer
    | BoxAnswer
    | ScaleAnswer
    | DistressScaleAnswer
    | ChecklistAnswer
    | ChoiceAnswer
    | TableAnswer
    | TwoColumnsAnswer
    | IfThenAnswer
    | DialogueAnswer
    | Passage,
    Field(discriminator="kind"),
]
"""Any block of a sheet, told apart by its ``kind``."""
