"""The answer kinds. One kind = one class here = one template = one block of CSS, all of the same name."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.answers.grid import Column, TableAnswer, TwoColumnsAnswer, WeekAnswer
from workbook.model.answers.order import LadderAnswer, PrioritiesAnswer
from workbook.model.answers.picking import ChecklistAnswer, ChoiceAnswer
from workbook.model.answers.rating import BeforeAfterAnswer, DistressScaleAnswer, ScaleAnswer
from workbook.model.answers.space import (
    BodyAnswer,
    Card,
    CardsAnswer,
    DrawingAnswer,
    FourCornersAnswer,
    LetterAnswer,
)
from workbook.model.answers.talk import DialogueAnswer, IfThenAnswer, Plan, Turn
from workbook.model.answers.writing import BoxAnswer, FewWordsAnswer, LineAnswer, LinesAnswer
from workbook.model.base import Model, Plain, Prose, Slug

__all__ = [
    "Answer",
    "BeforeAfterAnswer",
    "Block",
    "BodyAnswer",
    "BoxAnswer",
    "Card",
    "CardsAnswer",
    "ChecklistAnswer",
    "ChoiceAnswer",
    "Column",
    "DialogueAnswer",
    "DistressScaleAnswer",
    "DrawingAnswer",
    "FewWordsAnswer",
    "FourCornersAnswer",
    "IfThenAnswer",
    "LadderAnswer",
    "LetterAnswer",
    "LineAnswer",
    "LinesAnswer",
    "Passage",
    "Plan",
    "PrioritiesAnswer",
    "ScaleAnswer",
    "TableAnswer",
    "Turn",
    "TwoColumnsAnswer",
    "WeekAnswer",
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
    | BeforeAfterAnswer
    | BodyAnswer
    | CardsAnswer
    | DrawingAnswer
    | FewWordsAnswer
    | FourCornersAnswer
    | LadderAnswer
    | LetterAnswer
    | PrioritiesAnswer
    | WeekAnswer
    | Passage,
    Field(discriminator="kind"),
]
"""Any block of a sheet, told apart by its ``kind``."""
