"""The pictures of the gallery: real pages of each theme, made from sections of the sample workbook.

Run as a module it makes them anew; ``scripts/gallery`` does that. A test compares them with fresh ones.
"""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from tests.docs.guides import ROOT
from workbook.compose.book import compose_book
from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.compose.reader import Reader
from workbook.render.pdf import render_pdf
from workbook.source.library import Library
from workbook.theme.lookup import Themes

FOLDER = ROOT / "docs" / "pictures" / "gallery"
THEMES = tuple(Themes().names())
WORKBOOK, SHEET = "speaking-up", "boundary-one-sentence"
GROUND, EDGE = "#e9ebeb", "#c9cecf"
WIDTH, MARGIN, BETWEEN = 400, 24, 20
"""Pixels: of a page, around all three, between them."""


def picture_file(theme: str) -> Path:
    """Return where a theme's picture lies."""
    return FOLDER / f"{theme}.png"


def draw(theme: str) -> Image.Image:
    """Return three pages of a theme side by side: the title page, a part's opener, a sheet's first page."""
    book = compose_book(Library.stock().book(WORKBOOK), Themes().find(theme), Reader(), Medium.PRINT)
    pages = [_first_page(book, role, name) for role, name in _SHOWN]
    size = (2 * MARGIN + 3 * WIDTH + 2 * BETWEEN, 2 * MARGIN + pages[0].height)
    canvas = Image.new("RGB", size, GROUND)
    pen = ImageDraw.Draw(canvas)
    for index, page in enumerate(pages):
        left = MARGIN + index * (WIDTH + BETWEEN)
        pen.rectangle((left - 1, MARGIN - 1, left + WIDTH, MARGIN + page.height), outline=EDGE)
        canvas.paste(page, (left, MARGIN))
    return canvas


_SHOWN = ((Role.TITLE_PAGE, ""), (Role.PART, "part-2"), (Role.EXERCISE, SHEET))


def _first_page(book: Manuscript, role: Role, name: str) -> Image.Image:
    section = next(each for each in book.sections if each.role is role and name in ("", each.id))
    with pypdfium2.PdfDocument(render_pdf(replace(book, sections=(section,))).data) as pdf:
        page = next(page for page in pdf if page.get_textpage().get_text_range().strip())
        whole: Image.Image = page.render(scale=3 * WIDTH / page.get_width()).to_pil()
    height = round(WIDTH * whole.height / whole.width)
    return whole.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)


def make() -> None:
    """Write all pictures, in few colours so that they stay small."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        few = draw(theme).quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        buffer = io.BytesIO()
        few.save(buffer, "PNG", optimize=True)
        picture_file(theme).write_bytes(buffer.getvalue())
        sys.stdout.write(f"{picture_file(theme).relative_to(ROOT)}: {len(buffer.getvalue())} bytes\n")


if __name__ == "__main__":
    make()
