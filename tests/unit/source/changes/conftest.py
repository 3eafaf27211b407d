"""A project with one exercise of the tests' own, and a change to it that each test writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.errors import FindingsError
from workbook.model.exercise import Exercise
from workbook.source.checking import check
from workbook.source.library import Library
from workbook.source.loading import Loaded

SHEET = (Path(__file__).parents[3] / "fixtures" / "plain-sheet.yaml").read_text(encoding="utf-8")
HEAD = "exercise: plain-sheet\nversion: 1.0.0\n"


class Project:
    """A practice's folder; the exercise's text can be made newer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("exercises", "changes"):
            (folder / name).mkdir()
        self.sheet(SHEET)

    def sheet(self, text: str) -> None:
        """Write the exercise."""
        (self.folder / "exercises/plain-sheet.yaml").write_text(text, encoding="utf-8")

    def newer(self, old: str = "", new: str = "") -> None:
        """Write the exercise's next version, with other words in one place."""
        assert old in SHEET
        self.sheet(SHEET.replace("version: 1.0.0", "version: 1.1.0").replace(old, new))

    def write(self, text: str, head: str = HEAD) -> None:
        """Write the change."""
        (self.folder / "changes/plain-sheet.yaml").write_text(head + text, encoding="utf-8")

    @property
    def library(self) -> Library:
        """The project's content, read afresh."""
        return Library.at(self.folder)

    def get(self, name: str = "plain-sheet") -> Loaded[Exercise]:
        """Return the exercise as changed."""
        return self.library.exercise(name)

    def check(self) -> list[str]:
        """Return all findings about the change, each with line, code and words."""
        found = check([self.folder / "changes/plain-sheet.yaml"], self.library)
        return [f"{f.span.line if f.span else 0} {f.severity} {f.code} {f.message} {f.hint}" for f in found]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def fails(call: Callable[[], object]) -> list[str]:
    """Return the findings that a call ends with."""
    with pytest.raises(FindingsError) as caught:
        call()
    return [f"{f.span.line if f.span else 0} {f.code} {f.message} {f.hint}" for f in caught.value.findings]
