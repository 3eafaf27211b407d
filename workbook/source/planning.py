"""A workbook's plan out of a title and the pages that were picked, and its text as a file."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence

import yaml

from workbook.model.exercise import Exercise
from workbook.model.workbook import Entry, Part, Workbook

HEAD = """\
# yaml-language-server: $schema=../schema/workbook.schema.json
# A page may also carry a word of yours, a day, and copies. In place of its name alone write:
#   - exercise: journal-courage-log
#     copies: 7
#     note: A few words are enough.
#     date: 2026-12-01
"""


def slug_of(title: str) -> str:
    """Return a title as an id, ``before-the-visit``; empty where it has no letter from a to z."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", letters.replace("'", ""))
    return "-".join(words)[:60].strip("-").lstrip("0123456789-")


def in_good_order(exercises: Iterable[Exercise]) -> list[Exercise]:
    """Return exercises light before strong, each after those of them that it needs."""
    light_first = sorted(exercises, key=lambda exercise: (exercise.strength, exercise.id))
    by_id = {exercise.id: exercise for exercise in light_first}
    ordered: dict[str, Exercise] = {}

    def put(exercise: Exercise, above: tuple[str, ...] = ()) -> None:
        for need in exercise.needs:
            if need in by_id and need not in above:
                put(by_id[need], (*above, exercise.id))
        ordered.setdefault(exercise.id, exercise)

    for exercise in light_first:
        put(exercise)
    return list(ordered.values())


def plan(title: str, picked: Sequence[Entry], date: dt.date) -> Workbook:
    """Return a workbook of one part with the pages that were picked; the rest is as most have it.

    Raises:
        ValidationError: the title has no letter, or is too long.
    """
    pages = Part(
        title="Your pages",
        intro="Take them in any order. Any page can wait, and any page can be left out.",
        exercises=tuple(picked),
    )
    return Workbook(
        id=slug_of(title),
        version="1.0.0",
        title=title,
        subtitle="Pages that we picked together",
        date=date,
        about="Pages picked for the time between sessions.",
        parts=(pages,),
    )


def plan_text(workbook: Workbook) -> str:
    """Return a plan as the YAML that a person would write: a page without extras is its id alone."""
    data = workbook.model_dump(mode="json", exclude_defaults=True) | {"date": workbook.date}
    for part, planned in zip(data["parts"], workbook.parts, strict=True):
        part["exercises"] = [_entry(entry) for entry in planned.exercises]
    return HEAD + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)


def _entry(entry: Entry) -> str | dict[str, object]:
    extras = entry.model_dump(mode="json", exclude_defaults=True)
    if entry.date:
        extras["date"] = entry.date
    return extras if len(extras) > 1 else entry.exercise
