"""What an engine gives back: the file's bytes, and what a person should know about them."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbook.errors import Diagnostic


@dataclass
class PrintedPart:
    """What a page has of one section: its words in order, as the engine broke them.

    ``begins_in_room`` tells that lines, a frame or a picture stand before the first word.
    """

    section: str
    words: list[str] = field(default_factory=list)
    begins_in_room: bool = False


@dataclass(frozen=True)
class PrintedPage:
    """A page of a printed book: its folio, and what it has of each section; an empty side has nothing."""

    label: str
    parts: tuple[PrintedPart, ...]


@dataclass(frozen=True)
class Rendered:
    """A finished file in memory.

    ``findings`` are warnings: an error is raised instead. ``extent`` counts the pages of a PDF, or the
    documents that an EPUB reader turns through. ``pages`` are a PDF's.
    """

    data: bytes
    findings: tuple[Diagnostic, ...]
    extent: int
    pages: tuple[PrintedPage, ...] = ()
