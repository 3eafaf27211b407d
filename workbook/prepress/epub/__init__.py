"""Preflight of finished EPUB files: what EPUBCheck and Ace let pass, and a reader or a shop would not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from workbook.errors import Code, Diagnostic, Severity, Span
from workbook.prepress.epub.contents import contents_faults
from workbook.prepress.epub.fault import Fault
from workbook.prepress.epub.markup import markup_faults
from workbook.prepress.epub.opened import Opened, UnreadableError, open_epub
from workbook.prepress.epub.pages import page_faults
from workbook.prepress.epub.record import record_faults
from workbook.prepress.epub.resources import resource_faults

__all__ = ["preflight_epub"]

_CHECKS: tuple[Callable[[Opened], Iterator[Fault]], ...] = (
    record_faults,
    contents_faults,
    page_faults,
    markup_faults,
    resource_faults,
)


def preflight_epub(path: Path) -> list[Diagnostic]:
    """Return all that is wrong with a finished book; whose program made it does not matter.

    A file that cannot be read is a finding, never a book without findings.
    """
    try:
        book = open_epub(path)
        faults = dict.fromkeys(fault for check in _CHECKS for fault in check(book))
    except UnreadableError as reason:
        message = f"This file cannot be read as an EPUB: {reason}."
        return [Diagnostic(Code.EPUB_UNREADABLE, message, "Make the book again.", Span(path))]
    return [Diagnostic(fault.code, fault.message, fault.hint, Span(path), Severity.ERROR) for fault in faults]
