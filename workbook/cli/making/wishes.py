"""What was wished for on the command line, as values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience, Reader
from workbook.errors import Diagnostic, Span
from workbook.model.personal import NOBODY, Personal
from workbook.render.task import Task

if TYPE_CHECKING:  # a command's help is there in a blink, and reads no model
    from workbook.model.client import Client
    from workbook.source.loading import Loaded
    from workbook.theme.lookup import Theme

SUFFIXES = {Medium.PRINT: "pdf", Medium.EPUB: "epub", Medium.SCREEN: "html"}
"""What a file of each medium is called."""


@dataclass(frozen=True)
class Keeping:
    """How finished files are kept: for the owner's eyes alone, behind a password, in a ledger."""

    private: bool = False
    password: str = field(default="", repr=False)
    record: Callable[[Path], None] | None = None


@dataclass(frozen=True)
class Wishes:
    """How files are to be made; ``theme`` may be left to the workbook."""

    dest: Path
    reader: Reader
    theme: str | None = None
    client: Loaded[Client] | None = None
    personal: Personal = NOBODY
    keeping: Keeping = Keeping()

    def path(self, name: str, medium: Medium) -> Path:
        """Return where a file goes; its name tells a client's code, and a reader other than most."""
        marks = [name, self.personal.code] if self.personal.code else [name]
        if self.reader.audience is not Audience.CLIENT:
            marks.append(self.reader.audience)
        usual = (self.client and self.client.value.profile) or "standard"
        if medium is Medium.PRINT and self.reader.profile.name != usual:
            marks.append(self.reader.profile.name)
        if medium is Medium.PRINT and self.reader.fillable:
            marks.append("fillable")
        if medium is Medium.PRINT and self.reader.archive:
            marks.append("archive")
        return self.dest / f"{'-'.join(marks)}.{SUFFIXES[medium]}"


@dataclass(frozen=True)
class Job:
    """One file to make, and what makes it."""

    path: Path
    task: Task


@dataclass(frozen=True)
class Foreign:
    """What pages are made with that did not come with the program, and the folders that it is read from."""

    at: Span
    roots: tuple[Path, ...]


@dataclass(frozen=True)
class Plan:
    """All files that a command makes, and what is already known to need a word.

    Where something is ``foreign``, the files are made in a confined process.
    """

    jobs: tuple[Job, ...]
    warnings: tuple[Diagnostic, ...] = ()
    keeping: Keeping = Keeping()
    foreign: Foreign | None = None


def foreign_of(theme: Theme) -> Foreign | None:
    """Return what of a theme did not come with the program."""
    return Foreign(theme.foreign, theme.roots) if theme.foreign else None
