"""JSON Schemas of the files, so that an editor completes keys and marks mistakes while one types."""

from __future__ import annotations

import json

from workbook.model.practice import PracticeFile
from workbook.source.shelves import SHELVES

_MODELS = {
    **{shelf.kind: (shelf.model, shelf.noun.capitalize()) for shelf in SHELVES},
    "practice": (PracticeFile, "Practice"),
}
KINDS = tuple(_MODELS)


def schema(kind: str) -> str:
    """Return a sort of content's JSON Schema (draft 2020-12): the same text for the same model.

    Raises:
        ValueError: there is no such sort.
    """
    if kind not in _MODELS:
        raise ValueError(f"no schema {kind!r}; there are {', '.join(KINDS)}")
    model, title = _MODELS[kind]
    content = model.model_json_schema(by_alias=True)
    content["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    content["title"] = title
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
