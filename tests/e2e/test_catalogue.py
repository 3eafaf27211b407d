"""The catalogue of a small library: both files, a picture for each sheet, nothing fetched."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.poppler import tool
from workbook.render.thumbnails import WIDTH, thumbnail
from workbook.source.library import Library

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogue")
    command = [sys.executable, "-m", "workbook", "catalogue", "--quiet"]
    subprocess.run(command, cwd=folder, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin"}, check=True)
    return folder / "dist"


def test_every_exercise_is_in_both_with_its_picture(made: Path, library: Library) -> None:
    html = (made / "catalogue.html").read_text(encoding="utf-8")
    printed = tool("pdftotext", str(made / "catalogue.pdf"), "-")
    for name in library.exercise_ids():
        assert f">{name}</p>" in html
        assert name in printed
    pictures = re.findall(r'<img src="data:image/png;base64,[^"]+" alt="The first page of [^"]+"/>', html)
    assert len(pictures) == len(library.exercise_ids())


def test_the_page_for_screens_needs_nothing_beside_it(made: Path) -> None:
    html = (made / "catalogue.html").read_text(encoding="utf-8")
    assert not re.search(r'(src|href)="(?!data:|#)', html)
    assert "url(" not in html and "@import" not in html


def test_a_thumbnail_is_the_first_page(made: Path, tmp_path: Path) -> None:
    path = tmp_path / "first.png"
    path.write_bytes(thumbnail((made / "catalogue.pdf").read_bytes()))
    with Image.open(path) as picture:
        assert abs(picture.width - WIDTH) <= 1
        assert picture.height / picture.width == pytest.approx(297 / 210, abs=0.02)
        assert picture.convert("L").getextrema()[0] < 80
