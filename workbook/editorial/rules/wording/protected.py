"""H009: instruments and forms that belong to others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from workbook.editorial.reading.passages import Passage, Sheet
from workbook.editorial.rule import WordingRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity

NAMES = (
    (r"DEAR[\s-]*MAN|DEARMAN", "DEAR MAN, a handout of DBT"),
    (r"GIVE(?=\s+(?:skills?|handout|FAST))|(?<=FAST and )GIVE|“GIVE”|G\.I\.V\.E\.", "GIVE, a handout of DBT"),
    (r"FAST(?=\s+(?:skills?|handout|GIVE))|(?<=GIVE and )FAST|“FAST”|F\.A\.S\.T\.", "FAST, a handout of DBT"),
    (r"(?:ORS|SRS)", "the Outcome and Session Rating Scales"),
    (r"(?i:(?:outcome|session) rating scale)", "the Outcome and Session Rating Scales"),
    (r"3RS", "the 3RS rupture manual"),
    (r"VIA(?: survey| character strengths)?", "the VIA survey of strengths"),
    (r"(?i:stanley[–—\s-]+(?:and[\s]+)?brown)", "the Stanley–Brown safety plan"),
    (r"WOOP", "WOOP"),
    (r"EMDR", "an EMDR protocol"),
    (r"Beck(?: Institute)?(?:['’]s)?|BDI", "a form by Beck or the Beck Institute"),
    (r"(?i:therapist\s?aid)", "a sheet by Therapist Aid"),
    (r"(?i:psychology\s?tools)", "a sheet by Psychology Tools"),
    (
        r"CCI|(?i:cent(?:re|er) for clinical interventions)",
        "a sheet by the Centre for Clinical Interventions",
    ),
)
"""Names as they are written, and what each stands for. Source: content design, "Protected"."""

_PATTERNS = tuple((re.compile(rf"(?<![\w-])(?:{written})(?![\w-])"), owner) for written, owner in NAMES)


class ProtectedName(WordingRule):
    """A protected name in a client's text, or in the notes outside the references."""

    code = Code.PROTECTED_NAME
    title = "a protected instrument"

    def check(self, subject: Subject[BaseModel]) -> Iterator[Diagnostic]:
        """Yield a finding for each name; ``frameworks`` and ``sources`` may have them."""
        for passage in subject.passages:
            if passage.sheet is not Sheet.REFERENCES:
                yield from self._in(passage, subject)

    def _in(self, passage: Passage, subject: Subject[BaseModel]) -> Iterator[Diagnostic]:
        for pattern, owner in _PATTERNS:
            for match in pattern.finditer(passage.text):
                client = passage.for_client
                yield self.finding(
                    f"“{match[0]}” names {owner}, which is protected.",
                    "Say it in words of your own; the name may stand in `frameworks` or `sources`."
                    if client
                    else "Name it in `frameworks` or `sources`, and reproduce nothing of it here.",
                    subject.span_within(passage, *match.span()),
                    Severity.ERROR if client else Severity.WARNING,
                )
