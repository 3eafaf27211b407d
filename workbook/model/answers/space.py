"""Room that is not ruled lines alone: a letter, a drawing, an outline of a body, cards, four corners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.base import Inline, Lines, Model, Plain
from workbook.model.fields import FieldKind, FormField, Given

if TYPE_CHECKING:
    from workbook.model.locale import Locale


class LetterAnswer(Answer):
    """A letter page: greeting, lines, closing."""

    kind: Literal["letter"]
    greeting: Inline | None = Field(default=None, description="How it begins: Dear …")
    lines: Lines
    closing: Inline | None = Field(default=None, description="How it ends, above the place for a name.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield the name, the lines and the place to sign."""
        if self.greeting is not None:
            yield FormField(FieldKind.LINE, "greeting", (words.fields.greeting,))
        yield FormField(FieldKind.LINES, "letter", (words.fields.letter,))
        yield FormField(FieldKind.LINE, "name", (words.sheet.letter_name,))


class DrawingAnswer(Answer):
    """Open room to draw in."""

    kind: Literal["drawing"]
    size: Literal["third", "half", "page"] = Field(default="half", description="Share of a page.")
    framed: bool = Field(default=True, description="A frame around it; without one the paper stays open.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield one field to tell in words what one would draw."""
        kind = FieldKind.SPACE if self.framed else FieldKind.LINES
        yield FormField(kind, "in-words", (words.fields.in_words,))


class BodyAnswer(Answer):
    """The outline of a body, to mark or colour."""

    kind: Literal["body"]
    figures: Literal[1, 2] = Field(default=1, description="One figure, or two side by side.")
    captions: tuple[Plain, ...] = Field(default=(), max_length=2, description="A word under each figure.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield one field for each figure, to tell in words where it is felt."""
        for number in range(1, self.figures + 1):
            caption = self.captions[number - 1 : number] or ((str(number),) if self.figures > 1 else ())
            said = ", ".join((*caption, words.fields.in_words))
            yield FormField(FieldKind.LINES, f"in-words-{number}", (said,))


class Card(Model):
    """One card."""

    title: Plain
    starts: Inline | None = Field(default=None, description="Words that the card begins with.")
    lines: int = Field(default=3, ge=0, le=4)


class CardsAnswer(Answer):
    """Cards to fill in, cut out and carry: 85.6 × 54 mm, as large as a bank card (ISO 7810 ID-1)."""

    kind: Literal["cards"]
    cards: tuple[Card, ...] = Field(min_length=1, max_length=6)

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield one field for each card with room."""
        for number, card in enumerate(self.cards, start=1):
            if card.lines:
                yield FormField(FieldKind.LINES, f"card-{number}", (card.title,))


class FourCornersAnswer(Answer):
    """A map with four corners, and something in the middle."""

    kind: Literal["four-corners"]
    corners: tuple[Plain, Plain, Plain, Plain] = Field(
        description="Top left, top right, bottom left, bottom right."
    )
    middle: Plain | None = None
    lines: int = Field(default=6, ge=4, le=9, description="Height of each corner, in lines.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield one field for each corner."""
        for number, corner in enumerate(self.corners, start=1):
            yield FormField(FieldKind.SPACE, f"corner-{number}", (corner,))
