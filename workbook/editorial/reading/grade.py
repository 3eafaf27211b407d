"""How hard a text is to read: the Flesch–Kincaid grade level.

Source of the figures: Kincaid, J. P., Fishburne, R. P., Rogers, R. L., and Chissom, B. S. (1975). Derivation
of new readability formulas for Navy enlisted personnel. Research Branch Report 8-75, Naval Air Station
Memphis.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbook.editorial.reading.sentences import Sentence
from workbook.editorial.reading.syllables import syllables


@dataclass(frozen=True)
class Measure:
    """What is counted in a text."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables
        )

    @property
    def grade(self) -> float:
        """The school grade (US) in which a child reads such a text with ease; 0 for an empty text."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def measured(sentences: Iterable[Sentence], *, names_exempt: bool = True) -> Measure:
    """Count sentences. With ``names_exempt`` each word with a capital inside a sentence has one syllable."""
    total = Measure()
    for sentence in sentences:
        total += _measure(sentence, names_exempt=names_exempt)
    return total


def _measure(sentence: Sentence, *, names_exempt: bool) -> Measure:
    first, *others = sentence.words
    count = syllables(first)
    for word in others:
        count += 1 if names_exempt and word[0].isupper() else syllables(word)
    return Measure(1, len(sentence.words), count)
