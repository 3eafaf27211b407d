"""Opening a book in foliate-js, in headless Chromium: what a person with an e-reader sees."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
FOLIATE = Path(sys.prefix) / "node" / "node_modules" / "foliate-js"

PHONE, TABLET, WIDE = (360, 640), (768, 1024), (1280, 800)
"""Sizes of the window in CSS pixels, width and height."""

LARGE = "html { font-size: 200% }"
NIGHT = "html { color-scheme: dark }"
SEPIA = "html { background: #f4ecd8 !important; color: #5b4636 !important }"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a failing test shows what matters."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the reader and the books of a folder on this machine alone; give the address."""
    if not FOLIATE.is_dir():
        raise FileNotFoundError("foliate-js is not installed: run scripts/setup --test.")
    shutil.copytree(FOLIATE, folder / "foliate-js")
    for name in ("reader.html", "measure.js"):
        shutil.copy(HERE / name, folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class Place:
    """What stands on the screen after going somewhere; `after` are the first words behind the mark."""

    text: str
    contents: str
    page: str
    heading: str
    heading_is_seen: bool
    picture: int
    mark_is_seen: bool
    after: str


class OpenBook:
    """A book, open in the reader."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sections: int = page.evaluate("view.book.sections.length")

    def links(self, which: Literal["toc", "landmarks", "pageList"]) -> list[tuple[str, str]]:
        """Return one of the book's lists as the reader understood it: label and target, in order."""
        flat = "items => items.flatMap(i => [[i.label, i.href], ...(i.subitems ? flat(i.subitems) : [])])"
        found = self.page.evaluate(f"{{ const flat = {flat}; flat(view.book.{which} ?? []) }}")
        return [(label, href) for label, href in found]

    def visit(self, target: str | int) -> Place:
        """Go to a place, by its address or the number of its section."""
        seen = self.page.evaluate("target => visit(target)", target)
        return Place(
            seen["text"],
            seen["contents"],
            seen["page"],
            seen["heading"],
            seen["headingIsSeen"],
            seen["picture"],
            seen["markIsSeen"],
            seen["after"],
        )

    def turn(self, pages: int) -> None:
        """Go so many pages further."""
        for _ in range(pages):
            self.page.evaluate("view.renderer.next()")

    def everywhere(self, ask: Literal["faults()", "faint()"]) -> list[str]:
        """Ask something of every section; return what it finds, with the section's number."""
        found: list[str] = []
        for number in range(self.sections):
            self.visit(number)
            found.extend(f"section {number}: {fault}" for fault in self.page.evaluate(ask))
        return found


@contextmanager
def opened(
    browser: Browser, address: str, book: str, size: tuple[int, int], style: str = "", *, night: bool = False
) -> Iterator[OpenBook]:
    """Open a served book in a window of that size, with the reader's own style over it.

    What the book asks of any other place than this machine fails, and is an error.
    """
    width, height = size
    scheme: Literal["dark", "light"] = "dark" if night else "light"
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda request: errors.append(request.url))
    page.on("request", lambda request: None if _is_here(request.url, address) else errors.append(request.url))
    page.goto(f"{address}/reader.html")
    page.evaluate("book => view.open(book)", book)
    page.evaluate("style => view.renderer.setStyles(style)", style)
    yield OpenBook(page)
    context.close()
    assert errors == []


def _is_here(url: str, address: str) -> bool:
    return url.startswith((address, "blob:", "data:"))
