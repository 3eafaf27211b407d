"""Check content: the mistakes of every file, and what the house rules find in files without."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from workbook.editorial.ignores import without_ignored
from workbook.editorial.rule import Rule
from workbook.editorial.rules import RULES
from workbook.editorial.shops import shop_findings
from workbook.editorial.statistics import Statistics, statistics
from workbook.editorial.subject import Subject
from workbook.errors import Diagnostic
from workbook.model.edition import Edition
from workbook.model.exercise import Exercise
from workbook.source.checking import look
from workbook.source.library import Library
from workbook.source.loading import Loaded


class Checked(NamedTuple):
    """What was found, in reading order; the figures of each exercise that was looked at, and all files."""

    findings: tuple[Diagnostic, ...]
    exercises: tuple[Statistics, ...]
    files: frozenset[Path]


def check(paths: Sequence[Path], library: Library, today: dt.date) -> Checked:
    """Check some files and folders; where none is named, the practice, or else all content."""
    findings: list[Diagnostic] = []
    exercises: dict[Path, Statistics] = {}
    files: set[Path] = set()
    for seen in look(paths, library):
        files.add(seen.path.absolute())
        findings += seen.findings
        if seen.loaded is not None:
            findings += judge(seen.loaded, seen.library, today)
            if isinstance(seen.loaded.value, Exercise):
                exercises[seen.loaded.path.resolve()] = statistics(seen.loaded.value)
    ordered = sorted(dict.fromkeys(findings), key=Diagnostic.sort_key)
    return Checked(tuple(ordered), tuple(exercises.values()), frozenset(files))


def judge(loaded: Loaded[Any], library: Library, today: dt.date) -> Iterator[Diagnostic]:
    """Yield what the house rules find in a file that is well in itself, without what it ignores."""
    yield from without_ignored(_found(RULES, Subject(loaded, library, today)), loaded.document)
    if isinstance(loaded.value, Edition):
        yield from shop_findings(loaded)


def _found(rules: Sequence[Rule[Any]], subject: Subject[Any]) -> Iterator[Diagnostic]:
    for rule in rules:
        if isinstance(subject.value, rule.about):
            yield from rule.check(subject)
