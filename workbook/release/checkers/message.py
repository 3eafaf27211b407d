"""What a checker says about a file, and what happens when it cannot say anything."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """One remark of a checker about one place.

    ``severity`` is the checker's own word in lower case (EPUBCheck: fatal, error, warning, info,
    usage; veraPDF: error), ``where`` its own way of naming the place.
    """

    severity: str
    code: str
    text: str
    where: str

    def __str__(self) -> str:
        """Give the message as one line, as a failing test shows it."""
        return f"{self.where}: {self.severity} {self.code}: {self.text}"


class CheckerFailed(Exception):  # noqa: N818 (a sentence about the checker, not about the file)
    """The checker gave no verdict: it is missing, it crashed, or it could not read the file.

    **Why.** No verdict must never look like "no messages": a release says "could not check", and a
    missing checker fails a test run rather than shortening it.
    """
