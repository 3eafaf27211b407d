"""H017: sentences that two exercises have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from workbook.editorial.reading.passages import Passage, client_passages
from workbook.editorial.reading.sentences import Sentence, sentences, shown
from workbook.editorial.rule import ExerciseRule
from workbook.editorial.subject import Subject
from workbook.errors import Code, Diagnostic, FindingsError, Severity
from workbook.model.exercise import Exercise
from workbook.source.library import Library
from workbook.source.shelves import EXERCISES

LEAST = 6
"""Words from which on a sentence counts; shorter ones meet by chance."""

_Words = tuple[str, ...]
_Known = Mapping[_Words, set[str]]


class _Said(NamedTuple):
    passage: Passage
    sentence: Sentence
    words: _Words


class SharedSentence(ExerciseRule):
    """A sentence that stands word for word in another exercise too.

    **Why**: who does several pages should not feel that a machine filled in a form.
    """

    code = Code.SHARED_SENTENCE
    title = "a sentence of another exercise"

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Library, _Known] = WeakKeyDictionary()

    def check(self, subject: Subject[Exercise]) -> Iterator[Diagnostic]:
        """Yield a finding for each such sentence."""
        if subject.library not in self._known:
            self._known[subject.library] = _by_sentence(subject.library)
        known = self._known[subject.library]
        for passage, sentence, words in _said(subject.value):
            others = sorted(known.get(words, set()) - {_family(subject.value)})
            if others:
                yield self.finding(
                    f"“{shown(passage.text, sentence)}” stands word for word in `{others[0]}` too.",
                    "Say it in another way in one of the two.",
                    subject.span_within(passage, sentence.start, sentence.end),
                    Severity.WARNING if _among_own(subject, others) else None,
                )


def _among_own(subject: Subject[Exercise], others: list[str]) -> bool:
    """Tell whether a practice has said it twice itself, as whoever begins two pages from one starter does."""
    folder = subject.library.practice_folder
    paths = [subject.loaded.path, *(subject.library.path(EXERCISES, name) for name in others)]
    return folder is not None and all(
        path and path.resolve().is_relative_to(folder.resolve()) for path in paths
    )


def _by_sentence(library: Library) -> _Known:
    known: defaultdict[_Words, set[str]] = defaultdict(set)
    for name in library.exercise_ids():
        try:
            exercise = library.exercise(name).value
        except FindingsError:
            continue  # its own file's findings say what is wrong with it
        for _, _, words in _said(exercise):
            known[words].add(_family(exercise))
    return known


def _family(exercise: Exercise) -> str:
    """Return the exercise that one was made from, or itself: a family shares what it has not changed."""
    origin = exercise.provenance.changed_from
    return origin.exercise if origin else exercise.id


def _said(exercise: Exercise) -> Iterator[_Said]:
    for passage in client_passages(exercise):
        for sentence in sentences(passage.text, passage.markup):
            if len(sentence.words) >= LEAST:
                words = tuple(word.casefold().replace("’", "'") for word in sentence.words)
                yield _Said(passage, sentence, words)
