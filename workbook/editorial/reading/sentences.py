"""A Markdown text → its sentences, each with where it stands in the text as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbook.model.base import Markup
from workbook.model.values import VALUE

WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")
"""A word; with its hyphens and apostrophes it counts as one, as in Flesch's own rules (1949)."""

_BREAK = "\0"
_LINK = re.compile(r"\[([^\[\]]*)\](\([^()\s]*\))")
_LIST_ITEM = re.compile(r"(?:^|\n)([ ]*(?:[-*+]|\d+[.)])[ ])")
_PARAGRAPH = re.compile(r"\n[ ]*(?=\n)")
_RUN_IN = re.compile(r"\*\*[^*\n]{1,60}?(?::\*\*|\*\*:)")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_QUOTE = re.compile('“([^“”]*)”|"([^"]*)"')
_END = re.compile(rf"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[^\W_a-z]|\s*$|\s*{_BREAK})|{_BREAK}")
_SHORTENED = re.compile(r"(?:\b(?:mr|mrs|ms|dr|st|vs|no|ed|eds|e\.g|i\.e)|\b[A-Z]|\.[a-z])\.$", re.IGNORECASE)
_SPOKEN = 3
"""Words in a quotation from which on it counts as speech and not as a word that is talked about."""


class Sentence(NamedTuple):
    """``start`` and ``end`` are places in the text; ``quoted`` is speech between quotation marks."""

    start: int
    end: int
    words: tuple[str, ...]
    names: int
    quoted: bool


@lru_cache(maxsize=8192)
def sentences(text: str, markup: Markup) -> tuple[Sentence, ...]:
    """Return the sentences in reading order; a heading, an item or a line without a full stop is one too.

    Speech of three words or more is taken out of the sentence around it and is one for itself.
    """
    plain = text if markup is Markup.PLAIN else _without_markdown(text)
    plain = VALUE.sub(_unfilled, plain)
    found: list[Sentence] = []
    for quote in _QUOTE.finditer(plain):
        group = 1 if quote[1] is not None else 2
        if len(WORD.findall(quote[group])) >= _SPOKEN:
            found += _split(plain, *quote.span(group), quoted=True)
            plain = plain[: quote.start()] + _emptied(quote[0]) + plain[quote.end() :]
    found += _split(plain, 0, len(plain), quoted=False)
    return tuple(sorted(found))


def shown(text: str, sentence: Sentence, limit: int = 90) -> str:
    """Return a sentence for a finding, shortened in the middle of a long one."""
    words = re.sub(r"[*\s]+", " ", text[sentence.start : sentence.end]).strip()
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def _unfilled(value: re.Match[str]) -> str:
    """Put in a value's place the words that stand there while it is empty, letter for letter."""
    if value["otherwise"] is None:
        return "it".ljust(len(value[0]))
    before = value.start("otherwise") - value.start()
    return (" " * before + value["otherwise"]).ljust(len(value[0]))


def _without_markdown(text: str) -> str:
    """Blank out the signs, letter for letter, and mark where a sentence ends without a full stop."""
    text = _LINK.sub(lambda match: f" {match[1]} {' ' * len(match[2])}", text)
    text = _LIST_ITEM.sub(lambda match: _BREAK.ljust(len(match[0])), text)
    text = _PARAGRAPH.sub(lambda match: _BREAK.ljust(len(match[0])), text)
    text = _RUN_IN.sub(lambda match: match[0][:-1] + _BREAK, text)
    return _EMPHASIS.sub(lambda match: " " * len(match[0]), text)


def _emptied(quote: str) -> str:
    """Blank out speech but for the full stop that may end the sentence around it."""
    end = quote[-2:] if quote[-2:-1] in ".!?…" else "  "
    return end.rjust(len(quote))


def _split(text: str, start: int, end: int, *, quoted: bool) -> Iterator[Sentence]:
    last = start
    for match in _END.finditer(text[:end], start):
        if match[0] != _BREAK and _SHORTENED.search(text, last, match.start() + 1):
            continue
        yield from _sentence(text, last, match.end(), quoted=quoted)
        last = match.end()
    yield from _sentence(text, last, end, quoted=quoted)


def _sentence(text: str, start: int, end: int, *, quoted: bool) -> Iterator[Sentence]:
    found = list(WORD.finditer(text, start, end))
    if not found:
        return
    stop = end - (len(text[start:end]) - len(text[start:end].rstrip(f" \n{_BREAK}")))
    words = tuple(match[0] for match in found)
    names = sum(word[0].isupper() and word != "I" and not word.startswith("I’") for word in words[1:])
    yield Sentence(found[0].start(), stop, words, names, quoted)
