"""The catalogue of a small library: both files, a picture for each sheet, nothing fetched.

**Why** an installation with two exercises: each picture is a sheet laid out, and forty of them take a minute.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.poppler import tool
from workbook.render.thumbnails import WIDTH, thumbnail

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "tests/unit/cli/files"
NAMES = ("a-good-hour", "another-hour")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogue")
    site = folder / "site"
    shutil.copytree(ROOT / "workbook", site / "workbook")
    shutil.copytree(ROOT / "templates", site / "templates")
    (site / "content/exercises").mkdir(parents=True)
    shutil.copytree(ROOT / "content/locale", site / "content/locale")
    for name in NAMES:
        text = (PROJECT / "exercises/a-good-hour.yaml").read_text(encoding="utf-8")
        text = text.replace("id: a-good-hour", f"id: {name}")
        (site / f"content/exercises/{name}.yaml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "workbook", "catalogue", "--quiet"]
    environment = {"PYTHONPATH": str(site), "PATH": "/usr/bin"}
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return folder / "dist"


def test_every_exercise_is_in_both_with_its_picture(made: Path) -> None:
    html = (made / "catalogue.html").read_text(encoding="utf-8")
    printed = tool("pdftotext", str(made / "catalogue.pdf"), "-")
    for name in NAMES:
        assert f">{name}</p>" in html
        assert name in printed
    pictures = re.findall(r'<img src="data:image/png;base64,[^"]+" alt="The first page of [^"]+"/>', html)
    assert len(pictures) == len(NAMES)


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
        assert any(picture.convert("L").histogram()[:80])
