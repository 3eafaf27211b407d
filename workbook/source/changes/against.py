"""What a change was written against, and what it meets."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbook.errors import Code, Diagnostic, Severity
from workbook.model.change import Change
from workbook.model.exercise import Exercise
from workbook.model.text import Location
from workbook.source.document import Plain
from workbook.source.loading import Loaded


def numbers(version: str) -> tuple[int, ...]:
    """Return a version's numbers, so that two can be compared."""
    return tuple(int(part) for part in version.split("."))


@dataclass(frozen=True)
class Lost:
    """A name or words in the change that stand for nothing in the newer exercise.

    ``safe`` tells that no word of the user's is lost by leaving it out; ``like`` is what may be meant now.
    """

    location: Location
    safe: bool
    like: str | None = None

    @property
    def entry(self) -> Location:
        """What is without use: the word beside which a block was to stand, or the whole change."""
        return self.location if self.location[-1] in ("before", "after") else self.location[:-1]


@dataclass
class Against:
    """A change, the exercise that it meets, and what is found when the two come together."""

    change: Loaded[Change]
    before: Loaded[Exercise]
    findings: list[Diagnostic] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)

    @property
    def newer(self) -> bool:
        """Whether the exercise has moved on since the change was written."""
        return numbers(self.before.value.version) > numbers(self.change.value.version)

    @property
    def name(self) -> str:
        """What the exercise is called, with its version."""
        return f"`{self.before.value.id}` {self.before.value.version}"

    def find(
        self, code: Code, location: Location, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Note a finding at a place of the change's file."""
        self.findings.append(Diagnostic(code, message, hint, self.change.document.span(location), severity))


def quoted(value: Plain) -> str:
    """Return a value as a finding shows it: all its words, on one line."""
    if isinstance(value, list):
        return "; ".join(quoted(item) for item in value) or "nothing"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {quoted(part)}" for key, part in value.items()) or "nothing"
    return "nothing" if value is None else f"“{' '.join(str(value).split())}”"
