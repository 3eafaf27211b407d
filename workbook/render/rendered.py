"""What an engine gives back: the file's bytes, and what a person should know about them."""

from __future__ import annotations

from dataclasses import dataclass

from workbook.errors import Diagnostic


@dataclass(frozen=True)
class Rendered:
    """A finished file in memory.

    ``findings`` are warnings: an error is raised instead. ``extent`` counts the pages of a PDF, or the
    documents that an EPUB reader turns through.
    """

    data: bytes
    findings: tuple[Diagnostic, ...]
    extent: int
