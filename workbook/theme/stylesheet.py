"""Stylesheets of a theme: the names that stand for tokens and measures are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

_NAME = re.compile(r"var\(--([a-z][a-z0-9-]*)\)")


class Stylesheet(NamedTuple):
    """A stylesheet put together of files; ``places`` says at which of its lines each file begins."""

    text: str
    places: tuple[tuple[int, Path], ...]


def put_together(parts: Iterable[tuple[Path, str]]) -> Stylesheet:
    """Return files' texts one after the other."""
    texts, places, line = [], [], 1
    for path, text in parts:
        places.append((line, path))
        texts.append(text)
        line += text.count("\n") + 1
    return Stylesheet("\n".join(texts), tuple(places))


class UnknownTokenError(KeyError):
    """A stylesheet asks for a token that no theme has."""


def fill_in(css: str, values: Mapping[str, str]) -> str:
    """Return the stylesheet with every ``var(--name)`` replaced by the value of that name.

    **Why** not custom properties: e-readers do not know them and ``@page`` does not take them.

    Raises:
        UnknownTokenError: the stylesheet names a value that does not exist.
    """

    def value(match: re.Match[str]) -> str:
        try:
            return values[match[1]]
        except KeyError:
            raise UnknownTokenError(match[1]) from None

    return _NAME.sub(value, css)
