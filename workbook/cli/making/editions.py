"""Plan an edition's files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from workbook.cli.making.wishes import SUFFIXES, Foreign, Job, Plan, foreign_of
from workbook.cli.project import choose_theme, find_library
from workbook.compose.edition import compose_edition
from workbook.compose.manuscript import Manuscript, Medium
from workbook.editorial.books import of_book
from workbook.editorial.shops import shop_findings
from workbook.errors import Diagnostic, FindingsError, Severity, Span
from workbook.render.rendered import Rendered
from workbook.render.task import Task
from workbook.source.editions import cover_path, cover_root, edition_mistakes
from workbook.source.files import read_bytes
from workbook.source.pictures.measuring import LIMIT as COVER_LIMIT
from workbook.theme.lookup import Theme


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
    picture = b"" if cover is None else read_bytes(cover, [cover_root(edition)], COVER_LIMIT)
    named_cover = None if cover is None else edition.document.span(("cover",))
    compose = partial(compose_edition, value, book, theme, cover_picture=picture)
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
    warnings: list[Diagnostic] = [*findings, *shop_findings(edition)]
    return Plan(
        jobs,
        (*warnings, *of_book(value.workbook, library, dt.date.today())),
        foreign=_foreign(theme, named_cover),
    )


def _foreign(theme: Theme, cover: Span | None) -> Foreign | None:
    """Return what did not come with the program; a cover's picture is opened too."""
    return foreign_of(theme) or (None if cover is None else Foreign(cover, theme.roots))


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
