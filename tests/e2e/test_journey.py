"""A therapist's first hour: start an exercise, write, mend, print it, make a workbook of it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf

CHECKOUT = Path(__file__).parents[2]


def workbook(folder: Path, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "workbook", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def title_of(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        return str(pdf.docinfo["/Title"])


def test_from_a_new_exercise_to_a_workbook(tmp_path: Path) -> None:
    workbook(tmp_path, "new", "exercise", "quiet-minute")
    page = tmp_path / "exercises/quiet-minute.yaml"
    fresh = page.read_text(encoding="utf-8")

    page.write_text(fresh.replace("title: A good enough hour", "titel: A quiet minute"), encoding="utf-8")
    told = workbook(tmp_path, "check", "exercises", code=1)
    line = fresh.splitlines().index("title: A good enough hour") + 1
    assert told.stderr.startswith(f"exercises/quiet-minute.yaml:{line}:1: error S001: ")
    assert "Did you mean `title`?" in told.stderr
    workbook(tmp_path, "handout", "quiet-minute", code=1)
    assert not (tmp_path / "dist").exists()

    page.write_text(fresh.replace("A good enough hour", "A quiet minute"), encoding="utf-8")
    assert workbook(tmp_path, "check", "exercises", "--strict").stdout == "1 file, no mistakes.\n"
    assert "quiet-minute" in workbook(tmp_path, "list", "quiet").stdout
    assert "A quiet minute" in workbook(tmp_path, "show", "quiet-minute").stdout

    told = workbook(tmp_path, "handout", "quiet-minute", "--paper", "letter")
    assert told.stdout.startswith("dist/quiet-minute.pdf ")
    assert title_of(tmp_path / "dist/quiet-minute.pdf") == "A quiet minute"

    workbook(tmp_path, "new", "workbook", "my-book")
    book = tmp_path / "workbooks/my-book.yaml"
    text = book.read_text(encoding="utf-8").replace("      - bond-safe-enough\n", "      - quiet-minute\n")
    book.write_text(text, encoding="utf-8")
    told = workbook(tmp_path, "build", "workbooks/my-book.yaml")
    assert told.stderr == ""
    pdf, epub = (line.split() for line in told.stdout.splitlines())
    assert pdf[0] == "dist/my-book.pdf"
    with pikepdf.open(tmp_path / pdf[0]) as opened:
        assert len(opened.pages) == int(pdf[1])
    with zipfile.ZipFile(tmp_path / epub[0]) as opened_epub:
        assert opened_epub.namelist()[0] == "mimetype"
        pages = [name for name in opened_epub.namelist() if name.endswith(".xhtml")]
        assert len(pages) == int(epub[1])
        assert any("A quiet minute" in opened_epub.read(name).decode() for name in pages)

    again = tmp_path / "again"
    workbook(tmp_path, "build", "my-book", "--dest", str(again), "--quiet")
    for name in ("my-book.pdf", "my-book.epub"):
        assert (again / name).read_bytes() == (tmp_path / "dist" / name).read_bytes()
