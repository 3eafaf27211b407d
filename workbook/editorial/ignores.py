"""H019, H020: findings that a writer has thought about and lets stand.

A comment `# ignore H003: reason` at the end of a value's first line, or alone on a line before it, takes out
the findings of that code in the value, and on that line alone where the value has several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbook.errors import Code, Diagnostic, Span
from workbook.source.document import Written

_IGNORE = re.compile(r"#\s*ignore\s+(?P<code>[A-Z]\d{3})\b\s*:?\s*(?P<reason>.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Ignore:
    """A wish to let a finding stand; ``line`` is the one that it is about."""

    code: str
    reason: str
    line: int
    span: Span


def without_ignored(findings: Iterable[Diagnostic], document: Written) -> Iterator[Diagnostic]:
    """Yield the findings that are not ignored, and one for each ignore without a reason or without use."""
    ignores = tuple(_ignores(document))
    used: set[Ignore] = set()
    for finding in findings:
        matching = [ignore for ignore in ignores if _is_about(ignore, finding, document)]
        used.update(matching)
        if not matching:
            yield finding
    for ignore in ignores:
        if ignore.span.path != document.path:
            continue  # it stands in an exercise that this file changes, and is looked at there
        if ignore not in used:
            yield Diagnostic(
                Code.UNUSED_IGNORE,
                f"Nothing is found here that `ignore {ignore.code}` could be about.",
                "Take the comment out; it would hide what is found here one day.",
                ignore.span,
            )
        elif not ignore.reason:
            yield Diagnostic(
                Code.IGNORE_WITHOUT_REASON,
                f"`ignore {ignore.code}` gives no reason.",
                f"Write why it may stand: `# ignore {ignore.code}: because …`.",
                ignore.span,
            )


def _ignores(document: Written) -> Iterator[Ignore]:
    comments = document.comments()
    alone = {span.line for span, comment in comments if comment.alone}
    for span, comment in comments:
        if match := _IGNORE.match(comment.words):
            line = span.line
            while line in alone:
                line += 1
            yield Ignore(match["code"].upper(), match["reason"].strip(), line, span)


def _is_about(ignore: Ignore, finding: Diagnostic, document: Written) -> bool:
    if finding.span is None or ignore.code != finding.code or ignore.span.path != finding.span.path:
        return False
    return ignore.line in (finding.span.line, document.first_line(finding.span))
