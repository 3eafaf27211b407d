from __future__ import annotations

from typing import Any

from workbook.model.answers import TableAnswer
from workbook.model.base import Markup
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.text import texts


def test_every_string_comes_with_its_place_and_way_of_writing() -> None:
    table = TableAnswer.model_validate(
        {
            "kind": "table",
            "id": "t",
            "label": "A table",
            "prompt": "Fill in.",
            "columns": [{"label": "One"}, {"label": "Two"}],
            "rows": ["first"],
        }
    )
    assert list(texts(table)) == [
        (("label",), "A table", Markup.PLAIN),
        (("prompt",), "Fill in.", Markup.INLINE),
        (("columns", 0, "label"), "One", Markup.PLAIN),
        (("columns", 1, "label"), "Two", Markup.PLAIN),
        (("rows", 0), "first", Markup.INLINE),
    ]


def test_places_lead_back_to_the_strings(sample: Book) -> None:
    for exercise in sample.exercises.values():
        data = exercise.model_dump(by_alias=True)
        for location, text, _ in texts(exercise):
            value: Any = data
            for step in location:
                value = value[step]
            assert value == text


def test_an_alias_is_the_place_in_yaml(sample: Book) -> None:
    places = {location for location, _, _ in texts(sample.exercises["boundary-if-push-back"])}
    assert any("if" in place for place in places)
    assert not any("if_" in place for place in places)


def test_steps_and_notes_are_walked(sample: Book) -> None:
    exercise: Exercise = sample.exercises["boundary-one-sentence"]
    places = {location[:2] for location, _, _ in texts(exercise)}
    assert {("steps", 0), ("notes", "why"), ("short", "title"), ("provenance", "ideas")} <= places
