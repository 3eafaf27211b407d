"""Every line of the contents, every landmark and every page of the page list lands where it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.reader.foliate import PHONE, OpenBook, opened

pytestmark = pytest.mark.xdist_group("reader")


@pytest.fixture(scope="module", params=["speaking-up", "complete"])
def book(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[OpenBook]:
    with opened(browser, address, f"{request.param}.epub", PHONE) as open_book:
        yield open_book


def test_every_line_of_the_contents_lands_on_its_heading(book: OpenBook) -> None:
    links = book.links("toc")
    assert len(links) > 20
    for label, target in links:
        place = book.visit(target)
        assert place.heading_is_seen, label
        assert place.heading == label
        assert label in place.text, label
        assert place.contents == label


def test_every_landmark_lands(book: OpenBook) -> None:
    cover, contents, start = (book.visit(target) for _, target in book.links("landmarks"))
    assert cover.picture > 1000
    assert contents.heading_is_seen
    assert contents.heading == "Contents"
    assert start.heading_is_seen
    assert start.heading in dict(book.links("toc"))


def test_every_printed_page_lands_on_its_first_words(book: OpenBook) -> None:
    pages = book.links("pageList")
    assert [label for label, _ in pages] == [str(number + 1) for number in range(len(pages))]
    for label, target in pages:
        place = book.visit(target)
        assert place.mark_is_seen, label
        assert place.after[:20] in place.text, (label, place.after)
