"""Room that is not ruled lines alone: a letter, a drawing, an outline of a body, cards, four corners."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.base import Inline, Lines, Model, Plain


class LetterAnswer(Answer):
    """A letter page: greeting, lines, closing."""

    kind: Literal["letter"]
    greeting: Inline | None = Field(default=None, description="How it begins: Dear …")
    lines: Lines
    closing: Inline | None = Field(default=None, description="How it ends, above the place for a name.")


class DrawingAnswer(Answer):
    """Open room to draw in."""

    kind: Literal["drawing"]
    size: Literal["third", "half", "page"] = Field(default="half", description="Share of a page.")
    framed: bool = Field(default=True, description="A frame around it; without one the paper stays open.")


class BodyAnswer(Answer):
    """The outline of a body, to mark or colour."""

    kind: Literal["body"]
    figures: Literal[1, 2] = Field(default=1, description="One figure, or two side by side.")
    captions: tuple[Plain, ...] = Field(default=(), max_length=2, description="A word under each figure.")


class Card(Model):
    """One card."""

    title: Plain
    starts: Inline | None = Field(default=None, description="Words that the card begins with.")
    lines: int = Field(default=3, ge=0, le=4)


class CardsAnswer(Answer):
    """Cards to fill in, cut out and carry: 85.6 × 54 mm, as large as a bank card (ISO 7810 ID-1)."""

    kind: Literal["cards"]
    cards: tuple[Card, ...] = Field(min_length=1, max_length=6)


class FourCornersAnswer(Answer):
    """A map with four corners, and something in the middle."""

    kind: Literal["four-corners"]
    corners: tuple[Plain, Plain, Plain, Plain] = Field(
        description="Top left, top right, bottom left, bottom right."
    )
    middle: Plain | None = None
    lines: int = Field(default=6, ge=4, le=9, description="Height of each corner, in lines.")
