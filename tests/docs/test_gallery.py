"""The gallery shows the themes as they are."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.docs.gallery import THEMES, draw, picture_file
from tests.docs.guides import headings, links, page

GALLERY = page("docs/gallery.md")
SMALL = (160, 80)
"""Pixels to which pictures are reduced before they are compared, so that a moved line does not count."""
LIKE = 3.0
"""Grey levels out of 255 by which two pictures may differ on the whole."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return by how many grey levels two pictures differ on the whole."""
    pictures = [each.convert("RGB").resize(SMALL, Image.Resampling.BOX) for each in (one, other)]
    return max(ImageStat.Stat(ImageChops.difference(*pictures)).mean)


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_belongs_to_its_theme(theme: str) -> None:
    with Image.open(picture_file(theme)) as shown:
        fresh = draw(theme)
        assert fresh.size == shown.size
        assert difference(shown, fresh) < LIKE, "run scripts/gallery, and look at the pictures"


def test_pictures_of_other_themes_are_told_apart() -> None:
    shown = [Image.open(picture_file(theme)) for theme in THEMES]
    for one in shown:
        assert sum(difference(one, other) < LIKE for other in shown) == 1


def test_every_theme_is_shown() -> None:
    assert [heading.lower() for heading in headings(GALLERY)[1 : len(THEMES) + 1]] == list(THEMES)
    assert {link for link in links(GALLERY) if link.startswith("pictures/gallery/")} == {
        f"pictures/gallery/{theme}.png" for theme in THEMES
    }


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_is_small(theme: str) -> None:
    assert picture_file(theme).stat().st_size <= 120 * 1024
