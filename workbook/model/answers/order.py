"""Put in order: a ladder from easiest to hardest, and a list by weight."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workbook.model.answers.base import Answer
from workbook.model.base import Plain


class LadderAnswer(Answer):
    """Rungs from the easiest at the foot to the hardest at the top, each rated 0 to 100."""

    kind: Literal["ladder"]
    rungs: int = Field(ge=4, le=10)
    step: Plain = Field(description="What stands on a rung, as a heading: A step.")
    rating: Plain = Field(description="What the number means, as a heading: How hard, 0 to 100.")
    top: Plain = Field(description="Stands at the highest rung: hardest.")
    bottom: Plain = Field(description="Stands at the lowest rung: easiest.")


class PrioritiesAnswer(Answer):
    """Numbered places, the first one the most pressing."""

    kind: Literal["priorities"]
    places: int = Field(ge=3, le=8)
    beside: Plain | None = Field(default=None, description="A narrow second column's heading: When.")
