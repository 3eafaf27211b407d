"""Plan an edition's files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from workbook.cli.editions import open_edition
from workbook.cli.making.wishes import SUFFIXES, Foreign, Job, Plan
from workbook.compose.edition import compose_edition
from workbook.compose.manuscript import Manuscript, Medium
from workbook.editorial.books import of_book
from workbook.editorial.shops import shop_findings
from workbook.render.rendered import Rendered
from workbook.render.task import Task


def plan_edition(name: str, outputs: Sequence[str], dest: Path) -> Plan:
    """Return the files to make of an edition: all sorts where none is named.

    Raises:
        FindingsError: all that is wrong with the edition, its workbook and what that names, the theme too.
    """
    source, findings = open_edition(name)
    value, book, theme = source.edition, source.book, source.theme
    compose = partial(compose_edition, value, book, theme, cover_picture=source.cover_picture())
    printed = PrintedBook(partial(compose, Medium.PRINT))
    jobs = tuple(
        Job(
            dest / f"{value.id}.{SUFFIXES[medium]}",
            Task(
                medium,
                partial(compose, medium),
                printed.render if medium is Medium.PRINT else printed.render_beside,
                sheets=len(book.exercises),
            ),
        )
        for medium in (Medium.PRINT, Medium.EPUB)
        if SUFFIXES[medium] in outputs or not outputs
    )
    warnings = (
        *findings,
        *shop_findings(source.loaded),
        *of_book(value.workbook, source.library, dt.date.today()),
    )
    foreign = Foreign(source.foreign, theme.roots) if source.foreign else None
    return Plan(jobs, warnings, foreign=foreign)


class PrintedBook:
    """The print edition, laid out once: its PDF, and the pages that the e-book's page list names.

    Engines are imported late: each is slow to load, and may lack what it stands on.
    """

    def __init__(self, compose: Callable[[], Manuscript]) -> None:
        self._compose = compose
        self._rendered: Rendered | None = None

    def render(self, manuscript: Manuscript) -> Rendered:
        """Return the PDF."""
        from workbook.render.pdf import render_pdf

        self._rendered = render_pdf(manuscript)
        return self._rendered

    def render_beside(self, manuscript: Manuscript) -> Rendered:
        """Return the EPUB of a manuscript, with the folios of the print edition."""
        from workbook.render.epub import render_epub

        rendered = self._rendered or self.render(self._compose())
        return render_epub(manuscript, rendered.pages)
