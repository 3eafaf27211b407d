"""Make every form of an edition, in memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import get_args

from PIL import Image

from workbook.compose.edition import compose_edition
from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.shop_sheet import FormLine, compose_shop_sheet
from workbook.errors import Diagnostic, FindingsError, Severity
from workbook.model.book import Book
from workbook.model.edition import Edition
from workbook.model.locale import FormName
from workbook.model.page import Paper
from workbook.release.forms import Deliverable, Form, file_name, isbn_of, medium_of, readers, sheet_paper
from workbook.release.source import Source
from workbook.render.confined.press import LIMITS, Press
from workbook.render.rendered import PrintedPage, Rendered
from workbook.render.task import Task
from workbook.theme.lookup import Theme

_SMALL = (480, 768)
"""Pixels of the cover on the catalogue sheet: 48 mm wide at 254 dots an inch."""


@dataclass(frozen=True)
class Built:
    """Every form of an edition, and what the engine warned of: a word over an edge, a page nearly empty."""

    files: tuple[Deliverable, ...]
    findings: tuple[Diagnostic, ...]


class Workshop:
    """Makes the forms one after the other and keeps what a later one needs of an earlier one.

    **Why** one value: where the theme is not the program's own, all of it works in a confined process.
    """

    def __init__(self, edition: Edition, book: Book, theme: Theme, cover_picture: bytes) -> None:
        self._edition, self._book, self._theme = edition, book, theme
        self._compose = partial(compose_edition, edition, book, theme, cover_picture=cover_picture)
        self._manuscripts: dict[Form, Manuscript] = {}
        self._extents: dict[Form, int] = {}
        self._pages: tuple[PrintedPage, ...] = ()
        self._cover = b""

    def tasks(self) -> dict[Form, Task]:
        """Return every form's task, in the order in which they are made."""
        forms = [*readers(self._edition), Form.COVER, Form.SHEET]
        many = len(self._book.exercises)
        return {
            form: Task(medium_of(form), partial(self.compose, form), partial(self.render, form), sheets=many)
            for form in forms
        }

    def compose(self, form: Form) -> Manuscript:
        """Return a form's manuscript; the cover's is the e-book's.

        Raises:
            FindingsError: a template of the theme is missing or faulty.
        """
        if form is Form.COVER:
            return self._manuscripts[Form.EPUB]
        if form is Form.SHEET:
            return self._sheet()
        found = self._compose(medium_of(form), reader=readers(self._edition)[form])
        self._manuscripts[form] = found
        return found

    def render(self, form: Form, manuscript: Manuscript) -> Rendered:
        """Return a form's bytes. **Why** late imports: engines are slow to load, and may lack what they need.

        Raises:
            FindingsError, MissingToolError: as the engines.
        """
        if form is Form.COVER:
            from workbook.render.epub.cover import draw_cover

            self._cover = draw_cover(manuscript)
            return Rendered(self._cover, (), 0)
        if medium_of(form) is Medium.EPUB:
            from workbook.render.epub import render_epub

            rendered = render_epub(manuscript, self._pages)
        else:
            from workbook.render.pdf import render_pdf

            rendered = render_pdf(manuscript)
        if form is Form.PRINT:
            self._pages = rendered.pages
        self._extents[form] = rendered.extent
        return rendered

    def _sheet(self) -> Manuscript:
        lines = [
            FormLine(name, None if form is Form.EPUB else extent, isbn_of(self._edition, form))
            for form, extent in self._extents.items()
            for name in get_args(FormName)
            if name == form.value
        ]
        about, paper = self._manuscripts[Form.PRINT], sheet_paper(self._edition)
        return compose_shop_sheet(self._book, self._theme, paper, about, lines, small(self._cover))


def build_forms(source: Source, begin: Callable[[str], None]) -> Built:
    """Return all forms; ``begin`` is told what is being made.

    Raises:
        FindingsError: a form cannot be composed or rendered.
        MissingToolError: an engine is not installed.
    """
    edition, files = source.edition, list[Deliverable]()
    findings: list[Diagnostic] = []
    tasks = Workshop(edition, source.book, source.theme, source.cover_picture()).tasks()
    with _maker(source, list(tasks.values())) as make:
        for number, form in enumerate(tasks):
            begin(file_name(edition, form))
            rendered = make(number)
            findings += rendered.findings
            name, paper = file_name(edition, form), _paper(edition, form)
            files.append(Deliverable(form, name, rendered.data, rendered.extent, paper))
    if faults := [finding for finding in findings if finding.severity is Severity.ERROR]:
        raise FindingsError(faults)
    return Built(tuple(files), tuple(dict.fromkeys(findings)))


@contextmanager
def _maker(source: Source, tasks: Sequence[Task]) -> Iterator[Callable[[int], Rendered]]:
    """Give what makes a task's file: in a confined process where something is a stranger's, or here."""
    foreign = source.foreign
    if foreign is not None:
        with Press(tasks, foreign, source.theme.roots, LIMITS) as press:
            yield lambda number: press.make(number, lambda: None)
        return
    yield lambda number: tasks[number].engine()(tasks[number].compose())


def _paper(edition: Edition, form: Form) -> Paper | None:
    if form is Form.SHEET:
        return sheet_paper(edition)
    reader = readers(edition).get(form)
    return None if reader is None else reader.paper


def small(cover: bytes) -> bytes:
    """Return a cover in the size at which the catalogue sheet and the report show it."""
    picture = Image.open(io.BytesIO(cover))
    picture.thumbnail(_SMALL, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=86, optimize=True)
    return out.getvalue()
