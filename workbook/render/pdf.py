"""From a manuscript to a PDF/UA-1 file. The only place that knows WeasyPrint."""

from __future__ import annotations

import gc
import logging
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.compose.manuscript import FontFace, Manuscript
from workbook.errors import Code, Diagnostic, FindingsError, MissingToolError, Severity
from workbook.render.places import place_of_warning, place_of_words
from workbook.render.rendered import Rendered

if TYPE_CHECKING:
    from workbook.render.fetching import Refusal


_STRINGS = ("book", "of", "crisis", "from")
"""The names that page heads and feet print; the document's body has their values."""

_PLACE = re.compile(r" at \d+:\d+")


def render_pdf(manuscript: Manuscript) -> Rendered:
    """Return the PDF file's bytes, its pages, what the engine warned of, and what looks wrong on the pages.

    Raises:
        FindingsError: a page asked for something that it may not have.
        MissingToolError: Pango, on which WeasyPrint stands, is not installed.
    """
    with _own_fonts_only(manuscript.fonts):
        try:
            import weasyprint
            from weasyprint.urls import FatalURLFetchingError

            from workbook.render.archive import claim_accessibility
            from workbook.render.fetching import BASE, ProjectFetcher
            from workbook.render.forms import make_form, mark_fields
            from workbook.render.layout import inspect
            from workbook.render.leaves import one_page_a_leaf
            from workbook.render.line_ends import spaces_hang
            from workbook.render.pagination import read_pages
            from workbook.render.tagging import finish
        except OSError as error:
            raise MissingToolError("Pango", "scripts/setup, or see 'workbook doctor'") from error
        fetcher = ProjectFetcher([face.path.parent for face in manuscript.fonts], manuscript.pictures)
        variant = "pdf/a-2a" if manuscript.archive else "pdf/ua-1"
        options = {"pdf_variant": variant, "pdf_identifier": _identifier(manuscript)}
        with (
            _engine_warnings() as warnings,
            _garbage_later(),
            one_page_a_leaf(),
            spaces_hang(),
            suppress(FatalURLFetchingError),
        ):
            source = weasyprint.HTML(string=document(manuscript), url_fetcher=fetcher, base_url=BASE)
            laid_out = source.render(**options)
            lost = mark_fields(laid_out.pages, manuscript.fields) if manuscript.typing else []
            data = laid_out.write_pdf(uncompressed_pdf=True, **options)
            if manuscript.typing:
                data = make_form(data, manuscript.fields, manuscript.typing)
            data = finish(data)
            if manuscript.archive:
                data = claim_accessibility(data)
    if fetcher.refused:
        raise FindingsError(_refused(refusal, manuscript) for refusal in dict.fromkeys(fetcher.refused))
    said = (_finding(warning, manuscript) for warning in warnings)
    findings = (*said, *lost, *inspect(laid_out.pages, manuscript))
    return Rendered(data, findings, len(laid_out.pages), read_pages(laid_out.pages))


def document(manuscript: Manuscript) -> str:
    """Return the whole book as one HTML document, styles and all."""
    words = manuscript.words
    crisis = f"{words['crisis']}\n" if "crisis" in words else ""
    name = f"{words['from']} · " if words.get("from") else ""
    strings = (manuscript.title, words["page_of"], crisis, name)
    data = " ".join(f'data-{n}="{escape(value)}"' for n, value in zip(_STRINGS, strings, strict=True))
    stamp = f"{manuscript.date.isoformat()}T00:00:00Z"
    meta = {
        "author": manuscript.creator,
        "description": manuscript.description,
        "dcterms.created": stamp,
        "dcterms.modified": stamp,
    }
    head = "".join(f'<meta name="{k}" content="{escape(v)}"/>' for k, v in meta.items() if v)
    sections = "\n".join(section.markup for section in manuscript.sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{manuscript.language}" dir="{manuscript.direction}"><head>'
        f'<meta charset="utf-8"/><title>{escape(manuscript.title)}</title>{head}'
        f"<style>{_style_before(manuscript)}{manuscript.stylesheet}</style></head>"
        f"<body {data}>\n{manuscript.letterhead}{sections}\n</body></html>\n"
    )


def _style_before(manuscript: Manuscript) -> str:
    """Return the styles that stand before the theme's."""
    faces = "".join(f"{font_face(face)}\n" for face in manuscript.fonts)
    return f"{faces}body {{ string-set: {', '.join(f'{name} attr(data-{name})' for name in _STRINGS)} }}\n"


def font_face(face: FontFace) -> str:
    """Return the CSS rule that brings a face."""
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f'font-style: {face.style}; src: url("{face.path.as_uri()}") }}'
    )


def _refused(refusal: Refusal, manuscript: Manuscript) -> Diagnostic:
    return Diagnostic(
        Code.FETCH_REFUSED,
        f"The page asks for {refusal.what!r}: {refusal.reason}.",
        "Pages use the theme's fonts and what their own markup carries, nothing from elsewhere.",
        place_of_words(manuscript, refusal.what),
    )


def _identifier(manuscript: Manuscript) -> bytes:
    return f"{manuscript.id} {manuscript.date.isoformat()}".encode()


@contextmanager
def _own_fonts_only(fonts: Iterable[FontFace]) -> Iterator[None]:
    """Show fontconfig the folders of our own fonts and no other.

    **Why**: a fallback from the machine would differ from the next machine's, and would hide a missing glyph.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    folders = "".join(f"<dir>{escape(str(p))}</dir>" for p in sorted({face.path.parent for face in fonts}))
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder:
        conf = Path(folder, "fonts.conf")
        conf.write_text(
            f'<?xml version="1.0"?><fontconfig>{folders}<cachedir>{folder}</cachedir></fontconfig>',
            encoding="utf-8",
        )
        os.environ["FONTCONFIG_FILE"] = str(conf)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


@contextmanager
def _engine_warnings() -> Iterator[list[str]]:
    """Collect all that the engine logs from warning upwards."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    handler = Collector(logging.WARNING)
    loggers = [logging.getLogger("weasyprint"), logging.getLogger("fontTools")]
    kept = [(logger, logger.propagate, logger.handlers[:], logger.level) for logger in loggers]
    for logger in loggers:
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.WARNING)
    try:
        yield found
    finally:
        for logger, propagate, handlers, level in kept:
            logger.handlers, logger.propagate = handlers, propagate
            logger.setLevel(level)


@contextmanager
def _garbage_later() -> Iterator[None]:
    """Put off garbage collection: a layout makes many objects that all live to its end (15–20 % faster)."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _finding(warning: str, manuscript: Manuscript) -> Diagnostic:
    place = place_of_warning(manuscript, warning, len(_style_before(manuscript).splitlines()))
    if place is not None:
        warning = _PLACE.sub("", warning)  # it counts lines that nobody wrote
    code = Code.MISSING_GLYPH if "glyph" in warning.lower() else Code.ENGINE_WARNING
    message = f"The PDF engine warns: {warning.strip().rstrip('.')}."
    return Diagnostic(code, message, span=place, severity=Severity.WARNING)
