from __future__ import annotations

import pytest
from pydantic import BaseModel

from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.text import Location
from workbook.model.workbook import Workbook
from workbook.source.judging.fields import trace


@pytest.mark.parametrize(
    ("model", "location", "kept", "owners"),
    [
        (Exercise, ("title",), ("title",), ["Exercise"]),
        (Exercise, ("before", "choice"), ("before", "choice"), ["Before"]),
        (Exercise, ("kind",), ("kind",), ["Exercise"]),
        (Exercise, ("blocks", 1, "lines", "lines"), ("blocks", 1, "lines"), ["LinesAnswer"]),
        (Exercise, ("blocks", 1, "lines", "prompt"), ("blocks", 1, "prompt"), ["LinesAnswer"]),
        (Exercise, ("blocks", 1, "lines"), ("blocks", 1), ["Exercise"]),
        (Exercise, ("blocks", 1, "two-columns", "left"), ("blocks", 1, "left"), ["TwoColumnsAnswer"]),
        (Exercise, ("short", "blocks", 0, "line", "wdith"), ("short", "blocks", 0, "wdith"), ["LineAnswer"]),
        (
            Exercise,
            ("blocks", 1, "table", "columns", 0, "width"),
            ("blocks", 1, "columns", 0, "width"),
            ["Column"],
        ),
        (Exercise, ("blocks", 1, "if-then", "pairs", 0, "if"), ("blocks", 1, "pairs", 0, "if"), ["Plan"]),
        (Workbook, ("front", 0, "page", "title"), ("front", 0, "title"), ["TextPage"]),
        (Workbook, ("front", 0, "page", "page"), ("front", 0, "page"), ["TextPage"]),
        (Workbook, ("front", 0, "name"), ("front", 0), ["Workbook"]),
        (
            Workbook,
            ("parts", 0, "exercises", 2, "variant"),
            ("parts", 0, "exercises", 2, "variant"),
            ["Entry"],
        ),
        (Locale, ("kinds", "zzz", "[key]"), ("kinds", "zzz", "[key]"), []),
        (Locale, ("sheet", "if"), ("sheet", "if"), ["SheetWords"]),
    ],
)
def test_tags_are_taken_out_and_owners_found(
    model: type[BaseModel], location: Location, kept: Location, owners: list[str]
) -> None:
    site = trace(model, location)
    assert site.location == kept
    assert [owner.__name__ for owner in site.owners] == owners


def test_keys_are_as_written_in_yaml() -> None:
    keys = trace(Exercise, ("blocks", 0, "if-then", "pairs", 0, "fi")).keys
    assert keys == ["if", "then"]
