"""What Poppler reads from a PDF: text, words with their boxes, pictures of pages."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from PIL import Image

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True)
class Word:
    """A word and its box in millimetres from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A page: its size in millimetres and its words in reading order."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces between them."""
        return " ".join(word.text for word in self.words)


def tool(*command: str) -> str:
    """Run one of Poppler's tools; a missing tool or a failure is an error, never a pass."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def pages(pdf: Path, *, as_drawn: bool = False) -> list[Page]:
    """Return all pages with their words, in Poppler's reading order or as they were drawn."""
    order = ["-raw"] if as_drawn else []
    tree = ET.fromstring(tool("pdftotext", *order, "-bbox", str(pdf), "-"))  # noqa: S314 - Poppler's own output
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        Page(number, _mm(page, "width"), _mm(page, "height"), tuple(_words(page, space)))
        for number, page in enumerate(tree.iter(f"{space}page"), start=1)
    ]


def _words(page: ET.Element, space: str) -> Iterator[Word]:
    for word in page.iter(f"{space}word"):
        yield Word(word.text or "", *(_mm(word, side) for side in ("xMin", "yMin", "xMax", "yMax")))


def _mm(element: ET.Element, name: str) -> float:
    return float(element.attrib[name]) / MM


def picture(pdf: Path, number: int, dpi: int = 72) -> Image.Image:
    """Return one page as a picture in shades of grey."""
    data = subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-gray", "-f", str(number), "-l", str(number), str(pdf)],
        check=True,
        capture_output=True,
    ).stdout
    from io import BytesIO

    return Image.open(BytesIO(data)).convert("L")
