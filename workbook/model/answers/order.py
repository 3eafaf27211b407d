"""Put in order: a ladder from easiest to hardest, and a list by weight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.base import Plain
from workbook.model.fields import FieldKind, FormField, Given

if TYPE_CHECKING:
    from workbook.model.locale import Locale


class LadderAnswer(Answer):
    """Rungs from the easiest at the foot to the hardest at the top, each rated 0 to 100."""

    kind: Literal["ladder"]
    rungs: int = Field(ge=4, le=10)
    step: Plain = Field(description="What stands on a rung, as a heading: A step.")
    rating: Plain = Field(description="What the number means, as a heading: How hard, 0 to 100.")
    top: Plain = Field(description="Stands at the highest rung: hardest.")
    bottom: Plain = Field(description="Stands at the lowest rung: easiest.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield two fields for each rung, from the top one down, counted from the foot."""
        for rung in range(self.rungs, 0, -1):
            end = {1: f", {self.bottom}", self.rungs: f", {self.top}"}.get(rung, "")
            name = f"{words.fields.rung} {rung}{end}"
            yield FormField(FieldKind.LINE, f"rung-{rung}-step", (name, self.step))
            yield FormField(FieldKind.LINE, f"rung-{rung}-rating", (name, self.rating))


class PrioritiesAnswer(Answer):
    """Numbered places, the first one the most pressing."""

    kind: Literal["priorities"]
    places: int = Field(ge=3, le=8)
    beside: Plain | None = Field(default=None, description="A narrow second column's heading: When.")

    def form_fields(self, words: Locale, given: Given) -> Iterator[FormField]:  # noqa: ARG002 - the same for all kinds
        """Yield a field for each place, two where there is something beside it."""
        for place in range(1, self.places + 1):
            name = f"{words.fields.place} {place}"
            if self.beside is None:
                yield FormField(FieldKind.LINE, f"place-{place}", (name,))
            else:
                yield FormField(FieldKind.LINE, f"place-{place}-what", (name, words.fields.what))
                yield FormField(FieldKind.LINE, f"place-{place}-beside", (name, self.beside))
