"""Who will read the pages, and on what."""

from __future__ import annotations

from dataclasses import dataclass

from workbook.model.page import PAPERS, PROFILES, Audience, Ink, Paper, Profile, Sides

__all__ = ["Audience", "Reader"]


@dataclass(frozen=True)
class Reader:
    """The wishes that a build takes from its reader."""

    audience: Audience = Audience.CLIENT
    paper: Paper = PAPERS["a4"]
    profile: Profile = PROFILES["standard"]
    sides: Sides = Sides.DOUBLE
    ink: Ink = Ink.FULL
    fillable: bool = False
    """Whether the pages are filled in on a screen; an e-book never is."""
    neutral: bool = False
    """Whether cover, title and data say nothing of what a book is about."""
    archive: bool = False
    """Whether the PDF is for keeping: PDF/A-2a besides PDF/UA-1."""
