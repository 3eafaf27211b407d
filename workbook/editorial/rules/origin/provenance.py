"""H015: the texts that an exercise's ideas come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbook import bundled
from workbook.editorial.rule import ExerciseRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic
from workbook.model.exercise import Exercise

SEEDS = (
    "000_c61380ed2ef353ec.txt",
    "001_a59eb9f28d54b5b3.txt",
    "002_67ef4bfd4ac61fe6.txt",
    "003_656a2840c623cd36.txt",
    "004_cca0c7fb9230b637.txt",
)
"""The five texts of the stock library."""

_LIKE_A_SEED = re.compile(r"\d{3}_[0-9a-f]+(?:\.txt)?|[0-9a-f]{16}(?:\.txt)?")


class KnownSeed(ExerciseRule):
    """A source text that is none of the five.

    **Why** other names are allowed outside the stock: a practice's own exercises have sources of their own.
    """

    code = Code.UNKNOWN_SEED
    title = "an unknown source text"

    def check(self, subject: Subject[Exercise]) -> Iterator[Diagnostic]:
        """Yield a finding for each unknown name, and for each that stands twice."""
        stock = subject.loaded.path.resolve().is_relative_to(bundled.content().resolve())
        seeds = subject.value.provenance.seeds
        for position, seed in enumerate(seeds):
            span = subject.span(("provenance", "seeds", position))
            if seed not in SEEDS and (stock or _LIKE_A_SEED.fullmatch(seed)):
                yield self.finding(
                    f"`{seed}` is none of the texts that the library comes from.",
                    f"They are {', '.join(SEEDS)}.",
                    span,
                )
            elif seed in seeds[:position]:
                yield self.finding(f"`{seed}` is named twice.", "Take one of the two out.", span)
