"""A place on a line of numbers: a scale and a distress scale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from workbook.model.answers.base import Answer
from workbook.model.base import Plain
from workbook.model.fields import FieldKind, FormField, Given, points

if TYPE_CHECKING:
    from workbook.model.locale import Locale


class ScaleAnswer(Answer):
    """Circle one number, each end named."""

    kind: Literal["scale"]
    start: int = Field(default=0, ge=0, le=1)
    end: int = Field(default=10, ge=3, le=10)
    low: Plain = Field(description="What the lowest number means.")
    high: Plain = Field(description="What the highest number means.")

    @property
    def points(self) -> range:
        """The numbers to choose from."""
        return range(self.start, self.end + 1)

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield one choice of a number."""
        yield FormField(FieldKind.POINT, choices=points(self.points, self.low, self.high))


class DistressScaleAnswer(Answer):
    """How hard it feels, 0 to 100 by tens (subjective units of distress, Wolpe 1969)."""

    kind: Literal["distress-scale"]
    low: Plain | None = Field(default=None, description="What 0 means; a standard wording where left out.")
    high: Plain | None = Field(default=None, description="What 100 means; a standard wording where left out.")
    moments: tuple[Plain, ...] = Field(
        default=(), max_length=3, description="Times to rate, a row each: before, after."
    )

    @property
    def points(self) -> range:
        """The numbers to choose from."""
        return range(0, 101, 10)

    @model_validator(mode="after")
    def _one_moment_is_none(self) -> Self:
        if len(self.moments) == 1:
            raise ValueError("moments: name two or three times to rate, or leave it out")
        return self

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield a choice of a number for each moment."""
        calm, storm = words.sheet.distress.low, words.sheet.distress.high
        choices = points(self.points, self.low or calm, self.high or storm)
        for number, moment in enumerate(self.moments, start=1):
            yield FormField(FieldKind.POINT, f"moment-{number}", (moment,), choices)
        if not self.moments:
            yield FormField(FieldKind.POINT, choices=choices)


class BeforeAfterAnswer(Answer):
    """The same scale of 0 to 10 twice, to be compared."""

    kind: Literal["before-after"]
    before: Plain
    after: Plain
    low: Plain
    high: Plain

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield a choice of a number for each side."""
        choices = points(range(11), self.low, self.high)
        yield FormField(FieldKind.POINT, "before", (self.before,), choices)
        yield FormField(FieldKind.POINT, "after", (self.after,), choices)
