"""From fields to answers: by exercise, by block, and within a block in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from workbook.answers.reading import Filled, Sort
from workbook.model.fields import ANSWER_END, CONTINUED, OWN, WORDS_END

Answers = dict[str, dict[str, Any]]
"""Exercise id, block id, and the answer: text, a number, words chosen, a list of words, or these by name."""

_MORE = re.compile(rf"/{CONTINUED}-\d+$")


def gather(fields: Sequence[Filled], *, everything: bool = False) -> Answers:
    """Return the answers; empty ones only where ``everything`` is wanted."""
    blocks: dict[tuple[str, str], list[Filled]] = {}
    for field in joined(fields):
        section, block, *_ = field.name.split("/")
        blocks.setdefault((section, block), []).append(field)
    answers: Answers = {}
    for (section, block), parts in blocks.items():
        if everything or any(part.value for part in parts):
            answers.setdefault(section, {})[block] = _answer(parts, everything)
    return answers


def joined(fields: Sequence[Filled]) -> list[Filled]:
    """Return the fields with what goes on over the page in one."""
    whole: dict[str, Filled] = {}
    for field in fields:
        name = _MORE.sub("", field.name)
        if name != field.name and name in whole:
            before = whole[name]
            text = "\n".join(filter(None, (before.value, field.value)))
            whole[name] = Filled(name, before.label, before.sort, text)
        else:
            whole[field.name] = field
    return list(whole.values())


def words(field: Filled) -> list[str]:
    """Return the words that tell a field from the answer's others: a row and a column, an option.

    **Why** from the label: it travels in the file, so that a page can be read where its exercise is unknown.
    """
    _, sign, own = field.label.partition(ANSWER_END)
    return own.split(WORDS_END) if sign else []


def said(field: Filled) -> str | int:
    """Return what was chosen: a number, or the words of an option."""
    return int(field.value) if re.fullmatch(r"\d{1,3}", field.value) else field.chosen or field.value


def _answer(parts: Sequence[Filled], everything: bool) -> Any:
    ticks = [part for part in parts if part.sort is Sort.TICK]
    own = {part.name: part for part in parts if part.name.rpartition("/")[2].startswith(OWN)}
    if ticks:
        texts = [part.value for part in own.values() if part.value]
        plain = [_last(tick) for tick in ticks if tick.value and not _has_own_words(tick, own)]
        return plain + texts
    first = parts[0]
    if own and first.sort is Sort.CHOICE:
        return _choice(first, [part.value for part in own.values() if part.value])
    if len(parts) == 1:
        return _value(first)
    return _by_name(parts, everything)


def _has_own_words(tick: Filled, own: dict[str, Filled]) -> bool:
    """Tell whether a ticked place for own words has some; then they stand for it."""
    above, _, part = tick.name.rpartition("/")
    words_of = own.get(f"{above}/{OWN}{part.rpartition('-')[2]}")
    return part.startswith("own-") and words_of is not None and bool(words_of.value)


def _choice(field: Filled, texts: list[str]) -> Any:
    if not texts:
        return _value(field)
    chosen = [said(field)] if field.value and not field.value.startswith("own-") else []
    found = [*chosen, *texts]
    return found[0] if len(found) == 1 else found


def _by_name(parts: Sequence[Filled], everything: bool) -> dict[str, Any]:
    """Return values by their words, those with two words by the first and then the second."""
    found: dict[str, Any] = {}
    for part in parts:
        if not part.value and not everything:
            continue
        own = words(part) or [part.name.rpartition("/")[2]]
        if len(own) == 1:
            found[_free(own[0], found)] = _value(part)
        else:
            row = found.setdefault(own[0], {})
            if isinstance(row, dict):
                row[_free(own[-1], row)] = _value(part)
    return found


def _free(key: str, taken: dict[str, Any]) -> str:
    """Return the key, numbered where two fields have the same words."""
    number = 2
    name = key
    while name in taken:
        name, number = f"{key} ({number})", number + 1
    return name


def _last(field: Filled) -> str:
    own = words(field)
    return own[-1] if own else field.name.rpartition("/")[2]


def _value(field: Filled) -> str | int | None:
    if not field.value:
        return None
    return field.value if field.sort is Sort.TEXT else said(field)
