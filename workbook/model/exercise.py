"""An exercise: one finished sheet, its two-minute variant, the therapist's notes and where it comes from.

The fields stand in the order in which they are printed.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from workbook.model.answers import Answer, Block
from workbook.model.base import Inline, Model, Plain, Prose, Slug, Version
from workbook.model.leaf import Leaf
from workbook.model.slots import SlotOrId

BRING = "bring"
"""The name of the line to bring to the next session; no block of the sheet may have it."""


class Kind(StrEnum):
    """The families of the library."""

    REFLECTION = "reflection"
    SESSION_PREPARATION = "session-preparation"
    SESSION_REVIEW = "session-review"
    JOURNAL = "journal"
    STRENGTHS_RECALL = "strengths-recall"
    BOUNDARY_REHEARSAL = "boundary-rehearsal"
    SELF_SOOTHING = "self-soothing"
    RUPTURE_AND_REPAIR = "rupture-and-repair"
    INTERNALISING = "internalising"
    ENDING = "ending"


class Moment(StrEnum):
    """When a client may want the sheet."""

    BEFORE_A_HARD_TALK = "before-a-hard-talk"
    AFTER_A_SESSION = "after-a-session"
    BETWEEN_SESSIONS = "between-sessions"
    WHEN_IT_HURTS = "when-it-hurts"
    AT_THE_END = "at-the-end"


class Setting(StrEnum):
    """Where the sheet is worked on."""

    HOME = "home"
    IN_SESSION = "in-session"
    GROUP = "group"


class Hideable(StrEnum):
    """Parts that a sheet is whole without.

    **Why** not all: who is not to do a page, when to leave it, that it may be stopped, and what to do if it
    is too much keep a client safe.
    """

    GOOD_FOR = "good_for"
    GROUNDING = "before.grounding"
    STEPS = "steps"
    EXAMPLE = "example"
    SHARE = "share"
    BRING = "bring"
    SHORT_STEPS = "short.steps"
    NOTES = "notes"
    WHY = "notes.why"
    INTRODUCE = "notes.introduce"
    WATCH_FOR = "notes.watch_for"
    NOT_FOR = "notes.not_for"
    REVIEW = "notes.review"
    FRAMEWORKS = "notes.frameworks"
    SOURCES = "notes.sources"


class Before(Model):
    """What comes before the work: the client's choice, and a way to feel the ground."""

    choice: Inline = Field(description="It is the client's choice; any part may be skipped or stopped.")
    grounding: Inline = Field(description="One small thing to do first, to feel steady.")


class Example(Model):
    """A short worked example. The page marks it as made up."""

    text: Prose


class Short(Model):
    """The two-minute variant: a sheet of its own, not a cut of the long one."""

    title: Plain
    purpose: Inline
    minutes: int = Field(default=2, ge=1, le=5)
    choice: Inline
    steps: tuple[Inline, ...] = Field(default=(), max_length=3)
    blocks: tuple[Block, ...] = Field(min_length=1, max_length=4)
    too_much: Inline
    close: Inline

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        _refuse_repeated_ids(self.blocks)
        return self


class Notes(Model):
    """For the therapist alone; never in a client's file."""

    why: Prose
    introduce: Prose = Field(description="How to offer it; agree when, where, how long; confidence 0–10.")
    watch_for: tuple[Inline, ...] = Field(min_length=1, max_length=8)
    not_for: tuple[Inline, ...] = Field(min_length=1, max_length=8)
    review: tuple[Inline, ...] = Field(
        min_length=2, max_length=8, description="Questions for the next session."
    )
    frameworks: tuple[Inline, ...] = Field(min_length=1, max_length=6)
    sources: tuple[Inline, ...] = Field(min_length=1, max_length=8)


class Origin(Model):
    """The exercise that a changed one comes from."""

    exercise: Slug
    version: Version
    title: Plain


class Provenance(Model):
    """Where the exercise's ideas come from, and its standing."""

    seeds: tuple[str, ...] = Field(
        min_length=1, max_length=5, description="File names of the source texts, the main one first."
    )
    ideas: tuple[Inline, ...] = Field(
        min_length=1, max_length=6, description="The ideas taken, in our own words."
    )
    written_on: dt.date
    licence: Literal["CC-BY-4.0"] = "CC-BY-4.0"
    reviewed_on: dt.date | None = Field(
        default=None, description="When a licensed clinician reviewed the words; left out until one has."
    )
    changed_from: Origin | None = Field(
        default=None, description="What it was before it was changed; the licence wants it said."
    )


class Exercise(Model):
    """One exercise of the library."""

    id: Slug
    version: Version
    title: Plain
    kind: Kind
    purpose: Inline = Field(description="One line: what this page is for.")
    good_for: Inline = Field(description="Good for you if…")
    leave_if: Inline = Field(description="Leave it for later if…")
    minutes: int = Field(ge=2, le=60)
    strength: Literal[1, 2, 3] = Field(description="1 light, 2 medium, 3 start it in session.")
    leaf: Leaf = Field(
        default=Leaf.TEAR_OUT,
        description="keep: it stays in the book. tear-out: it may be taken out, so its leaves carry nothing "
        "else. single-sided: its backs stay empty, for ink that shows through and for pages on a wall.",
    )
    moments: tuple[Moment, ...] = Field(min_length=1)
    settings: tuple[Setting, ...] = Field(min_length=1)
    needs: tuple[Slug, ...] = Field(default=(), description="Exercises that are better done first.")
    next: tuple[Slug, ...] = Field(default=(), description="Exercises that follow on well.")
    safety: Inline | None = Field(default=None, description="The screen: who is not to do this page alone.")
    slots: tuple[SlotOrId, ...] = Field(
        default=(), max_length=12, description="Places for a client's own words: {{ slot.person }}."
    )
    before: Before
    steps: tuple[Inline, ...] = Field(min_length=2, max_length=5, description="One action each.")
    example: Example
    blocks: tuple[Block, ...] = Field(min_length=2, max_length=14)
    too_much: Inline = Field(description="What to do if it is too much.")
    share: Inline = Field(description="Share it or keep it.")
    bring: Inline = Field(description="The prompt for the one line to bring to the next session.")
    close: Inline
    short: Short
    notes: Notes
    provenance: Provenance
    hide: tuple[Hideable, ...] = Field(default=(), description="Parts that are not printed.")

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        _refuse_repeated_ids(self.blocks, taken=BRING)
        if len({slot.id for slot in self.slots}) < len(self.slots):
            raise ValueError("slots: two of them have the same id")
        return self

    def hides(self, part: str) -> bool:
        """Tell whether a part is left out of what is printed."""
        return part in self.hide or part.partition(".")[0] in self.hide

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The blocks that ask for an answer."""
        return tuple(b for b in self.blocks if isinstance(b, Answer))


class RepeatedIdError(ValueError):
    """Two blocks of one sheet have the same id; ``index`` is where the second stands."""

    def __init__(self, block_id: str, index: int) -> None:
        self.block_id = block_id
        self.index = index
        super().__init__(f"blocks: the id {block_id!r} stands twice")


def _refuse_repeated_ids(blocks: Iterable[Block], *, taken: str = "") -> None:
    seen = Counter([taken])
    for index, block in enumerate(blocks):
        seen[block.id] += 1
        if seen[block.id] > 1:
            raise RepeatedIdError(block.id, index)
