"""Nothing is clipped, lies on something else, leaves its column or is cut in two, on any screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.reader.foliate import LARGE, NIGHT, PHONE, SEPIA, TABLET, WIDE, OpenBook, opened

pytestmark = pytest.mark.xdist_group("reader")

BOOK = "complete.epub"


@pytest.mark.parametrize("style", ["", LARGE], ids=["usual", "large"])
@pytest.mark.parametrize("size", [PHONE, TABLET, WIDE], ids=["phone", "tablet", "wide"])
def test_every_page_is_whole(browser: Browser, address: str, size: tuple[int, int], style: str) -> None:
    with opened(browser, address, BOOK, size, style) as book:
        assert book.everywhere("faults()") == []


@pytest.mark.parametrize(
    ("style", "night"), [("", False), (NIGHT, True), (SEPIA, False)], ids=["day", "night", "sepia"]
)
def test_words_and_lines_stand_out(browser: Browser, address: str, style: str, night: bool) -> None:
    with opened(browser, address, BOOK, PHONE, style, night=night) as book:
        assert book.everywhere("faint()") == []


@pytest.mark.parametrize("theme", ["plain", "warm"])
def test_words_of_every_theme_stand_out_at_night(browser: Browser, address: str, theme: str) -> None:
    with opened(browser, address, f"{theme}.epub", PHONE, NIGHT, night=True) as book:
        assert book.everywhere("faint()") == []


@pytest.fixture(scope="module")
def crisis(browser: Browser, address: str) -> Iterator[OpenBook]:
    """A page with many words, to be spoilt."""
    with opened(browser, address, BOOK, PHONE) as book:
        yield book


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        ("h1 { width: 120% ; white-space: nowrap; font-size: 4em }", "beside the column: h1"),
        ("h1 { height: 900px; break-inside: avoid; padding-top: 620px; line-height: 0 }", "over the page"),
        (".country { margin-top: -3em }", "on one another"),
        ("li { width: 2em; overflow-wrap: anywhere }", "cut in two"),
    ],
)
def test_a_spoilt_page_is_noticed(crisis: OpenBook, spoil: str, fault: str) -> None:
    target = next(target for label, target in crisis.links("toc") if label == "If you need help now")
    crisis.page.evaluate("style => view.renderer.setStyles(style)", spoil)
    crisis.visit(target)
    assert any(found.startswith(fault) for found in crisis.page.evaluate("faults()"))


@pytest.mark.parametrize("spoil", ["p { color: #999 }", "p { opacity: 0.5 }", ".intro { background: #555 }"])
def test_faint_words_are_noticed(crisis: OpenBook, spoil: str) -> None:
    target = next(target for label, target in crisis.links("toc") if label == "If you need help now")
    crisis.page.evaluate("style => view.renderer.setStyles(style)", spoil)
    crisis.visit(target)
    assert crisis.page.evaluate("faint()")
