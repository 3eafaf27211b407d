"""What becomes of a sheet's leaf.

**Why** apart from the exercise: who asks for the help of a command should not wait for the models.
"""

from __future__ import annotations

from enum import StrEnum


class Leaf(StrEnum):
    """What becomes of the sheet's paper in a book."""

    KEEP = "keep"
    TEAR_OUT = "tear-out"
    SINGLE_SIDED = "single-sided"
