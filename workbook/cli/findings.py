"""How findings are printed: for a person, one a line, as JSON, as GitHub's annotations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from workbook.errors import Diagnostic, Severity, shown_path

JSON_WANTED = "workbook.json"
"""The key in Click's ``meta`` that says that a script reads the output."""

_COLOURS = MappingProxyType({Severity.ERROR: "red", Severity.WARNING: "yellow"})


def print_findings(findings: Iterable[Diagnostic]) -> None:
    """Print findings for a person, to the error stream."""
    for finding in findings:
        click.echo(as_human(finding), err=True)


def as_human(finding: Diagnostic) -> str:
    """Return ``file:line:column: error CODE: message`` and the hint under it."""
    place = f"{click.style(_place(finding), bold=True)}: " if finding.span else ""
    weight = click.style(f"{finding.severity} {finding.code}", fg=_COLOURS[finding.severity], bold=True)
    hint = f"\n  {click.style('hint', fg='cyan')}: {printable(finding.hint)}" if finding.hint else ""
    return f"{place}{weight}: {printable(finding.message)}{hint}"


def as_short(finding: Diagnostic) -> str:
    """Return ``file:line:column: CODE message``."""
    place = f"{_place(finding)}: " if finding.span else ""
    return f"{place}{finding.code} {printable(finding.message)}"


def as_github(finding: Diagnostic) -> str:
    """Return a workflow command that GitHub shows at the line of the change."""
    at = {}
    if finding.span:
        at = {
            "file": printable(shown_path(finding.span.path)),
            "line": str(finding.span.line),
            "col": str(finding.span.column),
        }
    at["title"] = f"{finding.code}"
    where = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in at.items())
    words = "\n".join(printable(line) for line in f"{finding.message}\n{finding.hint}".strip().splitlines())
    return f"::{finding.severity} {where}::{_escaped(words)}"


def as_object(finding: Diagnostic) -> dict[str, Any]:
    """Return a finding as plain data."""
    span = finding.span
    return {
        "file": shown_path(span.path) if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "severity": finding.severity.value,
        "code": finding.code.value,
        "message": finding.message,
        "hint": finding.hint,
    }


def as_json(findings: Iterable[Diagnostic], **beside: Any) -> str:
    """Return one JSON object: what stands ``beside``, and the findings."""
    return to_json({**beside, "findings": [as_object(finding) for finding in findings]})


def to_json(value: Any) -> str:
    """Return JSON in bare ASCII, so that it is right in any terminal's encoding."""
    return json.dumps(value, indent=2, default=_plain)


FORMATS: MappingProxyType[str, Callable[[Diagnostic], str]] = MappingProxyType(
    {"human": as_human, "short": as_short, "github": as_github}
)
"""The formats that print a finding at a time."""


def printable(text: str) -> str:
    """Return a text on one line without signs that would steer the terminal."""
    words = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(sign) == "Cc" else sign for sign in words)


def _place(finding: Diagnostic) -> str:
    return printable(finding.span.shown()) if finding.span else ""


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _plain(value: object) -> str:
    if isinstance(value, Path):
        return value.as_posix()
    return str(value)
