"""The pictures of the gallery show the e-book as it is, on three screens, with large words and at night."""

from __future__ import annotations

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Browser

from tests.docs.guides import links, page
from tests.docs.test_gallery import LIKE, difference
from tests.reader.pictures import SHOTS, draw, picture_file

pytestmark = pytest.mark.xdist_group("reader")

MOST = 300 * 1024
"""Bytes of all pictures together."""


@pytest.mark.parametrize("name", SHOTS)
def test_a_picture_belongs_to_the_book(browser: Browser, address: str, name: str) -> None:
    with Image.open(picture_file(name)) as shown:
        fresh = draw(browser, address, name)
        assert fresh.size == shown.size
        assert difference(shown, fresh) < LIKE, "run scripts/gallery, and look at the pictures"


def test_night_is_dark() -> None:
    light = {}
    for name in SHOTS:
        with Image.open(picture_file(name)) as shown:
            light[name] = ImageStat.Stat(shown.convert("L")).mean[0]
    assert [name for name in SHOTS if light[name] < 80] == ["night"]


def test_all_of_them_are_shown_and_are_small() -> None:
    shown = {link for link in links(page("docs/gallery.md")) if link.startswith("pictures/reader/")}
    assert shown == {f"pictures/reader/{name}.png" for name in SHOTS}
    assert sum(picture_file(name).stat().st_size for name in SHOTS) < MOST
