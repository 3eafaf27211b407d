"""An edition: one released form of a workbook, and what shops and libraries are told about it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from workbook.model.base import Inline, Language, Model, Plain, Prose, Slug
from workbook.model.crisis import HttpsUrl
from workbook.model.isbn import Isbn
from workbook.model.page import Audience, Ink, Sides
from workbook.model.theme import Family


class Relator(StrEnum):
    """What someone did for a book: those MARC relators of the Library of Congress that fit a workbook."""

    AUTHOR = "aut"
    EDITOR = "edt"
    ILLUSTRATOR = "ill"
    TRANSLATOR = "trl"
    CONTRIBUTOR = "ctb"
    FOREWORD = "aui"
    AFTERWORD = "aft"
    ADAPTER = "adp"
    COMPILER = "com"
    CONSULTANT = "csl"
    REVIEWER = "rev"
    PROOFREADER = "pfr"
    BOOK_DESIGNER = "bkd"
    COVER_DESIGNER = "cov"


class Contributor(Model):
    """Someone who made the book, and how a list sorts the name."""

    name: Plain
    role: Relator = Relator.AUTHOR
    file_as: Plain | None = Field(
        default=None, description="How a list sorts the name: Family name, First name."
    )


class Isbns(Model):
    """The ISBN of each form of the book; each form needs one of its own."""

    print: Isbn | None = None
    large_print: Isbn | None = None
    pdf: Isbn | None = None
    epub: Isbn | None = None


class Series(Model):
    """The series that the book belongs to, and its place in it."""

    name: Plain
    number: int | None = Field(default=None, ge=1, le=999)


Bisac = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{6}$", max_length=9)]
"""A subject code of the Book Industry Study Group: three letters for the field, six digits."""
Thema = Annotated[
    str, StringConstraints(pattern=r"^([A-Z][A-Z0-9]{0,7}|[1-6][A-Z0-9-]{0,11})$", max_length=12)
]
"""A subject or qualifier of EDItEUR's Thema scheme."""


class Subjects(Model):
    """What the book is about, in the codes of the trade, the most fitting first."""

    bisac: tuple[Bisac, ...] = Field(default=(), max_length=3)
    thema: tuple[Thema, ...] = Field(default=(), max_length=6)
    keywords: tuple[Plain, ...] = Field(default=(), max_length=7)


Conformance = Literal[
    "wcag-2.0-a", "wcag-2.0-aa", "wcag-2.1-a", "wcag-2.1-aa", "wcag-2.2-a", "wcag-2.2-aa", "wcag-2.2-aaa"
]
Exemption = Literal["eaa-disproportionate-burden", "eaa-fundamental-alteration", "eaa-microenterprise"]
Hazard = Literal[
    "none",
    "unknown",
    "flashing",
    "noFlashingHazard",
    "unknownFlashingHazard",
    "motionSimulation",
    "noMotionSimulationHazard",
    "unknownMotionSimulationHazard",
    "sound",
    "noSoundHazard",
    "unknownSoundHazard",
]


class Accessibility(Model):
    """What a person asserts of the finished book; nothing of it is claimed unless someone writes it here."""

    conforms_to: Conformance | None = Field(
        default=None,
        description="EPUB Accessibility 1.1 with this level of WCAG, when a person has tested it.",
    )
    certified_by: Plain | None = None
    certifier_credential: Plain | None = None
    certifier_report: HttpsUrl | None = None
    exemption: Exemption | None = None
    hazards: tuple[Hazard, ...] = Field(default=(), max_length=6)
    summary: Inline | None = None


class Fonts(Model):
    """The font families that the edition is set in, in place of its theme's."""

    text: Family | None = Field(default=None, description="For the text; without it, the theme's.")
    headings: Family | None = Field(default=None, description="For headings; without it, the theme's.")


class Shop(StrEnum):
    """Where the edition is to be sold; what each one refuses is in a dated list."""

    KDP = "kdp"
    APPLE_BOOKS = "apple-books"
    KOBO = "kobo"
    GOOGLE_PLAY = "google-play"
    INGRAM_SPARK = "ingram-spark"


PaperName = Literal["a4", "letter", "a5", "half-letter", "6x9in", "7x10in", "8x10in", "8.5x11in"]
ProfileName = Literal["standard", "roomy", "large-print", "motor"]
Picture = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class Edition(Model):
    """An edition's plan. What is left out is the workbook's own."""

    id: Slug
    workbook: Slug
    audience: Audience = Audience.CLIENT
    language: Language | None = Field(
        default=None, description="The workbook's own, or closer: en-GB for a workbook in en."
    )
    title: Plain | None = None
    subtitle: Plain | None = None
    contributors: tuple[Contributor, ...] = Field(default=(), max_length=20)
    imprint: Plain | None = None
    publisher: Plain | None = None
    published: dt.date | None = None
    modified: dt.date | None = Field(default=None, description="The files' date; without it the workbook's.")
    isbn: Isbns = Isbns()
    series: Series | None = None
    subjects: Subjects = Subjects()
    description: Prose | None = None
    rights: Plain | None = None
    cover: Picture | None = Field(
        default=None, description="A picture's path in the project's folder; without it, the theme's cover."
    )
    accessibility: Accessibility = Accessibility()
    companion: HttpsUrl | None = Field(
        default=None, description="Where readers of the e-book find the sheets to print."
    )
    shops: tuple[Shop, ...] = ()
    theme: Slug | None = None
    fonts: Fonts = Fonts()
    paper: PaperName = "a4"
    profile: ProfileName = "standard"
    sides: Sides = Sides.DOUBLE
    ink: Ink = Ink.FULL
