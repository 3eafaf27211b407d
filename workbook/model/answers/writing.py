"""Room for words: ruled lines, one short line, a few short blanks, an open box."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.base import Inline, Lines
from workbook.model.fields import FieldKind, FormField, Given

if TYPE_CHECKING:
    from workbook.model.locale import Locale


class LinesAnswer(Answer):
    """Ruled lines: a sentence 2–3, a feeling and its reason 4, a story 8–12, a journal page 20."""

    kind: Literal["lines"]
    lines: Lines = Field(description="How many ruled lines; where a page ends early, up to twice as many.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield one field as large as the lines."""
        yield FormField(FieldKind.LINES)


class LineAnswer(Answer):
    """One short line for a number, a word or a phrase."""

    kind: Literal["line"]
    width: Literal["word", "phrase", "full"] = Field(
        default="phrase", description="word 30 mm, phrase 80 mm, full the whole measure."
    )

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield one field on the line."""
        yield FormField(FieldKind.LINE)


class BoxAnswer(Answer):
    """An open box, to write or draw in as the client likes."""

    kind: Literal["box"]
    lines: Lines = Field(description="The box's height, in ruled lines.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield one field as large as the box."""
        yield FormField(FieldKind.SPACE)


class FewWordsAnswer(Answer):
    """A handful of short blanks, each for a word or two."""

    kind: Literal["few-words"]
    blanks: int = Field(ge=2, le=10)
    starts: tuple[Inline, ...] = Field(
        default=(), max_length=10, description="Words before the blanks, from the first on; may be fewer."
    )

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield a field for each blank."""
        for index in range(self.blanks):
            start = self.starts[index] if index < len(self.starts) else f"{words.fields.word} {index + 1}"
            yield FormField(FieldKind.LINE, f"word-{index + 1}", (start,))
