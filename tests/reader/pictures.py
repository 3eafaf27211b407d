"""The pictures of an e-book in a reader: on three screens, with large words, and at night.

Run as a module it makes them anew; ``scripts/gallery`` does that. A test compares them with fresh ones.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.docs.guides import ROOT
from tests.reader.foliate import LARGE, NIGHT, PHONE, TABLET, WIDE, opened, served
from workbook.compose.edition import compose_edition
from workbook.compose.manuscript import Medium
from workbook.release.checkers.browser import find_browser
from workbook.render.epub import render_epub
from workbook.source.library import Library
from workbook.theme.lookup import Themes

FOLDER = ROOT / "docs" / "pictures" / "reader"
EDITION = "speaking-up"
GROUND, BETWEEN, EDGE = "#c9cecf", 20, 1
"""The colour around the screens; pixels between them, and of the edge around all."""
COLOURS = 40


class Screen(NamedTuple):
    """What a screen shows: a line of the contents, and how many pages after its first."""

    title: str
    further: int = 0


class Shot(NamedTuple):
    """A picture: how the book is opened, the screens in it, and how much they are shrunk."""

    size: tuple[int, int]
    screens: tuple[Screen, ...]
    style: str = ""
    night: bool = False
    shown: float = 1.0


_CRISIS = Screen("If you need help now")
SHOTS = {
    "phone": Shot(PHONE, (Screen("One clear sentence"), Screen("One clear sentence", 2), _CRISIS)),
    "tablet": Shot(TABLET, (Screen("How courage feels in my body"),), shown=0.8),
    "wide": Shot(WIDE, (Screen("A ladder for speaking up"),), shown=0.8),
    "night": Shot(
        PHONE, (Screen("One clear sentence"), Screen("A practice run for two", 2), _CRISIS), NIGHT, night=True
    ),
    "large": Shot(PHONE, (Screen("One clear sentence"), Screen("One clear sentence", 3), _CRISIS), LARGE),
}


def picture_file(name: str) -> Path:
    """Return where a picture lies."""
    return FOLDER / f"{name}.png"


def draw(browser: Browser, address: str, name: str) -> Image.Image:
    """Return a picture: the screens side by side."""
    shot = SHOTS[name]
    width, height = (round(side * shot.shown) for side in shot.size)
    count = len(shot.screens)
    canvas = Image.new("RGB", (count * width + (count - 1) * BETWEEN + 2 * EDGE, height + 2 * EDGE), GROUND)
    with opened(browser, address, f"{EDITION}.epub", shot.size, shot.style, night=shot.night) as book:
        targets = dict(book.links("toc"))
        for index, wanted in enumerate(shot.screens):
            book.visit(targets[wanted.title])
            book.turn(wanted.further)
            screen = Image.open(io.BytesIO(book.page.screenshot())).convert("RGB")
            screen = screen.resize((width, height), Image.Resampling.LANCZOS)
            canvas.paste(screen, (EDGE + index * (width + BETWEEN), EDGE))
    return canvas


def make() -> None:
    """Write all pictures, in few colours so that they stay small."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    library = Library.stock()
    plan = library.edition(EDITION).value
    manuscript = compose_edition(plan, library.book(plan.workbook), Themes().find("calm"), Medium.EPUB)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        Path(place, f"{EDITION}.epub").write_bytes(render_epub(manuscript).data)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with served(Path(place)) as address:
            for name in SHOTS:
                few = draw(browser, address, name).quantize(
                    COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
                )
                few.save(picture_file(name), "PNG", optimize=True)
                size = picture_file(name).stat().st_size
                sys.stdout.write(f"{picture_file(name).relative_to(ROOT)}: {size} bytes\n")
        browser.close()


if __name__ == "__main__":
    make()
