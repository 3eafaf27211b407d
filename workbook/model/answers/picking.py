"""Choose from what is offered: tick any, or circle one."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.base import Inline


class ChecklistAnswer(Answer):
    """Tick as many as fit."""

    kind: Literal["checklist"]
    options: tuple[Inline, ...] = Field(min_length=2, max_length=14)
    own: int = Field(default=0, ge=0, le=4, description="Empty places for the client's own words.")


class ChoiceAnswer(Answer):
    """Choose one."""

    kind: Literal["choice"]
    options: tuple[Inline, ...] = Field(min_length=2, max_length=8)
    own: int = Field(default=0, ge=0, le=1, description="An empty place for the client's own words.")
