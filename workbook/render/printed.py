"""What a gathering says of itself while its pages are made, and what they are before they are bound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbook.errors import Diagnostic
from workbook.render.rendered import PrintedPage


@dataclass(frozen=True)
class Extent:
    """How many pages were laid out, and on which of them what has an address begins, counted from 0."""

    pages: int
    addresses: dict[str, int]


@dataclass(frozen=True)
class Numbers:
    """How many pages stand before these, and the folio of each address in the whole book."""

    before: int
    folios: Mapping[str, int]


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline: its level from 1, and where it leads, in points from the foot of a page."""

    level: int
    label: str
    page: int
    x: float
    y: float
    closed: bool


@dataclass(frozen=True)
class Printed:
    """A gathering's pages: the file's bytes, what looks wrong, each page's words, and what the outline has.

    A book that is one gathering has its outline in the file.
    """

    data: bytes
    findings: tuple[Diagnostic, ...]
    pages: tuple[PrintedPage, ...]
    outline: tuple[Bookmark, ...]
