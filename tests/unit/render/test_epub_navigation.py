"""The contents, the older contents and the landmarks say the same, and lead to what is there."""

from __future__ import annotations

from typing import TypeAlias

import pytest
from lxml import etree  # type: ignore[import-untyped]

from tests.unit.render.epub_manuscripts import NS, SECTIONS, TYPE, Opened, manuscript, opened, section
from workbook.compose.manuscript import Role

Lines: TypeAlias = list[tuple[str, str, "Lines"]]


def nav_lines(parent: etree._Element) -> Lines:
    return [
        (item.findtext("h:a", None, NS), item.find("h:a", NS).get("href"), nav_lines(item))
        for item in parent.findall("h:ol/h:li", NS)
    ]


def ncx_lines(parent: etree._Element) -> Lines:
    return [
        (
            point.findtext("ncx:navLabel/ncx:text", None, NS),
            point.find("ncx:content", NS).get("src"),
            ncx_lines(point),
        )
        for point in parent.findall("ncx:navPoint", NS)
    ]


def contents(book: Opened) -> Lines:
    (nav,) = book.find("nav.xhtml", "//h:nav[@epub:type='toc']")
    return nav_lines(nav)


def landmarks(book: Opened) -> list[tuple[str, str, str]]:
    links = book.find("nav.xhtml", "//h:nav[@epub:type='landmarks']//h:a")
    return [(link.get(TYPE), link.text, link.get("href")) for link in links]


@pytest.fixture(scope="module")
def book() -> Opened:
    return opened(manuscript())


def test_exercises_lie_under_their_part(book: Opened) -> None:
    lines = contents(book)

    assert [line[0] for line in lines] == [
        *("How to use", "Writing in ebook", "Part 1", "Part 2"),
        *("Notes", "Crisis", "Sources", "Colophon"),
    ]
    assert lines[2] == (
        "Part 1",
        "part-1.xhtml",
        [("Bond safe enough", "bond-safe-enough.xhtml", []), ("Boundary", "boundary.xhtml", [])],
    )


@pytest.mark.parametrize("levels", [(1, 2, 2, 1, 2), (2, 1, 2), (1, 2, 3, 1), (1, 3, 2), (0, 0)])
def test_both_contents_agree_at_any_depth(levels: tuple[int, ...]) -> None:
    pages = tuple(section(f"s{n}", level=level) for n, level in enumerate(levels))
    book = opened(manuscript(sections=pages, cover="", fonts=()))

    (points,) = book.find("toc.ncx", "//ncx:navMap")
    assert ncx_lines(points) == contents(book) != []
    orders = [int(point.get("playOrder")) for point in book.find("toc.ncx", "//ncx:navPoint")]
    assert orders == list(range(1, len(orders) + 1))


def test_a_book_that_lists_nothing_is_entered_at_its_first_page() -> None:
    pages = (section("one", level=0), section("two", level=0))

    assert contents(opened(manuscript(sections=pages, cover="", fonts=()))) == [("One", "one.xhtml", [])]


def test_the_contents_are_not_numbered_beside_the_parts_own_numbers(book: Opened) -> None:
    css = book.files["EPUB/styles.css"].decode()

    assert book.find("nav.xhtml", "//h:nav/@class") == ["contents"]
    assert "nav.contents ol{list-style:none" in css


def test_the_ncx_has_the_books_identifier_and_depth(book: Opened) -> None:
    metas = {meta.get("name"): meta.get("content") for meta in book.find("toc.ncx", "//ncx:meta")}

    (identifier,) = book.find("content.opf", "//dc:identifier")
    assert metas["dtb:uid"] == identifier.text
    assert metas["dtb:depth"] == "2"
    assert [text.text for text in book.find("toc.ncx", "//ncx:docTitle/ncx:text")] == ["Speaking up"]


def test_landmarks_lead_to_cover_contents_and_the_first_part(book: Opened) -> None:
    assert landmarks(book) == [
        ("cover", "Cover", "cover.xhtml"),
        ("toc", "Contents", "nav.xhtml"),
        ("bodymatter", "Start of content", "part-1.xhtml"),
    ]


def test_landmarks_name_only_what_the_book_has() -> None:
    book = opened(manuscript(sections=(section("page"),), cover="", fonts=()))

    assert [mark[0] for mark in landmarks(book)] == ["toc"]


def test_the_contents_page_has_a_heading_in_the_books_language() -> None:
    words = {"contents": "Innehåll", "landmarks": "Hållpunkter"}
    book = opened(manuscript(sections=SECTIONS[:3], cover="", fonts=(), language="sv", words=words))

    (heading,) = book.find("nav.xhtml", "//h:h1")
    (marks,) = book.find("nav.xhtml", "//h:nav[@hidden]")
    assert (heading.text, marks.get("aria-label")) == ("Innehåll", "Hållpunkter")
    assert book.properties("nav.xhtml") == "nav"


@pytest.mark.parametrize(
    ("roles", "place"),
    [
        ((Role.TITLE_PAGE, Role.TEXT), 1),
        ((Role.TEXT, Role.TITLE_PAGE, Role.TEXT), 2),
        ((Role.TEXT, Role.TEXT), 0),
        ((Role.TITLE_PAGE, Role.TEXT, Role.CONTENTS), 2),
    ],
)
def test_the_contents_page_stands_where_it_is_wanted_or_after_the_title(
    roles: tuple[Role, ...], place: int
) -> None:
    pages = tuple(section(f"s{n}", role) for n, role in enumerate(roles))

    assert opened(manuscript(sections=pages, cover="", fonts=())).spine().index("nav.xhtml") == place
