"""A client's code, which stands for the client in file names and on the command line.

``c-`` and four signs and one that checks them: ``c-7f3h-c``. The signs are digits and small letters that are
hard to mistake for each other in print and by hand, without vowels, so that no code is a word. There are
seventeen, a prime number: the last sign then shows any one wrong sign and any two that changed places.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

SIGNS = "3478cdfhjkmprtvwx"
_LENGTH = 4
_SHAPE = f"c-[{SIGNS}]{{{_LENGTH}}}-[{SIGNS}]"
_CODE = re.compile(_SHAPE)
_WITHIN = re.compile(rf"(?<![a-z0-9])({_SHAPE})(?![a-z0-9])")


def make_code(choose: Callable[[str], str] = secrets.choice) -> str:
    """Return a new code, each sign as ``choose`` draws it from all."""
    signs = "".join(choose(SIGNS) for _ in range(_LENGTH))
    return f"c-{signs}-{_checking(signs)}"


def read_code(typed: str) -> str | None:
    """Return the code that was typed, in small letters, or ``None`` where it cannot be one."""
    code = typed.strip().lower()
    return code if _CODE.fullmatch(code) and _checking(code[2:-2]) == code[-1] else None


def codes_within(text: str) -> list[str]:
    """Return the codes that stand in a text, such as a file's name."""
    return [found for found in _WITHIN.findall(text.lower()) if read_code(found)]


def _checking(signs: str) -> str:
    return SIGNS[sum(weight * SIGNS.index(sign) for weight, sign in enumerate(signs, 1)) % len(SIGNS)]
