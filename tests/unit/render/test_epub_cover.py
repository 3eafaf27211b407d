"""The cover: a picture in the book's own fonts, and a page for it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from tests.unit.render.epub_manuscripts import COVER, Opened, manuscript, opened, section
from workbook.render.epub import render_epub
from workbook.render.epub.xhtml import MarkupError

PAGES = (section("page"),)


@pytest.fixture(scope="module")
def book() -> Opened:
    return opened(manuscript(sections=PAGES))


def picture(book: Opened) -> Image.Image:
    return Image.open(io.BytesIO(book.files["EPUB/cover.jpg"]))


def brightness(image: Image.Image) -> tuple[int, int]:
    data = image.convert("L").tobytes()
    return min(data), max(data)


def test_the_picture_is_a_jpeg_that_shops_take(book: Opened) -> None:
    image = picture(book)

    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1600, 2560))
    assert not image.getexif()
    assert "comment" not in image.info


def test_the_picture_shows_the_colours_and_the_words(book: Opened) -> None:
    image = picture(book).convert("RGB")

    corner = image.getpixel((10, 10))
    assert isinstance(corner, tuple)
    assert all(abs(is_ - meant) < 6 for is_, meant in zip(corner, (0x1F, 0x5E, 0x68), strict=True))
    letters = brightness(image.crop((160, 750, 1400, 950)))
    assert letters[1] == 255, "white letters of the book's font"


def test_without_our_font_no_font_of_the_machine_steps_in() -> None:
    bare = COVER.replace("Atkinson Hyperlegible", "DejaVu Sans")
    image = picture(opened(manuscript(sections=PAGES, cover=bare, fonts=())))

    assert brightness(image)[1] < 120


def test_an_unpainted_ground_is_white() -> None:
    empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 25" width="16" height="25"/>'

    assert brightness(picture(opened(manuscript(sections=PAGES, cover=empty)))) == (255, 255)


def test_the_picture_is_named_as_the_cover_in_both_ways(book: Opened) -> None:
    assert book.properties("cover.jpg") == "cover-image"
    (meta,) = book.find("content.opf", "//opf:meta[@name='cover']")
    (item,) = book.find("content.opf", "//opf:item[@href='cover.jpg']")
    assert meta.get("content") == item.get("id")


def test_the_page_comes_first_and_says_the_title(book: Opened) -> None:
    assert book.spine()[0] == "cover.xhtml"
    (image,) = book.find("cover.xhtml", "//h:img")
    assert (image.get("src"), image.get("alt")) == (
        "cover.jpg",
        "Speaking up. Finding the words, and saying them",
    )


def test_without_a_subtitle_the_title_stands_alone() -> None:
    (image,) = opened(manuscript(sections=PAGES, subtitle="")).find("cover.xhtml", "//h:img")

    assert image.get("alt") == "Speaking up"


def test_a_book_without_a_cover_has_none_of_it() -> None:
    bare = opened(manuscript(sections=PAGES, cover=""))

    assert not [name for name in bare.names if "cover" in name]
    assert b"cover" not in bare.files["EPUB/content.opf"]


@pytest.mark.parametrize(
    "svg",
    [
        "<svg",
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    ],
)
def test_a_broken_or_reaching_cover_is_refused(svg: str) -> None:
    with pytest.raises(MarkupError, match="cover"):
        render_epub(manuscript(sections=PAGES, cover=svg))


def test_an_editions_own_picture_takes_the_covers_place_without_the_cameras_words() -> None:
    photo = Image.new("RGB", (1600, 2560), (10, 120, 30))
    exif = Image.Exif()
    exif[0x010E] = "At home"
    buffer = io.BytesIO()
    photo.save(buffer, "JPEG", exif=exif)
    assert b"At home" in buffer.getvalue()
    own = opened(replace(manuscript(sections=PAGES), cover_picture=buffer.getvalue()))

    image = picture(own).convert("RGB")
    assert image.size == (1600, 2560)
    corner = image.getpixel((800, 900))
    assert isinstance(corner, tuple)
    assert all(abs(is_ - meant) < 6 for is_, meant in zip(corner, (10, 120, 30), strict=True))
    assert b"At home" not in own.files["EPUB/cover.jpg"]
