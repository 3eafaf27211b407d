"""H010: people's names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from workbook.editorial.data import listed
from workbook.editorial.rule import WordingRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic

NAMES = listed("first-names")
"""First names that are nothing else in English."""

_SAID = (
    "said|says|asked|asks|told|tells|replied|replies|answered|felt|thought|wrote|writes|smiled|laughed|cried"
)
_WORD = re.compile(r"(?<![\w’'-])[A-ZÉÀ-Þ][a-zß-ÿ]+(?![a-zß-ÿ])")
_SPEAKS = re.compile(rf"(?<=[a-z,;:] )(?P<name>[A-Z][a-z]+) (?:{_SAID})\b")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?P<name>[A-Z][a-z]+)")
_NOT_NAMES = listed("not-names")


class PersonNamed(WordingRule):
    """A person's name in a client's text: the pages are about the reader, and no one's story is told."""

    code = Code.PERSON_NAMED
    title = "a person's name"

    def check(self, subject: Subject[BaseModel]) -> Iterator[Diagnostic]:
        """Yield a finding for each name."""
        for passage in subject.client_passages:
            for start, name in sorted(_names(passage.text)):
                yield self.finding(
                    f"“{name}” is a person's name.",
                    "Say who it is to the reader: my manager, a friend, the neighbour upstairs.",
                    subject.span_within(passage, start, start + len(name)),
                )


def _names(text: str) -> set[tuple[int, str]]:
    found = {(m.start(), m[0]) for m in _WORD.finditer(text) if m[0] in NAMES}
    for pattern in (_SPEAKS, _TITLED):
        found |= {(m.start("name"), m["name"]) for m in pattern.finditer(text) if m["name"] not in _NOT_NAMES}
    return found
