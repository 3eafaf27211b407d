"""Papers, margins, and the profiles of those who will write. Lengths are millimetres, sizes points.

The figures come from published guidance: ISO 216, ANSI/ASME Y14.1 and book trims for the papers; ISO 838 for
the binding side (holes sit 12 mm from the edge); the American Council of the Blind's large print guidelines
and the UK Association for Accessible Formats for large print.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

INCH = 25.4
POINT = INCH / 72
EDGE = 6.35
"""What home printers cannot reach, on every side."""


@dataclass(frozen=True)
class Margins:
    """White around the text; ``inside`` is the binding side."""

    top: float
    bottom: float
    inside: float
    outside: float


SHEET = Margins(top=18, bottom=22, inside=23, outside=17)
"""For paper that goes into a ring binder."""
SHORT_SHEET = Margins(top=14, bottom=21, inside=23, outside=17)
"""The same for Letter, which is 18 mm shorter than A4: a sheet of two pages stays one of two."""
BOOKLET = Margins(top=14, bottom=20, inside=15, outside=12)
"""For paper that is folded and stapled: no holes."""
TRIM = Margins(top=16, bottom=21, inside=19, outside=14)
"""For bound books that have to lie open: at least 16 mm inside."""


@dataclass(frozen=True)
class Paper:
    """A sheet of paper, upright, and the margins that suit its use."""

    name: str
    width: float
    height: float
    margins: Margins = SHEET
    tight: bool = False
    """Whether lines and blocks stand a little closer."""


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("a4", 210, 297),
        Paper("letter", 8.5 * INCH, 11 * INCH, SHORT_SHEET, tight=True),
        Paper("a5", 148, 210, BOOKLET, tight=True),
        Paper("half-letter", 5.5 * INCH, 8.5 * INCH, BOOKLET, tight=True),
        Paper("6x9in", 6 * INCH, 9 * INCH, TRIM, tight=True),
        Paper("7x10in", 7 * INCH, 10 * INCH, TRIM),
        Paper("8x10in", 8 * INCH, 10 * INCH, TRIM),
        Paper("8.5x11in", 8.5 * INCH, 11 * INCH, TRIM),
    )
}
"""Home and office papers, folded booklets, and publishers' trims."""


@dataclass(frozen=True)
class Profile:
    """Who will write: how far apart and how strong the rules are, how large the words.

    ``scale`` enlarges a theme's sizes; nothing is smaller than ``minimum``; ``title`` and ``heading`` replace
    the enlarged sizes where a rule of large print fixes them; ``margin`` is the least margin on any side, and
    ``measure`` the least width of the text.
    """

    name: str
    pitch: float
    rule: float
    scale: float = 1
    minimum: float = 0
    title: float | None = None
    heading: float | None = None
    black_rules: bool = False
    leading: float = 1.38
    margin: float = 0
    measure: float = 0


PROFILES = {
    profile.name: profile
    for profile in (
        Profile("standard", pitch=8.7, rule=0.75),
        Profile("roomy", pitch=10, rule=0.75, scale=14 / 12, leading=1.45),
        Profile(
            "large-print",
            pitch=15,
            rule=2,
            scale=1.5,
            minimum=18,
            title=22,
            heading=20,
            black_rules=True,
            leading=1.4,
            margin=INCH,
            measure=120,
        ),
        Profile("motor", pitch=12.7, rule=1, scale=14 / 12, black_rules=True),
    )
}
"""Standard is for adults; roomy for the tired, distressed or dyslexic; motor for tremor and a large hand."""


class Audience(StrEnum):
    """Whose edition it is; only the therapist's carries the notes."""

    CLIENT = "client"
    THERAPIST = "therapist"


class Sides(StrEnum):
    """How the printer fills the paper."""

    DOUBLE = "double"
    SINGLE = "single"


class Ink(StrEnum):
    """How much ink the pages may use."""

    FULL = "full"
    SAVING = "saving"
    BLACK = "black"


def suits(paper: Paper, profile: Profile) -> bool:
    """Return whether a paper is wide enough for a profile's words.

    **Why** a bound: in 120 mm stand some thirty-five letters of 18 pt; in less, the words of a table or of a
    scale have no room beside each other.
    """
    white = margins(paper, profile)
    return paper.width - white.inside - white.outside >= profile.measure


def wide_enough(profile: Profile) -> list[str]:
    """Return the names of the papers that a profile fits on."""
    return [paper.name for paper in PAPERS.values() if suits(paper, profile)]


def letterhead_room(white: Margins) -> float:
    """Return how high a picture in the upper margin may be: a millimetre over the text, off the edge."""
    return white.top - EDGE - 1


FOOT_LETTERS = (89, 44)
"""The letters of a foot's first and last lines: a sheet's name, count and what to do with it; its source."""


def foot_letters(paper: Paper, profile: Profile) -> float:
    """Return how many letters a line of the foot has room for, beside the folio."""
    inside, outside = max(paper.margins.inside, profile.margin), max(paper.margins.outside, profile.margin)
    return (paper.width - inside - outside - 8) / (_foot_size(profile) / 2)


def foot_gap(profile: Profile) -> float:
    """Return the white over a foot: a third of a ruled line, so that a hand on the last stays clear of it."""
    return round(max(3.0, profile.pitch / 3), 1)


def margins(paper: Paper, profile: Profile, *, crisis: int = 0) -> Margins:
    """Return the margins of a paper for a profile; the foot has room for so many letters of a crisis line."""
    own, least = paper.margins, profile.margin
    inside, outside = max(own.inside, least), max(own.outside, least)
    lines = sum(ceil(letters / foot_letters(paper, profile)) for letters in (*FOOT_LETTERS, crisis))
    foot = foot_gap(profile) + lines * _foot_size(profile) * 1.15 + EDGE
    return Margins(max(own.top, least), max(own.bottom, least, foot), inside, outside)


def _foot_size(profile: Profile) -> float:
    """Return the size of a foot's letters in millimetres."""
    return max(8.5 * profile.scale, profile.minimum) * POINT
