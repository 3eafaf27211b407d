"""H007: words that we do not say to clients."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from workbook.editorial.reading.sentences import sentences
from workbook.editorial.rule import WordingRule
from workbook.editorial.rules.wording.matching import Entry
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic

SCHOOL = "it sounds like school"
DUTY = "it sounds like a duty, and every part is the client's choice"
BLAME = "it blames"
MEDICAL = "it makes an illness of a person's way"
BELITTLES = "it belittles what may be hard"

WORDS = (
    Entry(r"homework|home work", "“page” or “practice”", SCHOOL),
    Entry(r"assignments?", "“page” or “practice”", SCHOOL),
    Entry(r"scor(?:e|es|ed|ing)", "“number” or “rate”", SCHOOL),
    Entry(r"tests?|tested|testing|quiz(?:zes)?|exams?", "“try out” or “look at”", SCHOOL),
    Entry(
        r"correct(?!s? the record)(?:s|ed|ing|ly|ion|ions)?|incorrect(?:ly)?", "“fits” or “change”", SCHOOL
    ),
    Entry(r"grades?|graded|grading", "“number” or “step”", SCHOOL),
    Entry(r"right answers?|wrong answers?", "“There is no need to get it right”", SCHOOL),
    Entry(r"should(?:n't)?|ought to", "“could”, “may” or “it helps to”", DUTY),
    Entry(r"must(?:n't)?(?! have)", "“need to”, or say what happens otherwise", DUTY),
    Entry(r"supposed to", "“could”, or say whose wish it is", DUTY),
    Entry(r"fail(?:s|ed|ing|ure|ures)?", "“did not work this time”", BLAME),
    Entry(r"(?:your|my) fault", "“your part” or “my part”", BLAME),
    Entry(r"try harder", "“try another way”", BLAME),
    Entry(
        r"irrational(?:ly)?|overreact(?:s|ed|ing|ion)?|attention[- ]seeking",
        "what happened, in plain words",
        BLAME,
    ),
    Entry(
        r"dysfunctional|maladaptive|toxic|abnormal|disorders?|pathological",
        "what happens, in plain words",
        MEDICAL,
    ),
    Entry(r"commit(?:s|ted|ting)? suicide", "“die by suicide” or “end their life”", "it comes from crime"),
    Entry(r"obviously|of course", "nothing; take it out", BELITTLES),
    Entry(r"it is (?:easy|simple)|it's (?:easy|simple)", "nothing; take it out", BELITTLES),
    Entry(r"just (?:calm down|relax)|cheer up|get over it", "one small thing that can be done", BELITTLES),
)
"""Sources: this project's content design; for “should”, Horney, K. (1950). Neurosis and Human Growth (the
tyranny of the should); for suicide, the Samaritans' media guidelines."""


class AvoidedWord(WordingRule):
    """A word of school, of duty, of blame; in speech between quotation marks it is a person's own."""

    code = Code.AVOIDED_WORD
    title = "a word we avoid"

    def check(self, subject: Subject[BaseModel]) -> Iterator[Diagnostic]:
        """Yield a finding for each such word."""
        for passage in subject.client_passages:
            spoken = [s for s in sentences(passage.text, passage.markup) if s.quoted]
            for entry in WORDS:
                for match in entry.pattern.finditer(passage.text):
                    if any(speech.start <= match.start() < speech.end for speech in spoken):
                        continue
                    yield self.finding(
                        f"“{match[0]}” is a word that we avoid: {entry.why}.",
                        f"Write {entry.instead}.",
                        subject.span_within(passage, *match.span()),
                    )
