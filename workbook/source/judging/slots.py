"""Which slots an exercise declares, and where its texts use them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from workbook.errors import Code
from workbook.model.base import Markup
from workbook.model.change import Change
from workbook.model.exercise import Exercise
from workbook.model.text import Location, texts
from workbook.model.values import SLOT, VALUE
from workbook.source.judging import meant
from workbook.source.judging.problems import Problem

_NOT_ON_THE_SHEET = {"purpose", "notes", "provenance"}
"""**Why** not there: a purpose goes to lists and the file's data; notes and sources are nobody's copy."""


class SlotUse(NamedTuple):
    """A slot that a text names; ``words`` is how it is written, ``occurrence`` how often before."""

    location: Location
    slot: str
    markup: Markup
    words: str
    occurrence: int = 0


def uses(value: BaseModel) -> Iterator[SlotUse]:
    """Yield the slots that the texts of a file name, and those that an exercise's blocks begin with."""
    for location, text, markup in texts(value):
        for match in VALUE.finditer(text):
            if match["name"].startswith(SLOT):
                slot = match["name"].removeprefix(SLOT)
                yield SlotUse(location, slot, markup, match[0], text.count(match[0], 0, match.start()))
    if isinstance(value, Exercise):
        for start, blocks in ((("blocks",), value.blocks), (("short", "blocks"), value.short.blocks)):
            for number, block in enumerate(blocks):
                if slot := getattr(block, "prefill", None):
                    yield SlotUse((*start, number, "prefill"), slot, Markup.INLINE, slot)


def misused(value: BaseModel) -> Iterator[tuple[Location, Problem]]:
    """Yield what is wrong with a file's slots, each with the place of its text.

    A change's slots are those of the exercise that it makes, and are judged there.
    """
    if isinstance(value, Change):
        return
    declared = [slot.id for slot in value.slots] if isinstance(value, Exercise) else []
    for use in uses(value):
        if not isinstance(value, Exercise):
            message = "A slot belongs to an exercise; here nothing can fill it."
            problem = (Code.SLOT_OUT_OF_PLACE, message, "Say it in words.")
        elif use.markup is Markup.PLAIN or _NOT_ON_THE_SHEET.intersection(map(str, use.location)):
            message = "A slot cannot stand here: a client's words would go into lists and the file's data."
            hint = "Use it in a sentence of the sheet, such as a prompt or a step."
            problem = (Code.SLOT_OUT_OF_PLACE, message, hint)
        elif use.slot not in declared:
            hint = meant.hint(use.slot, declared, "The slots of this exercise are")
            if not declared:
                hint = f"Declare it at the top: `slots: [{use.slot}]`."
            problem = (Code.UNKNOWN_SLOT, f"This exercise declares no slot `{use.slot[:60]}`.", hint)
        else:
            continue
        yield use.location, Problem(*problem, use.words, use.occurrence)


def unused(exercise: Exercise) -> Iterator[tuple[Location, str]]:
    """Yield the slots that are declared and stand in no text."""
    used = {use.slot for use in uses(exercise)}
    for number, slot in enumerate(exercise.slots):
        if slot.id not in used:
            yield ("slots", number), slot.id
