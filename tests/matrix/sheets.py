"""All pages of a PDF, small and side by side, for the eye."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image

from tests.poppler import tool

ACROSS, DOWN = 8, 4
WIDTH = 250
"""Pixels of a page."""
GAP = 6


def lay_out(pdf: Path, folder: Path) -> None:
    """Write pictures of a PDF's pages, thirty-two to each."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        tool("pdftoppm", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", str(pdf), f"{scratch}/page")
        pages = sorted(Path(scratch).glob("page-*.ppm"))
        for first in range(0, len(pages), ACROSS * DOWN):
            _sheet(pages[first : first + ACROSS * DOWN]).save(folder / f"{pdf.stem}-{first + 1:03}.png")


def _sheet(pages: list[Path]) -> Image.Image:
    pictures = [Image.open(page) for page in pages]
    height = max(picture.height for picture in pictures)
    down = -(-len(pages) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * (WIDTH + GAP) + GAP, down * (height + GAP) + GAP), "#8a8f98")
    for number, picture in enumerate(pictures):
        place = (GAP + number % ACROSS * (WIDTH + GAP), GAP + number // ACROSS * (height + GAP))
        sheet.paste(picture, place)
        picture.close()
    return sheet
