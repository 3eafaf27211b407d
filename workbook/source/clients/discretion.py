"""What is said about a client's file: the line, the key and the sort of mistake, never what stands there.

**Why** a sentence of its own for each code: the usual ones quote what they are about, which helps a writer
and would put a client's words into terminals, logs and reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from workbook.errors import Code, Diagnostic

_KEY = re.compile(r"\s*([a-z][a-z0-9_-]{0,30}):")
_TO_MEND = "Look at this line, and at one that `workbook client new` wrote; docs/privacy.md lists the keys."
_SAID = MappingProxyType(
    {
        Code.YAML_SYNTAX: "The YAML cannot be read here.",
        Code.YAML_TAB: "There is a tab here; indent with spaces.",
        Code.YAML_ALIAS: "YAML's & and * have no place in this file; put the text in quotes.",
        Code.YAML_DUPLICATE_KEY: "A key stands twice here.",
        Code.YAML_TOO_DEEP: "The groups in this file are too deep.",
        Code.YAML_NOT_A_MAPPING: "The file holds no keys with values.",
        Code.YAML_TAG: "YAML's ! has no place in this file; put the text in quotes.",
        Code.UNKNOWN_KEY: "This key is not known in a client's file.",
        Code.MISSING_KEY: "A key is missing in this file: it needs its `code`.",
        Code.WRONG_TYPE: "The value is of the wrong sort.",
        Code.WRONG_VALUE: "The value, or the name of a slot, is not one that can be used here.",
        Code.TOO_LONG: "The value is too long, or there are too many.",
        Code.TOO_SHORT: "The value is empty.",
        Code.ID_NOT_FILE_NAME: "The code in the file and the file's name differ.",
    }
)
"""A sentence for each mistake that a client's file can have; those about the file itself quote nothing."""


def discreet(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings about a client's file, without anything that stands in it but the key."""
    return tuple(dict.fromkeys(_discreet(findings)))


def _discreet(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    for finding in findings:
        if finding.code.startswith("F"):
            yield finding
            continue
        said = _SAID.get(finding.code, "There is a mistake here.")
        key = _key_at(finding) if finding.code is not Code.UNKNOWN_KEY else None
        yield replace(finding, message=f"`{key}`: {said}" if key else said, hint=_TO_MEND)


def _key_at(finding: Diagnostic) -> str | None:
    """Return the key on the finding's line; one that is not written like a key may be a client's words."""
    if finding.span is None:
        return None
    lines = _lines(finding.span.path)
    found = _KEY.match(lines[finding.span.line - 1]) if finding.span.line <= len(lines) else None
    return found[1] if found else None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):  # it was read a moment ago
        return []
