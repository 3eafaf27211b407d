"""From a gathering to its pages as a PDF, not yet finished. The only place that drives WeasyPrint."""

from __future__ import annotations

import gc
import logging
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import weasyprint
from weasyprint.urls import FatalURLFetchingError

from workbook.compose.manuscript import FontFace, Manuscript
from workbook.errors import Code, Diagnostic, FindingsError, Severity
from workbook.render.environment import variable
from workbook.render.fetching import BASE, ProjectFetcher, Refusal
from workbook.render.forms.places import mark_fields
from workbook.render.gathering import Gathering
from workbook.render.layout import inspect
from workbook.render.leaves import one_page_a_leaf
from workbook.render.line_ends import spaces_hang
from workbook.render.markup import document, style_before
from workbook.render.numbering import alone, links_into, numbered
from workbook.render.pagination import read_pages
from workbook.render.places import place_of_warning, place_of_words
from workbook.render.printed import Bookmark, Extent, Numbers, Printed
from workbook.render.spare_room import spare_room_ruled

POINT = 0.75
"""Points in a CSS pixel."""
_PLACE = re.compile(r" at \d+:\d+")


def print_gathering(gathering: Gathering, ask: Callable[[Extent], Numbers] = alone) -> Printed:
    """Return a gathering's pages; ``ask`` is told their extent, and numbers them.

    Raises:
        FindingsError: a page asked for something that it may not have.
    """
    manuscript, numbers = gathering.manuscript, list[Numbers]()
    fetcher = ProjectFetcher([face.path.parent for face in manuscript.fonts], manuscript.pictures)
    variant = "pdf/a-2a" if manuscript.archive else "pdf/ua-1"
    options = {"pdf_variant": variant, "pdf_identifier": _identifier(manuscript)}

    def asked(extent: Extent) -> Numbers:
        numbers.append(ask(replace(extent, pages=extent.pages - (gathering.follows is not None))))
        return numbers[0]

    with (
        _own_fonts_only(manuscript.fonts),
        _engine_warnings() as warnings,
        _garbage_later(),
        one_page_a_leaf(),
        spaces_hang(),
        spare_room_ruled(manuscript.foot_kept),
        numbered(asked, first=gathering.first),
        suppress(FatalURLFetchingError),
    ):
        source = weasyprint.HTML(
            string=document(_laid_out_with(gathering)), url_fetcher=fetcher, base_url=BASE
        )
        laid_out = source.render(**options)
        if gathering.follows is not None:
            laid_out = laid_out.copy(laid_out.pages[:-1])
        outline = () if gathering.whole else tuple(_outline(laid_out.pages))
        lost = mark_fields(laid_out.pages, manuscript.fields) if manuscript.typing else []
        with links_into(numbers[0].folios):
            data = laid_out.write_pdf(uncompressed_pdf=True, **options)
    if fetcher.refused:
        raise FindingsError(_refused(refusal, manuscript) for refusal in dict.fromkeys(fetcher.refused))
    said = (_finding(warning, manuscript) for warning in warnings)
    before = numbers[0].before
    findings = (*said, *lost, *inspect(laid_out.pages, manuscript, before))
    return Printed(data, findings, read_pages(laid_out.pages, before), outline)


def _laid_out_with(gathering: Gathering) -> Manuscript:
    manuscript, follows = gathering.manuscript, gathering.follows
    return manuscript if follows is None else replace(manuscript, sections=(*manuscript.sections, follows))


def _outline(pages: Sequence[Any]) -> Iterator[Bookmark]:
    """Take the pages' bookmarks off: the outline is the bound book's."""
    for index, page in enumerate(pages):
        for level, label, (x, y), state in page.bookmarks:
            yield Bookmark(level, label, index, x * POINT, (page.height - y) * POINT, state == "closed")
        page.bookmarks = []


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
    folders = "".join(f"<dir>{escape(str(p))}</dir>" for p in sorted({face.path.parent for face in fonts}))
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder:
        conf = Path(folder, "fonts.conf")
        conf.write_text(
            f'<?xml version="1.0"?><fontconfig>{folders}<cachedir>{folder}</cachedir></fontconfig>',
            encoding="utf-8",
        )
        with variable("FONTCONFIG_FILE", str(conf)):
            yield


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
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _finding(warning: str, manuscript: Manuscript) -> Diagnostic:
    place = place_of_warning(manuscript, warning, len(style_before(manuscript).splitlines()))
    if place is not None:
        warning = _PLACE.sub("", warning)  # it counts lines that nobody wrote
    code = Code.MISSING_GLYPH if "glyph" in warning.lower() else Code.ENGINE_WARNING
    message = f"The PDF engine warns: {warning.strip().rstrip('.')}."
    return Diagnostic(code, message, span=place, severity=Severity.WARNING)
