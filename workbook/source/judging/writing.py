"""How a text is written: the values that it uses, and its Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbook.errors import Code
from workbook.model.base import Markup
from workbook.model.values import NAMES, SLOT, VALUE
from workbook.source.judging import markdown, meant
from workbook.source.judging.problems import Problem


class BadlyWrittenError(ValueError):
    """A text has problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(p.message for p in problems))


def check_text(text: str, markup: Markup) -> None:
    """Refuse a text that is not written as its field wants it. In plain text Markdown is just letters.

    Raises:
        BadlyWrittenError: V001 to V004.
    """
    problems = list(_values(text))
    if markup is not Markup.PLAIN:
        problems += markdown.problems(text, markup)
    if problems:
        raise BadlyWrittenError(problems)


_BRACES = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}|\{%|%\}|\{#")
_LIST = f"The values are {', '.join(NAMES)}."


def _values(text: str) -> Iterator[Problem]:
    for match in _BRACES.finditer(text):
        words = match[0]
        value = VALUE.fullmatch(words)
        if value and (value["name"] in NAMES or value["name"].startswith(SLOT)):
            continue  # whether there is such a slot, only the whole file can tell
        if value:
            message = f"There is no value called `{value['name']}`."
            like = meant.closest(value["name"], NAMES)
            hint = f"Did you mean {{{{ {like} }}}}? {_LIST}" if like else _LIST
        elif words.startswith("{{") and words.endswith("}}"):
            message = "Between {{ and }} stands the name of one value, and at most other words after a |."
            hint = _LIST
        else:
            message = f"`{words}` stands here without being part of a value."
            hint = "Write a value as {{ practice.name }}; texts have no conditions, loops or comments."
        yield Problem(Code.UNKNOWN_VALUE, message, hint, words, text.count(words, 0, match.start()))
