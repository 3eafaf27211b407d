"""Whether a file asks for a reader's profile on a paper that is too narrow for it."""

from __future__ import annotations

from workbook.errors import Code, Diagnostic
from workbook.model.edition import Edition
from workbook.model.page import PAPERS, PROFILES, Paper, Profile, suits, wide_enough
from workbook.model.practice import PracticeFile
from workbook.source.document import Written
from workbook.source.loading import Loaded


def too_narrow(file: Loaded[Edition] | Loaded[PracticeFile]) -> list[Diagnostic]:
    """Return the finding that a file's own paper is too narrow for its profile, or nothing."""
    return unfit(PAPERS[file.value.paper], PROFILES[file.value.profile], file.document)


def unfit(paper: Paper, profile: Profile, document: Written) -> list[Diagnostic]:
    """Return the finding that a paper is too narrow for the profile that a file asks for, or nothing."""
    if suits(paper, profile):
        return []
    *others, last = (f"`{name}`" for name in wide_enough(profile))
    message = f"The profile `{profile.name}` does not fit on `{paper.name}`: its words need wider lines."
    hint = f"It fits on {', '.join(others)} and {last}."
    return [Diagnostic(Code.PAPER_TOO_NARROW, message, hint, document.span(("profile",)))]
