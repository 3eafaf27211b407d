"""Every error that the model can give has a sentence of its own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from workbook.source.judging import mistakes
from workbook.source.judging.fields import trace
from workbook.source.shelves import SHELVES

ONE_EACH: list[Any] = [
    None,
    True,
    3.5,
    -1,
    999,
    10**30,
    "",
    "x" * 5000,
    "???",
    "maybe",
    "2026-13-40",
    "2026-11-22T10:00:00",
    dt.date(2026, 11, 22),
    20261122,
    [],
    {},
    {"zzz": 1},
    {"kind": "zzz"},
]
BAD = [*ONE_EACH, *([value] for value in ONE_EACH), [1] * 100, {"reflection": 3}]


def models(annotation: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """Yield every model class that an annotation reaches."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        yield annotation
        for field in annotation.model_fields.values():
            yield from models(field.annotation, seen)
    for argument in get_args(annotation):
        yield from models(argument, seen)


MODELS = [
    model for seen in [set[type[BaseModel]]()] for shelf in SHELVES for model in models(shelf.model, seen)
]


def errors(model: type[BaseModel]) -> Iterator[tuple[str, mistakes.Said]]:
    inputs: list[dict[str, Any]] = [{}, {"zzz": 1}]
    inputs += [{field.alias or name: bad} for name, field in model.model_fields.items() for bad in BAD]
    for data in inputs:
        try:
            model.model_validate(data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                yield detail["type"], mistakes.say(detail, trace(model, detail["loc"]))


@pytest.fixture(scope="module")
def said() -> dict[str, list[mistakes.Said]]:
    gathered: dict[str, list[mistakes.Said]] = {}
    for model in MODELS:
        for kind, sentence in errors(model):
            gathered.setdefault(kind, []).append(sentence)
    return gathered


def test_the_walk_reaches_the_models() -> None:
    names = {model.__name__ for model in MODELS}
    assert {"Exercise", "LinesAnswer", "Passage", "TextPage", "Entry", "CrisisLine", "SheetWords"} <= names


def test_every_error_of_the_model_has_its_own_sentence(said: dict[str, list[mistakes.Said]]) -> None:
    assert set(said) - set(mistakes._SENTENCES) == set()
    assert len(said) > 20


def test_sentences_are_sentences(said: dict[str, list[mistakes.Said]]) -> None:
    for kind, sentences in said.items():
        for sentence in sentences:
            assert sentence.message.endswith("."), (kind, sentence)
            assert sentence.hint, (kind, sentence)
            assert len(sentence.message) < 160, (kind, sentence)
            assert not re.search(r"None|str_|_type|<class|pydantic", sentence.message), (kind, sentence)


def test_every_pattern_is_explained() -> None:
    patterns = {
        pattern
        for shelf in SHELVES
        for pattern in re.findall(r"'pattern': '([^']*)'", str(shelf.model.model_json_schema()))
    }
    assert patterns
    assert {p.replace("\\\\", "\\") for p in patterns} <= set(mistakes._PATTERNS)


def test_an_unforeseen_error_still_makes_a_sentence() -> None:
    detail: Any = {"type": "brand_new", "loc": ("id",), "input": object(), "msg": "?"}
    sentence = mistakes.say(detail, trace(SHELVES[0].model, ("id",)))
    assert sentence.message.startswith("`id` cannot be")
    assert sentence.hint
