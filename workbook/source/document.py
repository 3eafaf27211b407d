"""One YAML file: its plain data, and the line and column of every value in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.text import Location
from workbook.source.notation.comments import Comment, comments
from workbook.source.notation.composing import Composer
from workbook.source.notation.nodes import Items, Keys, Letters, Node
from workbook.source.notation.places import Places
from workbook.source.notation.scalars import Scalar, resolve

Plain = Scalar | list["Plain"] | dict[str, "Plain"]
"""Data without classes."""

_PYDANTIC_KEY = "[key]"


class Written(Protocol):
    """Plain data, and where each part of it is written: in one file, or in several over each other."""

    @property
    def path(self) -> Path:
        """The file, or the uppermost of several."""

    @property
    def data(self) -> dict[str, Plain]:
        """Dicts, lists, texts, numbers, dates, true, false and null."""

    def span(self, location: Location, *, key: bool = False) -> Span:
        """Return the place of a value, or of the nearest part around it."""

    def span_of(self, location: Location, words: str, occurrence: int = 0) -> Span:
        """Return the place of words within a text."""

    def comments(self) -> list[tuple[Span, Comment]]:
        """Return all comments with their places."""

    def first_line(self, place: Span) -> int:
        """Return the line on which the value begins that a place lies in, or its own line."""


class Extent(NamedTuple):
    """The characters of a key with its value, or of an item; ``in_flow`` tells of brackets around it."""

    start: int
    value: int
    end: int
    in_flow: bool


class Document:
    """A parsed file. ``data`` is made of dicts, lists, texts, numbers, dates, true, false and null."""

    def __init__(self, path: Path, text: str, root: Keys, places: Places) -> None:
        self.path = path
        self.data: dict[str, Plain] = _mapping(root)
        self._text = text
        self._root = root
        self._places = places

    def span(self, location: Location, *, key: bool = False) -> Span:
        """Return the place of a value, or of the nearest part around it that is in the file.

        A group of indented lines is found at the key above it, as is an empty value; with ``key`` every
        value is. Locations are keys and positions alone; ``judging.fields`` takes pydantic's tags out.
        """
        keyed, node = self._walk(location)
        if keyed is not None and (key or _is_below(node)):
            node = keyed
        return self._places.span(node.start)

    def span_of(self, location: Location, words: str, occurrence: int = 0) -> Span:
        """Return the place of words within a text, the value's own place where they cannot be found surely.

        ``occurrence`` counts those before it in the text. The words are looked for in the file as it is
        written; folded lines count as spaces.
        """
        _, node = self._walk(location)
        if words and isinstance(node, Letters):
            pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
            start, end = node.start, node.end
            found = list(pattern.finditer(self._text, start, end))
            if len(found) == len(pattern.findall(node.text)) and occurrence < len(found):
                return self._places.span(found[occurrence].start())
        return self.span(location)

    @property
    def text(self) -> str:
        """The file's text, without a byte order mark."""
        return self._text

    def extent(self, location: Location) -> Extent | None:
        """Return which characters a value and its key or dash take up; nothing where it is not there."""
        key: Letters | None = None
        here: Node = self._root
        in_flow = False
        for part in location:
            in_flow = in_flow or (isinstance(here, Keys | Items) and not here.block)
            if isinstance(here, Items) and isinstance(part, int) and part < len(here.items):
                key, here = None, here.items[part]
            elif isinstance(here, Keys) and (pair := here.pair(part)):
                key, here = pair
            else:
                return None
        ends = [letters.end for letters in _letters(here)] or [here.end]
        end = len(self._text[: max(ends)].rstrip())
        start = here.start if key is None else key.start
        return Extent(start, here.start, max(end, start if key is None else key.end), in_flow)

    def comments(self) -> list[tuple[Span, Comment]]:
        """Return the file's comments with their places."""
        found = comments(self._text, list(_letters(self._root)))
        return [(self._places.span(comment.start), comment) for comment in found]

    def first_line(self, place: Span) -> int:
        """Return the line on which the value begins that a place's line is a part of, or that line."""
        lines = {place.line}
        for scalar in _letters(self._root):
            first, last = (self._places.span(index).line for index in (scalar.start, scalar.end - 1))
            if first <= place.line <= last:
                lines.add(first)
        return min(lines)

    def _walk(self, location: Location) -> tuple[Node | None, Node]:
        """Go down as far as the parts are there; return the last key and value."""
        key: Node | None = None
        node: Node = self._root
        for part in location:
            if isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
                key, node = None, node.items[part]
            elif isinstance(node, Keys) and (pair := node.pair(part)):
                key, node = pair
            else:
                break
        if location and location[-1] == _PYDANTIC_KEY and key is not None:
            return key, key
        return key, node


def parse(path: Path, text: str) -> Document:
    """Read YAML into plain data with places.

    Raises:
        FindingsError: Y001 to Y007, F003: all that was found up to where reading had to stop.
    """
    text = text.removeprefix("\ufeff")
    places = Places(path, text)
    composer = Composer(text, places)
    composer.run()
    if composer.findings:
        raise FindingsError(composer.findings)
    if not isinstance(composer.root, Keys):
        raise FindingsError([_not_keys(composer.root, places)])
    return Document(path, text, composer.root, places)


def _letters(node: Node) -> Iterator[Letters]:
    if isinstance(node, Letters):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _letters(item)
    elif isinstance(node, Keys):
        for key, value in node.pairs:
            yield key
            yield from _letters(value)


def _not_keys(root: Node | None, places: Places) -> Diagnostic:
    if root is None:
        message = "The file is empty."
    else:
        what = "a list" if isinstance(root, Items) else "a piece of text"
        message = f"The file holds {what}, where keys with values are expected."
    return Diagnostic(
        Code.YAML_NOT_A_MAPPING,
        message,
        "Begin with a line like `id: my-exercise`; `workbook new` writes a file to start from.",
        places.span(root.start if root else 0),
    )


def _plain(node: Node) -> Plain:
    if isinstance(node, Keys):
        return _mapping(node)
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    assert isinstance(node, Letters)  # noqa: S101 - there are three kinds of node
    return resolve(node.text) if node.plain else node.text


def _mapping(node: Keys) -> dict[str, Plain]:
    """Keys are always the letters that stand there: ``no``, ``1`` and ``2026-11-22`` are words."""
    return {key.text: _plain(value) for key, value in node.pairs}


def _is_below(node: Node) -> bool:
    """Tell whether the value has no place of its own beside its key."""
    if isinstance(node, Keys | Items):
        return node.block
    return node.start == node.end
