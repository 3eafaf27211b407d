"""A trace is something in a finished file that could tell a person; searching for words that are known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbook.model.code import codes_within

_WORD = re.compile(r"\w+")
_HYPHEN = re.compile("[\u00ad\ufffe\u0002]\\s*")
"""Hyphens at the end of a line, as a PDF's text and an EPUB's have them."""


class LockedError(Exception):
    """The file wants a password, or another one."""


class DamagedError(Exception):
    """The file is not what its beginning says."""


@dataclass(frozen=True, order=True)
class Trace:
    """``where`` it is, ``what`` it is, and its ``value`` where that may be shown.

    A client's own words are never shown, only which of them they are.
    """

    where: str
    what: str
    value: str = ""


class Known:
    """Words to look for: ``shown`` may be repeated (a practice's name), ``secret`` not (a client's words)."""

    def __init__(self, shown: Mapping[str, str], secret: Mapping[str, str]) -> None:
        self._shown = {label: (text, _words(text)) for label, text in shown.items() if _words(text)}
        self._secret = {label: _words(text) for label, text in secret.items() if _words(text)}

    def search(self, text: str, where: str) -> Iterator[Trace]:
        """Yield what of it stands in a text, however its lines are broken and its quotation marks curled."""
        words = _words(text)
        for label, (value, wanted) in self._shown.items():
            if _holds(words, wanted):
                yield Trace(where, label, value)
        for label, wanted in self._secret.items():
            if _holds(words, wanted):
                yield Trace(where, label)
        for code in dict.fromkeys(codes_within(text)):
            yield Trace(where, "a client's code", code)


def _words(text: str) -> str:
    """Return the words between spaces, in one form."""
    plain = unicodedata.normalize("NFKC", _HYPHEN.sub("", text)).casefold()
    return f" {' '.join(_WORD.findall(plain))} ".replace("  ", "")


def _holds(words: str, wanted: str) -> bool:
    return wanted in words
