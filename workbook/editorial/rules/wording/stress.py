"""H008: raised voices: capitals and exclamation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from workbook.editorial.data import listed
from workbook.editorial.rule import WordingRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity

_ABBREVIATIONS = listed("abbreviations")

_CAPITALS = re.compile(r"(?<![\w{])[A-Z]{2}[A-Z0-9]*(?:['’][A-Z]+)?(?![\w}])")


class Stress(WordingRule):
    """Capitals for stress, and exclamation marks, in a client's text."""

    code = Code.STRESS
    title = "a raised voice"
    severity = Severity.WARNING

    def check(self, subject: Subject[BaseModel]) -> Iterator[Diagnostic]:
        """Yield a finding for each word in capitals and each exclamation mark."""
        for passage in subject.client_passages:
            for match in _CAPITALS.finditer(passage.text):
                if match[0] not in _ABBREVIATIONS:
                    yield self.finding(
                        f"“{match[0]}” is in capitals, which reads as a shout.",
                        "Write it small, or let the sentence's order do the work.",
                        subject.span_within(passage, *match.span()),
                    )
            for match in re.finditer("!+", passage.text):
                yield self.finding(
                    "An exclamation mark raises the voice.",
                    "End with a full stop.",
                    subject.span_within(passage, *match.span()),
                )
