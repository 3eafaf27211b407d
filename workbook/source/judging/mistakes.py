"""Pydantic's errors in plain words.

**Why** our own: pydantic speaks to programmers and changes its English; its error types are stable. So each
type has a sentence here, and a test walks over all constraints of the model to see that none is missing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

from pydantic_core import ErrorDetails

from workbook.errors import Code
from workbook.model.base import Language, Slug, Version
from workbook.model.crisis import HttpsUrl
from workbook.model.edition import Bisac, Thema
from workbook.model.isbn import Isbn
from workbook.model.theme import Colour, Family, Millimetres, PictureName, Points
from workbook.source.judging import meant
from workbook.source.judging.fields import Site


class Said(NamedTuple):
    """A finding without its place."""

    code: Code
    message: str
    hint: str


@dataclass(frozen=True)
class _Mistake:
    """An error of pydantic's and where it stands."""

    error: ErrorDetails
    site: Site

    @property
    def input(self) -> Any:
        return self.error["input"]

    @property
    def limits(self) -> dict[str, Any]:
        return self.error.get("ctx", {})

    @property
    def key(self) -> int | str:
        return self.site.location[-1] if self.site.location else "file"

    @property
    def name(self) -> str:
        """How to call the value: `minutes`, or item 3 of `steps`."""
        if isinstance(self.key, str):
            return f"`{self.key}`"
        holders = (part for part in reversed(self.site.location) if isinstance(part, str))
        return f"Item {self.key + 1} of `{next(holders, 'the list')}`"


def say(error: ErrorDetails, site: Site) -> Said:
    """Return what to tell about an error of pydantic's."""
    return _SENTENCES.get(error["type"], _unforeseen)(_Mistake(error, site))


_SHOWN = 40

_PATTERNS = {
    get_args(alias)[1].pattern: words
    for alias, words in (
        (Slug, "Use small letters a–z, digits and single hyphens, beginning with a letter: `my-page`."),
        (Language, "Write a language tag: `en`, `de` or `pt-BR`."),
        (Version, "Write three numbers with dots: `1.0.0`."),
        (Colour, 'Write a colour in quotes, small letters after the sign: "#1f5e68".'),
        (Family, "Write a font family's name in letters, digits and spaces: Atkinson Hyperlegible."),
        (Points, "Write a size in points, from 7 to 99: 12pt."),
        (Millimetres, "Write a height in millimetres, above 0 and below 100: 20mm."),
        (PictureName, "Write the name of a file beside this one, such as logo.svg, or none."),
        (HttpsUrl, "Write the whole address, beginning with https:// and without spaces."),
        (Isbn, "Write all thirteen digits; they begin with 978 or 979."),
        (
            Bisac,
            "Write three capitals and six digits, as in the industry's list: `SEL040000`.",
        ),
        (Thema, "Write the code as in EDItEUR's list, in capitals: `VSP`; a qualifier begins with a digit."),
    )
}


def _shown(value: object) -> str:
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    text = " ".join(text.split())
    return f"`{text[:_SHOWN]}…`" if len(text) > _SHOWN else f"`{text}`"


def _sort(value: object) -> str:
    """Name the sort of a value."""
    if isinstance(value, bool):
        return "true or false"
    names: dict[type, str] = {
        str: "text",
        int: "a number",
        float: "a number",
        dt.date: "a date",
        list: "a list",
        dict: "a group of keys",
    }
    return names.get(type(value), "empty")


def _wrong_type(wanted: str, hint: str) -> Callable[[_Mistake], Said]:
    def sentence(mistake: _Mistake) -> Said:
        value = mistake.input
        message = f"{mistake.name} must be {wanted}; it is {_sort(value)}."
        if value is None:
            return Said(Code.WRONG_TYPE, message, "Write the value after the colon, or take the key out.")
        return Said(Code.WRONG_TYPE, message, hint)

    return sentence


def _not_text(mistake: _Mistake) -> Said:
    value = mistake.input
    if isinstance(value, dict | list):
        hint = "Write one text here; put it in quotes if it begins with a bracket or has a colon in it."
    elif isinstance(value, int) and not isinstance(value, bool):
        hint = f'Put it in quotes: "{value}".'
    else:
        hint = "Put it in quotes, so that it is read as text."
    return _wrong_type("text", hint)(mistake)


def _unknown_key(mistake: _Mistake) -> Said:
    key = str(mistake.key)
    return Said(
        Code.UNKNOWN_KEY,
        f"{_shown(key)} is not a key that is known here.",
        meant.hint(key, mistake.site.keys, "The keys here are"),
    )


def _missing(mistake: _Mistake) -> Said:
    if isinstance(mistake.key, int):
        return Said(Code.TOO_SHORT, f"{mistake.name} is missing.", "Add an item to the list.")
    about = field.description if (field := mistake.site.field) else None
    hint = f"Add the line `{mistake.key}: …`." + (f" What it is for: {about}" if about else "")
    return Said(Code.MISSING_KEY, f"The key `{mistake.key}` is missing.", hint)


