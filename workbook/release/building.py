"""Make every form of an edition, in memory."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import get_args

from PIL import Image

from workbook.compose.edition import compose_edition
from workbook.compose.manuscript import FontFace, Manuscript
from workbook.compose.shop_sheet import FormLine, compose_shop_sheet
from workbook.errors import Diagnostic, FindingsError, Severity
from workbook.model.locale import FormName
from workbook.release.forms import Deliverable, Form, file_name, isbn_of, medium_of, readers, sheet_paper
from workbook.release.source import Source
from workbook.render.rendered import PrintedPage, Rendered

_SMALL = (480, 768)
"""Pixels of the cover on the catalogue sheet: 48 mm wide at 254 dots an inch."""


@dataclass(frozen=True)
class Built:
    """Every form of an edition, the fonts that its pages name, and the print edition's description."""

    files: tuple[Deliverable, ...]
    fonts: tuple[FontFace, ...]
    manuscript: Manuscript
    findings: tuple[Diagnostic, ...]


def build_forms(source: Source, begin: Callable[[str], None]) -> Built:
    """Return all forms; ``begin`` is told what is being made.

    The engines' warnings come along: a word over an edge is to be seen to before it is printed.

    Raises:
        FindingsError: a form cannot be composed or rendered.
        MissingToolError: an engine is not installed.
    """
    edition, files, manuscripts = source.edition, list[Deliverable](), dict[Form, Manuscript]()
    findings: list[Diagnostic] = []
    pages: tuple[PrintedPage, ...] = ()
    compose = partial(
        compose_edition, edition, source.book, source.theme, cover_picture=source.cover_picture()
    )
    for form, reader in readers(edition).items():
        name = file_name(edition, form)
        begin(name)
        manuscript = compose(medium_of(form), reader=reader)
        rendered = _render(form, manuscript, pages)
        pages = rendered.pages if form is Form.PRINT else pages
        manuscripts[form] = manuscript
        findings += rendered.findings
        files.append(Deliverable(form, name, rendered.data, rendered.extent, reader.paper))
    begin(file_name(edition, Form.COVER))
    cover = _cover(manuscripts[Form.EPUB])
    files.append(Deliverable(Form.COVER, file_name(edition, Form.COVER), cover))
    begin(file_name(edition, Form.SHEET))
    sheet = _sheet(source, manuscripts[Form.PRINT], files, cover)
    findings += sheet.findings
    files.append(
        Deliverable(
            Form.SHEET, file_name(edition, Form.SHEET), sheet.data, sheet.extent, sheet_paper(edition)
        )
    )
    if faults := [finding for finding in findings if finding.severity is Severity.ERROR]:
        raise FindingsError(faults)
    print_manuscript = manuscripts[Form.PRINT]
    return Built(tuple(files), print_manuscript.fonts, print_manuscript, tuple(dict.fromkeys(findings)))


def _render(form: Form, manuscript: Manuscript, pages: tuple[PrintedPage, ...]) -> Rendered:
    """Return a form's bytes. **Why** late imports: an engine is slow to load, and may lack what it needs."""
    if form is Form.EPUB:
        from workbook.render.epub import render_epub

        return render_epub(manuscript, pages)
    from workbook.render.pdf import render_pdf

    return render_pdf(manuscript)


def _cover(manuscript: Manuscript) -> bytes:
    from workbook.render.epub.cover import draw_cover

    return draw_cover(manuscript)


def _sheet(source: Source, about: Manuscript, files: list[Deliverable], cover: bytes) -> Rendered:
    lines = [
        FormLine(name, None if form is Form.EPUB else file.extent, isbn_of(source.edition, form))
        for file in files
        for form in [file.form]
        for name in get_args(FormName)
        if name == form.value
    ]
    paper = sheet_paper(source.edition)
    manuscript = compose_shop_sheet(source.book, source.theme, paper, about, lines, small(cover))
    return _render(Form.SHEET, manuscript, ())


def small(cover: bytes) -> bytes:
    """Return a cover in the size at which the catalogue sheet and the report show it."""
    picture = Image.open(io.BytesIO(cover))
    picture.thumbnail(_SMALL, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=86, optimize=True)
    return out.getvalue()
