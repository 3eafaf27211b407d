"""A change's file to begin with: every field of an exercise as a comment, with its present words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from workbook.model.answers import Block
from workbook.model.change import SomeFields
from workbook.model.exercise import Exercise, Hideable
from workbook.source.notation.writing import lines

_TOP = """\
# yaml-language-server: $schema=../schema/change.schema.json
#
# {title}: what you want to have otherwise.
#
# Lines that begin with # are switched off; they show what the page says now. To say something else, take the
# # and the space after it away, and put your words in place of those. A long text has several such lines.
# What you leave switched off stays as it is, also when the page is updated.
exercise: {id}
version: {version}
"""
_BLOCKS = """
# The blocks, each found by its id. Besides its words you can change its room (`lines: 6`) or its kind
# (`kind: box`). To leave one out, write `- remove: its-id` in place of `- reword: its-id`.
# To put one elsewhere: `- move: its-id` and under it `after: another-id`, or `before:`.
"""
_ADD = """\
  # A block of your own, after another:
  # - add:
  #     kind: lines
  #     id: my-own
  #     label: What I add
  #     prompt: What else is there to say?
  #     lines: 3
  #   after: {last}
"""
_ITEMS = """
# Single items of a list, found by their first words, instead of the whole list under `set`:
# items:
#   - in: notes.review
#     add: What else did you notice?
#   - in: steps
#     replace: The step's first words
#     with: Another step.

# Parts that are not to be printed, of these:
{parts}.
# What keeps a client safe cannot be hidden, only said in other words.
# hide: [example]
"""


_COMMENT: dict[str, Any] = {"width": 100, "initial_indent": "# ", "subsequent_indent": "# "}


def template(exercise: Exercise) -> str:
    """Return the text of a file in which nothing is changed yet."""
    data = exercise.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    parts = [
        _TOP.format(title=exercise.title, id=exercise.id, version=exercise.version),
        *_group("set", _settable(data, SomeFields), 0),
        _BLOCKS.rstrip("\n"),
        *_blocks("blocks", exercise.blocks),
        _ADD.format(last=exercise.blocks[-1].id).rstrip("\n"),
        "",
        "# The blocks of the two-minute sheet.",
        *_blocks("short_blocks", exercise.short.blocks),
        _ITEMS.format(parts=textwrap.fill(", ".join(Hideable), **_COMMENT)),
    ]
    return "\n".join(parts)


def _settable(data: dict[str, Any], fields: Any) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key in fields.model_fields and key != "provenance"}


def _group(key: str, values: dict[str, Any], indent: int) -> Iterator[str]:
    yield f"{' ' * indent}{key}:"
    for name, value in values.items():
        if isinstance(value, dict):
            inner = {part: words for part, words in value.items() if part != "blocks"}
            yield from _group(name, inner, indent + 2)
        else:
            yield from lines({name: value}, indent + 2, comment=True)


def _blocks(key: str, blocks: Sequence[Block]) -> Iterator[str]:
    yield f"{key}:"
    for block in blocks:
        yield f"  - reword: {block.id}"
        fields = block.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})
        yield from lines({"kind": fields.pop("kind"), **fields}, 4, comment=True)
