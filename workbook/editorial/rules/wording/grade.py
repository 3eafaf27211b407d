"""H003: how hard a block is to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import BaseModel

from workbook.editorial.reading.grade import Measure, measured
from workbook.editorial.reading.passages import Passage, Sheet
from workbook.editorial.reading.sentences import Sentence, sentences, shown
from workbook.editorial.reading.syllables import syllables
from workbook.editorial.rule import WordingRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.base import Markup
from workbook.model.text import Location

AIM, LIMIT, NOTES_AIM = 6.0, 8.0, 12.0
"""Grades for clients (a warning above the first, an error above the second) and for therapists (a warning).

Source: the sixth grade or below is what the American Medical Association asks of words for patients (Weiss,
B. D. (2007). Health Literacy and Patient Safety: Help Patients Understand, 2nd edition. AMA Foundation).
"""
ENOUGH = 30
"""Words from which on a block has a grade of its own; smaller ones are read together."""
LEAST = 12
"""Words below which nothing is said: one long word would decide."""


class _Read(NamedTuple):
    passage: Passage
    sentence: Sentence


class ReadingGrade(WordingRule):
    """Text that is harder to read than the aim, and the sentence to mend first."""

    code = Code.READING_GRADE
    title = "reading grade"
    severity = Severity.WARNING

    def check(self, subject: Subject[BaseModel]) -> Iterator[Diagnostic]:
        """Yield a finding for each block that is too hard."""
        for name, sheet, block in _blocks(subject.passages):
            aim = AIM if sheet is not Sheet.NOTES else NOTES_AIM
            grade = measured(read.sentence for read in block).grade
            if round(grade, 1) > aim:
                severe = sheet is not Sheet.NOTES and round(grade, 1) > LIMIT
                yield self._found(subject, name, grade, block, Severity.ERROR if severe else self.severity)

    def _found(
        self, subject: Subject[BaseModel], name: str, grade: float, block: list[_Read], severity: Severity
    ) -> Diagnostic:
        worst = max(block, key=_hardness)
        words = shown(worst.passage.text, worst.sentence)
        aim = NOTES_AIM if worst.passage.sheet is Sheet.NOTES else AIM
        return self.finding(
            f"{name} reads at grade {grade:.1f}, and the aim is {aim:.0f} or below. Begin with “{words}”.",
            _advice(worst.sentence),
            subject.span_within(worst.passage, worst.sentence.start, worst.sentence.end),
            severity,
        )


def graded(passage: Passage) -> list[Sentence]:
    """Return the sentences of a text that count; labels and speech do not."""
    if passage.markup is Markup.PLAIN or passage.sheet is Sheet.REFERENCES:
        return []
    return [sentence for sentence in sentences(passage.text, passage.markup) if not sentence.quoted]


def _blocks(texts: Iterable[Passage]) -> Iterator[tuple[str, Sheet, list[_Read]]]:
    """Yield what is graded together: each block that is long enough, and the short ones of a region."""
    groups: defaultdict[tuple[Sheet, str], defaultdict[Location, list[_Read]]]
    groups = defaultdict(lambda: defaultdict(list))
    for passage in texts:
        for sentence in graded(passage):
            groups[passage.sheet, passage.region][passage.group].append(_Read(passage, sentence))
    for (sheet, region), blocks in groups.items():
        small: list[_Read] = []
        for location, block in blocks.items():
            if _words(block) >= ENOUGH:
                yield f"`{_named(location)}`", sheet, block
            else:
                small += block
        if _words(small) >= LEAST:
            place = f"{sheet}" if sheet in (Sheet.NOTES, Sheet.BOOK) else f"the {region} of {sheet}"
            yield f"What is short in {place}", sheet, small


def _named(location: Location) -> str:
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in location)


def _words(block: Iterable[_Read]) -> int:
    return sum(len(read.sentence.words) for read in block)


def _hardness(read: _Read) -> float:
    """Weigh a sentence's grade by its length, so that two long words alone are not the worst sentence."""
    measure: Measure = measured([read.sentence])
    return (measure.grade - AIM) * measure.words


def _advice(sentence: Sentence) -> str:
    long = sorted({w for w in sentence.words if syllables(w) > 2 and w.islower()}, key=syllables)
    advice = "Split it in two" if len(sentence.words) > 12 else "Say it more plainly"
    if long:
        words = ", ".join(f"“{word}”" for word in reversed(long[-4:]))
        return f"{advice}, or find shorter words for {words}."
    return f"{advice}: a full stop in place of a comma, “and” or “which”."
