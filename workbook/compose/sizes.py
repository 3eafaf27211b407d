"""Whether a theme's sizes do what they are meant for: words that can be read, a logo that fits its place."""

from __future__ import annotations

from collections.abc import Iterator

from workbook.errors import Code, Diagnostic, Severity, Span
from workbook.model.page import PAPERS, PROFILES, letterhead_room, margins
from workbook.theme.lookup import Theme

BODY = 12.0
"""Points: the least for running text that people with poor sight still read (UKAAF, clear print)."""


def unfit_sizes(theme: Theme) -> Iterator[Diagnostic]:
    """Yield a warning for each size that the pages cannot have, or that many cannot read."""
    size = float(theme.tokens.size_body.removesuffix("pt"))
    if size < BODY:
        yield _warning(
            f"`size_body` is {theme.tokens.size_body}: many cannot read running text under {BODY:g} pt.",
            f"Use {BODY:g}pt or more; `--profile` makes the letters larger for those who need it.",
            theme.places["size_body"],
        )
    height = float(theme.tokens.logo_sheet_height.removesuffix("mm"))
    room = letterhead_room(margins(PAPERS["a4"], PROFILES["standard"]))
    if height > room:
        yield _warning(
            f"`logo_sheet_height` is {height:g} mm, but the head of an A4 page has room for {room:.1f} mm.",
            "The logo is made as high as each paper has room for; write 10mm, or less.",
            theme.places["logo_sheet_height"],
        )


def _warning(message: str, hint: str, place: Span) -> Diagnostic:
    return Diagnostic(Code.SIZE_UNFIT, message, hint, place, Severity.WARNING)
