"""A workbook's PDF against headless Chromium printing the same HTML: python -m benchmarks.pdf [complete].

Also prints what a page weighs, and what of a handout is start-up: the command against a process that
only imports the engine.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import pikepdf

from benchmarks.timing import compare
from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.render.markup import document
from workbook.source.library import Library
from workbook.theme.lookup import Themes

CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
]


def main(slug: str) -> int:
    """Compare one stock workbook's PDF build with Chromium's; return an exit code."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("Chromium is missing: apt-get install chromium", file=sys.stderr)
        return 3
    book = Library.stock().book(slug)
    html = document(compose_book(book, Themes().find(book.workbook.theme), Reader(), Medium.PRINT))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "book.html")
        page.write_text(html, encoding="utf-8")
        print_it = [
            chromium,
            *CHROMIUM_FLAGS,
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={folder}/c.pdf",
        ]
        build = [
            sys.executable,
            "-m",
            "workbook",
            "build",
            slug,
            "--output",
            "pdf",
            "--dest",
            folder,
            "--quiet",
        ]
        compare(f"workbook build {slug}, PDF", build, "Chromium", [*print_it, page.as_uri()])
        _weigh(Path(folder, f"{slug}.pdf"))
        handout = [
            sys.executable,
            "-m",
            "workbook",
            "handout",
            "boundary-one-sentence",
            "--dest",
            folder,
            "--quiet",
        ]
        compare("workbook handout", handout, "import weasyprint", [sys.executable, "-c", "import weasyprint"])
    return 0


def _weigh(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    print(f"{path.name}: {pages} pages, {path.stat().st_size / 1024 / pages:.1f} KB a page")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "speaking-up"))
