"""The Manuscript: a book as ordered sections of markup, before any engine has seen it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.model.fields import FieldKind
from workbook.model.leaf import Leaf

if TYPE_CHECKING:  # pydantic is slow to load, and the command line's help knows this module
    from workbook.model.edition import Edition


class Role(StrEnum):
    """What a section is in the book."""

    COVER = "cover"
    TITLE_PAGE = "title-page"
    PERSONAL = "personal"
    FOR_THERAPIST = "for-therapist"
    HOW_TO_USE = "how-to-use"
    WRITING_IN_EBOOK = "writing-in-ebook"
    CONTENTS = "contents"
    NEEDS = "needs"
    OVERVIEW = "overview"
    PLANNER = "planner"
    PART = "part"
    AFTERWARDS = "afterwards"
    THERAPIST_NOTES = "therapist-notes"
    EXERCISE = "exercise"
    NOTES = "notes"
    GLOSSARY = "glossary"
    CRISIS = "crisis"
    SOURCES = "sources"
    INDEX = "index"
    COLOPHON = "colophon"
    TEXT = "text"


class Medium(StrEnum):
    """Where a section will be read."""

    PRINT = "print"
    EPUB = "epub"
    SCREEN = "screen"


@dataclass(frozen=True)
class Field:
    """A place to type or tick: its name in the file and what is read aloud for it.

    The markup has the name as ``data-field`` at the element that gives the room. ``choices`` are the names
    and labels of what can be chosen; the markup has each as ``data-choice``.
    """

    name: str
    label: str
    kind: FieldKind
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Section:
    """One section; its markup is one XHTML ``section`` element that depends on nothing outside it.

    ``level`` is its depth in the contents: 0 not listed, 1 a part or page, 2 an exercise within a part.
    ``pages`` is about how many it takes, where that decides on which side it begins; else 0.
    ``leaf`` is what becomes of its paper; ``cards`` tells that its last leaf is cut up, ``letter``
    that a leaf of it may be given away; ``recto`` that it begins on a right-hand page, whatever stands
    before it.
    ``fields`` are those to fill in on a screen, in reading order; a section for paper has none.
    """

    id: str
    role: Role
    title: str
    markup: str
    level: int = 1
    leaf: Leaf = Leaf.KEEP
    cards: bool = False
    letter: bool = False
    fields: tuple[Field, ...] = ()
    pages: int = 0
    recto: bool = False


@dataclass(frozen=True)
class FontFace:
    """One face of a font family, as a file that a package brought."""

    family: str
    weight: int
    style: str
    path: Path


@dataclass(frozen=True)
class PictureFile:
    """A picture that sections name by ``name``; the bytes are those that were checked."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True)
class Typing:
    """How words look that are typed into a page: sizes and the edge in points, colours as ``#rrggbb``."""

    face: FontFace
    size: float
    small: float
    """In the cells of a table."""
    colour: str
    edge: float
    edge_colour: str
    continued: str
    """Read aloud where a field goes on over the page."""


@dataclass(frozen=True)
class Manuscript:
    """All that an engine needs; two equal manuscripts give the same bytes.

    ``cover`` is a complete SVG picture (1600 × 2560 user units) or empty; ``cover_picture``, the bytes of a
    JPEG or PNG, takes its place. ``words`` are the few words that an engine itself writes (contents,
    landmarks, cover). ``date`` is the files' date; ``edition`` has what shops and libraries are told.
    ``letterhead`` is the markup that stands at the head of the first page, or empty. ``typing`` is there
    where the pages are to be filled in on a screen, ``archive`` where the PDF is to be PDF/A-2a too.
    ``foot_kept`` is what lines that are added to a page leave free at its foot, in millimetres.
    ``own_style`` tells that all styles and templates are the program's: none counts from section to section.
    ``style_places`` says at which line of the stylesheet each file of the theme begins, so that an engine's
    finding has its place.
    """

    id: str
    title: str
    subtitle: str
    language: str
    direction: str
    description: str
    creator: str
    rights: str
    date: dt.date
    medium: Medium
    stylesheet: str
    fonts: tuple[FontFace, ...]
    sections: tuple[Section, ...]
    publisher: str = ""
    cover: str = ""
    cover_picture: bytes = b""
    edition: Edition | None = None
    letterhead: str = ""
    pictures: tuple[PictureFile, ...] = ()
    style_places: tuple[tuple[int, Path], ...] = field(default=(), compare=False)
    words: dict[str, str] = field(default_factory=dict)
    typing: Typing | None = None
    archive: bool = False
    own_style: bool = False
    foot_kept: float = 0.0

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in reading order."""
        return tuple(field for section in self.sections for field in section.fields)
