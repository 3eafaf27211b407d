"""What was typed and ticked is drawn alike by three programs, whichever of them it was filled in with."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pypdfium2
import pytest
from PIL import Image

from tests.conftest import Built
from tests.filling import FILLINGS
from tests.poppler import picture

DOTS = 100
"""To an inch."""
NEAR = {"mupdf": 3.0, "pdfium": 3.0, "pikepdf": 5.0}
"""Points by which the drawings of two programs may stand apart; a script's words each of them sets itself."""
ENTRIES = {
    "a-lines": "Zażółć gęślą jaźń.\nA line that is so long that it has to go on in the next, as lines do.",
    "a-line": "Straße",
    "a-table/row-3-column-1": "ö" * 30,
    "a-scale": "7",
    "a-list/option-1": "Yes",
    "a-choice": "option-3",
    "bring": "Ça va",
}
Box = tuple[float, float, float, float]


def by_mupdf(path: Path, page: int) -> Image.Image:
    opened: Any = pymupdf.open
    with opened(path) as pdf:
        drawn = pdf[page - 1].get_pixmap(dpi=DOTS)
        return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples)


def by_pdfium(path: Path, page: int) -> Image.Image:
    pdf = pypdfium2.PdfDocument(path)
    pdf.init_forms()
    drawn: Image.Image = pdf[page - 1].render(scale=DOTS / 72, may_draw_forms=True).to_pil().convert("RGB")
    pdf.close()
    return drawn


def by_poppler(path: Path, page: int) -> Image.Image:
    return picture(path, page, DOTS)


VIEWERS: dict[str, Callable[[Path, int], Image.Image]] = {
    "mupdf": by_mupdf,
    "pdfium": by_pdfium,
    "poppler": by_poppler,
}


def places(path: Path) -> dict[str, tuple[int, Box]]:
    """Return the page and the box of each field that has an entry; of a choice's, those of what is chosen."""
    found = {}
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            for widget in page.get("/Annots", []):
                name = str(widget.T if "/T" in widget else widget.Parent.T).partition("/")[2]
                states = list(widget.AP.N.keys()) if "/AS" in widget else []
                if name in ENTRIES and (not states or f"/{ENTRIES[name]}" in states):
                    left, bottom, right, top = (float(value) for value in widget.Rect)
                    height = float(page.mediabox[3])
                    found[name] = (number, (left, height - top, right, height - bottom))
    return found


def ink(drawn: Image.Image, box: Box) -> Box | None:
    """Return the box around what is dark in a box, in points from the box's corner."""
    scale = DOTS / 72
    left, top, right, bottom = (round(value * scale) for value in box)
    part = drawn.convert("L").crop((left, top, right, bottom))
    around = part.point([255 if value < 110 else 0 for value in range(256)]).getbbox()
    return around and (around[0] / scale, around[1] / scale, around[2] / scale, around[3] / scale)


@pytest.mark.parametrize("filling", sorted(FILLINGS))
def test_three_programs_draw_alike(filling: str, every_kind_fillable: Built, tmp_path: Path) -> None:
    path = tmp_path / "filled.pdf"
    entries = {f"plain-sheet/{name}": entry for name, entry in ENTRIES.items()}
    FILLINGS[filling](every_kind_fillable.path, path, entries)
    where = places(path)
    assert set(where) == set(ENTRIES)
    pages = {number for number, _ in where.values()}
    drawn = {
        (viewer, number): draw(path, number) for viewer, draw in VIEWERS.items() for number in sorted(pages)
    }
    for name, (number, box) in where.items():
        inks = {viewer: ink(drawn[viewer, number], box) for viewer in VIEWERS}
        for one, other in combinations(inks, 2):
            first, second = inks[one], inks[other]
            assert first is not None and second is not None, (name, inks)
            apart = max(abs(a - b) for a, b in zip(first, second, strict=True))
            assert apart <= NEAR[filling], (name, inks)


def test_an_empty_field_is_empty_in_each(every_kind_fillable: Built) -> None:
    where = places(every_kind_fillable.path)
    for viewer, draw in VIEWERS.items():
        drawn = {number: draw(every_kind_fillable.path, number) for number in {n for n, _ in where.values()}}
        for name in ("a-lines", "a-line", "a-table/row-3-column-1", "bring"):
            number, box = where[name]
            assert ink(drawn[number], box) is None, (viewer, name)
