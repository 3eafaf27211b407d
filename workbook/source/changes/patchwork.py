"""Data that is written in several files over each other, each part with its own place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from workbook.errors import Span
from workbook.model.text import Location
from workbook.source.document import Plain, Written
from workbook.source.notation.comments import Comment


@dataclass(frozen=True)
class Piece:
    """A value and where it is written; one that is put together has ``parts`` with places of their own."""

    data: Plain
    written: Written
    location: Location = ()
    parts: Mapping[Any, Piece] | None = None

    @classmethod
    def whole(cls, written: Written) -> Self:
        """Return all that is written in a file."""
        return cls(written.data, written)

    @classmethod
    def group(cls, parts: Mapping[str, Piece], at: Piece) -> Self:
        """Return keys put together; what is missing among them is looked for at ``at``."""
        data: Plain = {key: part.data for key, part in parts.items()}
        return cls(data, at.written, at.location, dict(parts))

    @classmethod
    def row(cls, parts: Sequence[Piece], at: Piece) -> Self:
        """Return a list put together."""
        return cls([part.data for part in parts], at.written, at.location, dict(enumerate(parts)))

    @property
    def keys(self) -> dict[str, Piece]:
        """The values of a group of keys; nothing where it is none."""
        if not isinstance(self.data, dict):
            return {}
        return {key: self._part(key, value) for key, value in self.data.items()}

    @property
    def items(self) -> list[Piece]:
        """The items of a list; nothing where it is none."""
        if not isinstance(self.data, list):
            return []
        return [self._part(index, value) for index, value in enumerate(self.data)]

    def _part(self, key: int | str, value: Plain) -> Piece:
        return self.parts[key] if self.parts else Piece(value, self.written, (*self.location, key))

    def find(self, location: Location) -> tuple[Piece, Location]:
        """Go down to the part that is from one file; return it, and what is left of the way."""
        if not location or self.parts is None or location[0] not in self.parts:
            return self, location
        return self.parts[location[0]].find(location[1:])


class Patchwork:
    """A whole put together from the files ``over`` and ``under``."""

    def __init__(self, root: Piece, over: Written, under: Written) -> None:
        assert isinstance(root.data, dict)  # noqa: S101 - a file is a group of keys, and stays one
        self.data: dict[str, Plain] = root.data
        self._root = root
        self._over = over
        self._under = under

    @property
    def path(self) -> Path:
        """The file that lies on top."""
        return self._over.path

    def span(self, location: Location, *, key: bool = False) -> Span:
        """Return the place of a value in the file where it stands."""
        piece, rest = self._find(location)
        return piece.written.span((*piece.location, *rest), key=key)

    def span_of(self, location: Location, words: str, occurrence: int = 0) -> Span:
        """Return the place of words within a text."""
        piece, rest = self._find(location)
        return piece.written.span_of((*piece.location, *rest), words, occurrence)

    def comments(self) -> list[tuple[Span, Comment]]:
        """Return the comments of all files."""
        return [*self._over.comments(), *self._under.comments()]

    def first_line(self, place: Span) -> int:
        """Return the line on which the value begins that a place lies in."""
        document = self._over if place.path == self._over.path else self._under
        return document.first_line(place)

    def _find(self, location: Location) -> tuple[Piece, Location]:
        """Return the part that is written in one file, or the nearest around what is not there."""
        piece, rest = self._root.find(location)
        return (piece, ()) if piece.parts is not None else (piece, rest)
