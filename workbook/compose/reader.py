"""Who will read the pages, and on what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbook.model.page import PAPERS, PROFILES, Ink, Paper, Profile, Sides


class Audience(StrEnum):
    """Whose edition it is; only the therapist's carries the notes."""

    CLIENT = "client"
    THERAPIST = "therapist"


@dataclass(frozen=True)
class Reader:
    """The wishes that a build takes from its reader."""

    audience: Audience = Audience.CLIENT
    paper: Paper = PAPERS["a4"]
    profile: Profile = PROFILES["standard"]
    sides: Sides = Sides.DOUBLE
    ink: Ink = Ink.FULL
