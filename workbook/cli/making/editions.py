"""Plan an edition's files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from workbook.cli.making.wishes import SUFFIXES, Job, Plan
from workbook.cli.project import choose_theme, find_library
from workbook.compose.edition import compose_edition
from workbook.compose.manuscript import Medium
from workbook.editorial.books import of_book
from workbook.editorial.shops import shop_findings
from workbook.errors import Diagnostic, FindingsError, Severity
from workbook.source.editions import cover_path, edition_mistakes


def plan_edition(name: str, outputs: Sequence[str], dest: Path) -> Plan:
    """Return the files to make of an edition: all sorts where none is named.

    Raises:
        FindingsError: all that is wrong with the edition, its workbook and what that names, the theme too.
    """
    library = find_library()
    edition = library.edition(name)
    findings = edition_mistakes(edition, library)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise FindingsError(findings)
    value = edition.value
    book = library.book(value.workbook)
    named_at = edition.document.span(("theme",))
    theme = choose_theme(value.theme, library.workbook(value.workbook), named_at)
    cover = cover_path(edition)
    picture = b"" if cover is None else cover.read_bytes()
    jobs = tuple(
        Job(
            dest / f"{value.id}.{SUFFIXES[medium]}",
            medium,
            partial(compose_edition, value, book, theme, medium, cover_picture=picture),
        )
        for medium in (Medium.PRINT, Medium.EPUB)
        if SUFFIXES[medium] in outputs or not outputs
    )
    warnings: list[Diagnostic] = [*findings, *shop_findings(edition)]
    return Plan(jobs, (*warnings, *of_book(value.workbook, library, dt.date.today())))
