"""The editions' e-books, and a browser to read them in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import built_once
from tests.reader.foliate import served
from workbook.compose.edition import compose_edition
from workbook.compose.manuscript import Medium
from workbook.model.book import Book
from workbook.release.checkers.browser import find_browser
from workbook.source.library import Library
from workbook.theme.lookup import Theme, Themes


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window; it reads our own files alone, so it may do without its sandbox."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def epubs(library: Library, sample: Book, complete: Book, calm: Theme, shared: Path) -> dict[str, Path]:
    """The e-books of both stock editions, with the pages of their printed books; one in each other theme."""
    found = {}
    for name, book, slug in (("edition", sample, "speaking-up"), ("complete", complete, "complete")):
        plan = library.edition(slug).value
        pdf = built_once(shared, name, compose_edition(plan, book, calm, Medium.PRINT))
        epub = built_once(shared, name, compose_edition(plan, book, calm, Medium.EPUB), pdf.pages)
        found[slug] = epub.path
    for name in ("plain", "warm"):
        plan = library.edition("speaking-up").value
        manuscript = compose_edition(plan, sample, Themes().find(name), Medium.EPUB)
        found[name] = built_once(shared, f"edition-{name}", manuscript).path
    return found


@pytest.fixture(scope="session")
def address(epubs: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the reader and both books are served."""
    folder = tmp_path_factory.mktemp("reader")
    for slug, path in epubs.items():
        shutil.copy(path, folder / f"{slug}.epub")
    with served(folder) as at:
        yield at
