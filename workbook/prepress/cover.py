"""Preflight of a cover's picture, as shops ask for it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from workbook.errors import Code, Diagnostic, Span
from workbook.source.editions import LEAST_SIDE, MOST_PIXELS


def preflight_cover(path: Path) -> list[Diagnostic]:
    """Return what a shop would say against a cover: a JPEG in colours, upright, neither small nor huge."""
    try:
        with Image.open(path) as picture:
            kind, mode, (width, height) = picture.format, picture.mode, picture.size
    except (UnidentifiedImageError, OSError):
        return [_finding(path, "The cover cannot be read as a picture.", "Make the release again.")]
    found = []
    if (kind, mode) != ("JPEG", "RGB"):
        found.append(_finding(path, f"The cover is {kind} in {mode}, not JPEG in RGB.", "Save it as JPEG."))
    if width > height:
        found.append(_finding(path, "The cover is wider than high.", "Shops show covers upright."))
    if min(width, height) < LEAST_SIDE:
        message = f"The cover has {width} × {height} pixels; shops want {LEAST_SIDE} on the shorter side."
        found.append(_finding(path, message, "1600 × 2560 is right."))
    if width * height > MOST_PIXELS:
        message = f"The cover has {width} × {height} pixels, more than 5.6 million in all."
        found.append(_finding(path, message, "1600 × 2560 is right."))
    return found


def _finding(path: Path, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Code.COVER_SIZE, message, hint, Span(path))
