"""The comments of a YAML text: what stands after ``#`` and is no part of any value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbook.source.notation.nodes import Letters

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")
_BLOCK_SCALAR = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


class Comment(NamedTuple):
    """``start`` is the place of the ``#``; ``alone`` tells that nothing else is on the line."""

    start: int
    words: str
    alone: bool


def comments(text: str, scalars: Sequence[Letters]) -> Iterator[Comment]:
    """Yield the comments in reading order; ``scalars`` are all keys and values of the text.

    **Why** between the scalars: within a folded text, and within quotes, ``#`` is a letter like any other.
    """
    last = 0
    for scalar in sorted(scalars, key=lambda scalar: scalar.start):
        yield from _between(text, last, scalar.start)
        if header := _BLOCK_SCALAR.match(text, scalar.start, scalar.end):
            yield Comment(header.start(1), header[1], alone=False)
        last = max(last, scalar.end)
    yield from _between(text, last, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for match in _COMMENT.finditer(text, start, end):
        line = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        yield Comment(match.start(), match[0], alone=not text[line : match.start()].strip())
