"""JSON Schemas of the files, so that an editor completes keys and marks mistakes while one types."""

from __future__ import annotations

import json

from workbook.source.shelves import SHELVES

KINDS = tuple(shelf.kind for shelf in SHELVES)


def schema(kind: str) -> str:
    """Return a sort of content's JSON Schema (draft 2020-12): the same text for the same model.

    Raises:
        ValueError: there is no such sort.
    """
    shelf = next((shelf for shelf in SHELVES if shelf.kind == kind), None)
    if shelf is None:
        raise ValueError(f"no schema {kind!r}; there are {', '.join(KINDS)}")
    content = shelf.model.model_json_schema(by_alias=True)
    content["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    content["title"] = shelf.noun.capitalize()
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
