"""What was wished for on the command line, as values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.reader import Audience, Reader
from workbook.errors import Diagnostic
from workbook.model.page import PAPERS


@dataclass(frozen=True)
class Wishes:
    """How files are to be made; ``theme`` may be left to the workbook."""

    dest: Path
    paper: str
    audience: str
    theme: str | None = None

    @property
    def reader(self) -> Reader:
        """Who will read the files."""
        return Reader(Audience(self.audience), PAPERS[self.paper])

    def path(self, name: str, suffix: str) -> Path:
        """Return where a file goes; an edition that is not the client's says so in its name."""
        edition = "" if self.audience == Audience.CLIENT else f"-{self.audience}"
        return self.dest / f"{name}{edition}.{suffix}"


@dataclass(frozen=True)
class Job:
    """One file to make. It is composed only when its turn comes."""

    path: Path
    medium: Medium
    compose: Callable[[], Manuscript]


@dataclass(frozen=True)
class Plan:
    """All files that a command makes, and what is already known to need a word."""

    jobs: tuple[Job, ...]
    warnings: tuple[Diagnostic, ...] = ()