def _text_too_long(mistake: _Mistake) -> Said:
    most, length = mistake.limits["max_length"], len(str(mistake.input).strip())
    return Said(
        Code.TOO_LONG,
        f"{mistake.name} has {length} letters; {most} is the most.",
        f"Take out at least {length - most} letters, so that it fits the page.",
    )


def _text_too_short(mistake: _Mistake) -> Said:
    return Said(Code.TOO_SHORT, f"{mistake.name} is empty.", "Write the text, or take the key out.")


def _list_too_long(mistake: _Mistake) -> Said:
    most, length = mistake.limits["max_length"], mistake.limits["actual_length"] or len(mistake.input)
    return Said(
        Code.TOO_LONG,
        f"{mistake.name} has {length} items; {most} is the most.",
        f"Take out {length - most}.",
    )


def _list_too_short(mistake: _Mistake) -> Said:
    least, length = mistake.limits["min_length"], len(mistake.input)
    return Said(
        Code.TOO_SHORT,
        f"{mistake.name} has {length} item{'' if length == 1 else 's'}; {least} is the least.",
        f"Add {least - length} more, each after a dash.",
    )


def _too_little(mistake: _Mistake) -> Said:
    least = mistake.limits["ge"]
    return Said(
        Code.WRONG_VALUE,
        f"{mistake.name} is {mistake.input}; {least} is the least.",
        f"Write {least} or more.",
    )


def _too_much(mistake: _Mistake) -> Said:
    most = mistake.limits["le"]
    return Said(
        Code.WRONG_VALUE, f"{mistake.name} is {mistake.input}; {most} is the most.", f"Write {most} or less."
    )


def _pattern(mistake: _Mistake) -> Said:
    return Said(
        Code.WRONG_VALUE,
        f"{mistake.name} cannot be {_shown(mistake.input)}.",
        _PATTERNS.get(mistake.limits["pattern"], "Look at another file for how it is written."),
    )


def _not_listed(mistake: _Mistake) -> Said:
    allowed = re.findall(r"'([^']+)'|\b(\d+)\b", mistake.limits["expected"])
    words = [word or number for word, number in allowed]
    if mistake.key == "[key]":
        key = str(mistake.input)
        return Said(
            Code.UNKNOWN_KEY,
            f"{_shown(key)} is not a key that is known here.",
            meant.hint(key, words, "The keys here are"),
        )
    hint = meant.hint(str(mistake.input), words, "Allowed are")
    if not isinstance(mistake.input, str | int):
        return _wrong_type("one of a few words", hint)(mistake)
    return Said(Code.WRONG_VALUE, f"{mistake.name} cannot be {_shown(mistake.input)}.", hint)


def _unknown_kind(mistake: _Mistake) -> Said:
    kinds = re.findall(r"'([^']+)'", mistake.limits["expected_tags"])
    kind = str(mistake.limits["tag"])
    like = meant.closest(kind, kinds)
    advice = f"Did you mean `{like}`? " if like else ""
    advice += f"The kinds are {', '.join(f'`{k}`' for k in kinds)}."
    return Said(Code.UNKNOWN_ANSWER_KIND, f"There is no answer kind {_shown(kind)}.", advice)


def _no_kind(mistake: _Mistake) -> Said:
    return Said(
        Code.UNKNOWN_ANSWER_KIND,
        f"{mistake.name} does not say its answer kind.",
        "Begin it with a line like `kind: lines`; `passage` is for words with nothing to fill in.",
    )


def _refused(mistake: _Mistake) -> Said:
    """Say what a validator of our own found; its message is ``key: what is wrong``."""
    words = str(mistake.limits["error"])
    return Said(
        Code.WRONG_VALUE,
        f"This does not fit together: {words.partition(': ')[2] or words}.",
        "Look at the keys of this part once more.",
    )


def _unforeseen(mistake: _Mistake) -> Said:
    return Said(
        Code.WRONG_VALUE,
        f"{mistake.name} cannot be {_shown(mistake.input)}.",
        "Look at another file for how it is written, or see `workbook schema`.",
    )


_DATE = _wrong_type("a date", "Write year-month-day, without quotes: 2026-11-22.")
_NUMBER = _wrong_type("a whole number", "Write digits alone, without quotes: 3.")
_YES_NO = _wrong_type("true or false", "Write true or false, without quotes.")
_LIST = _wrong_type("a list", "Put each item on a line of its own, after a dash.")
_GROUP = _wrong_type("a group of keys", "Put `key: value` lines below it, indented by two spaces.")

_SENTENCES: dict[str, Callable[[_Mistake], Said]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_type": _not_text,
    "string_too_long": _text_too_long,
    "string_too_short": _text_too_short,
    "string_pattern_mismatch": _pattern,
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_parsing_size": _NUMBER,
    "int_from_float": _NUMBER,
    "greater_than_equal": _too_little,
    "less_than_equal": _too_much,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "tuple_type": _LIST,
    "too_short": _list_too_short,
    "too_long": _list_too_long,
    "dict_type": _GROUP,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "literal_error": _not_listed,
    "enum": _not_listed,
    "union_tag_invalid": _unknown_kind,
    "union_tag_not_found": _no_kind,
    "value_error": _refused,
}
"""A sentence for each type of error that the model can give."""
