"""H004: how long sentences are."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from workbook.editorial.reading.passages import Passage, Sheet
from workbook.editorial.reading.sentences import Sentence, sentences, shown
from workbook.editorial.rule import WordingRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.base import Markup

MOST = 25
"""Words in a sentence. Source: the plain-language guidance of the UK's Government Digital Service."""
AVERAGE = 15
"""Words in a sheet's sentences on average. Source: Cutts, M. (2020), Oxford Guide to Plain English."""


class SentenceLength(WordingRule):
    """A sentence of more than 25 words, or a sheet whose sentences are long on average."""

    code = Code.SENTENCE_LENGTH
    title = "sentence length"

    def check(self, subject: Subject[BaseModel]) -> Iterator[Diagnostic]:
        """Yield a finding for each long sentence, and one for each sheet of long ones."""
        for sheet in subject.client_sheets():
            read = [
                (passage, sentence)
                for passage in subject.client_passages
                if passage.sheet is sheet and passage.markup is not Markup.PLAIN
                for sentence in sentences(passage.text, passage.markup)
            ]
            for passage, sentence in read:
                if len(sentence.words) > MOST:
                    yield self._too_long(subject, passage, sentence)
            words = sum(len(sentence.words) for _, sentence in read)
            if read and words / len(read) > AVERAGE:
                yield self._long_on_average(subject, sheet, words / len(read))

    def _too_long(self, subject: Subject[BaseModel], passage: Passage, sentence: Sentence) -> Diagnostic:
        return self.finding(
            f"This sentence has {len(sentence.words)} words, and {MOST} is the most: "
            f"“{shown(passage.text, sentence)}”.",
            "Split it in two.",
            subject.span_within(passage, sentence.start, sentence.end),
        )

    def _long_on_average(self, subject: Subject[BaseModel], sheet: Sheet, average: float) -> Diagnostic:
        return self.finding(
            f"The sentences of {sheet} have {average:.1f} words on average, and {AVERAGE} is the aim.",
            "Split the longest ones; short and middling sentences side by side read best.",
            subject.span(("short",) if sheet is Sheet.SHORT else ("title",)),
            Severity.WARNING,
        )
