"""Papers and the room on them. Lengths are millimetres."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """A sheet of paper, upright."""

    name: str
    width: float
    height: float


PAPERS = {p.name: p for p in (Paper("a4", 210, 297), Paper("letter", 215.9, 279.4))}
"""ISO 216 A4 and ANSI A, the papers of home and office printers."""


@dataclass(frozen=True)
class Margins:
    """White around the text; ``inside`` is the binding side (holes sit 12 mm from the edge, ISO 838)."""

    top: float = 18
    bottom: float = 22
    inside: float = 23
    outside: float = 17


MARGINS = Margins()

PITCH = 8.7
"""Distance of ruled lines for an adult hand; never under 8.47 mm (three lines an inch)."""


def note_lines(paper: Paper, margins: Margins = MARGINS) -> int:
    """Return how many ruled lines fill a page of notes under its heading."""
    heading = 34.0
    return int((paper.height - margins.top - margins.bottom - heading) // PITCH)
