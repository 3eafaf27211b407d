"""Marks of the printed book's pages: before the page's first word, or after the text before its room."""

from __future__ import annotations

from lxml import etree  # type: ignore[import-untyped]

from tests.unit.render.epub_manuscripts import NS, SECTIONS, manuscript
from tests.unit.render.epub_manuscripts import Opened as Book
from workbook.render.epub import render_epub
from workbook.render.epub.pagebreaks import mark_pages
from workbook.render.epub.xhtml import Element, parse_section
from workbook.render.rendered import PrintedPage, PrintedPart


def marked(body: str, *pages: tuple[str, bool]) -> str:
    """Return the markup of a section that was printed on these pages; | stands for a mark."""
    root = parse_section("one", f"<section>{body}</section>")
    printed = [
        PrintedPage(str(number), (PrintedPart("one", words.split(), room),) if words else ())
        for number, (words, room) in enumerate(pages, start=1)
    ]
    breaks = mark_pages(printed, {"one": root})
    assert [mark.label for mark in breaks] == [page.label for page in printed]
    return _shown(root)


def _shown(root: Element) -> str:
    labels = []
    for mark in root.xpath("//h:span[@epub:type='pagebreak']", namespaces=NS):
        labels.append(mark.get("aria-label"))
        assert mark.get("id") == f"folio-{mark.get('aria-label')}"
        assert mark.get("role") == "doc-pagebreak"
        mark.tag, mark.text = "mark", "|"
        for name in mark.attrib:
            del mark.attrib[name]
    assert labels == sorted(labels, key=int), "marks stand in the order of the pages"
    text = str(etree.tostring(root, encoding="unicode"))
    return text[text.index(">") + 1 : text.rindex("<")].replace("<mark>|</mark>", "|")


def test_a_page_begins_before_its_first_word() -> None:
    assert marked("<p>One two three four.</p>", ("one two", False), ("three four", False)) == (
        "|<p>One two |three four.</p>"
    )


def test_a_mark_stands_outside_what_the_word_begins() -> None:
    body = "<p>One.</p><p><b><i>Two</i> three</b></p>"
    assert marked(body, ("one", False), ("two three", False)) == "|<p>One.</p><p>|<b><i>Two</i> three</b></p>"


def test_a_link_is_not_split() -> None:
    body = '<p>See <a href="#x">the next page</a>.</p>'
    assert marked(body, ("see the", False), ("next page", False)) == (
        '|<p>See |<a href="#x">the next page</a>.</p>'
    )


def test_what_only_print_has_is_passed_over() -> None:
    body = "<p>One</p><p>Two</p>"
    assert marked(body, ("one 0 1 2 3", False), ("4 5 6 two", False)) == "|<p>One</p><p>|Two</p>"


def test_a_page_that_begins_in_room_is_marked_after_the_text_before() -> None:
    body = '<p>One</p><p class="cue">Write.</p><p>Two</p>'
    assert marked(body, ("one", False), ("two", True)) == ('|<p>One</p>|<p class="cue">Write.</p><p>Two</p>')


def test_an_empty_side_and_room_alone_have_their_marks_in_order() -> None:
    body = "<ul><li>One</li></ul><p>Two</p>"
    pages = (("one", False), ("", False), ("", False), ("two", False))
    assert marked(body, *pages) == "|<ul><li>One||</li></ul><p>|Two</p>"


def test_a_page_that_begins_in_the_same_paragraph_as_the_one_before() -> None:
    assert marked("<p>One two.</p>", ("one", False), ("", True), ("two", False)) == "|<p>One ||two.</p>"


def test_hidden_words_and_pictures_hold_no_mark() -> None:
    body = '<div aria-hidden="true">two</div><svg><title>two</title></svg><p>One</p><p>Two</p>'
    assert "<p>|Two</p>" in marked(body, ("one", False), ("two", False))


def test_a_book_names_its_pages() -> None:
    pages = [
        PrintedPage("1", (PrintedPart("title-page", ["Title", "page"]),)),
        PrintedPage("2", (PrintedPart("contents", ["Contents"]),)),
        PrintedPage("3", (PrintedPart("only-in-print", ["Words"]),)),
        PrintedPage("4", (PrintedPart("how-to-use", ["How", "to", "use"]),)),
    ]
    book = Book(render_epub(manuscript(SECTIONS), pages).data)
    lines = book.find("nav.xhtml", "//h:nav[@epub:type='page-list']//h:a")
    assert [(line.text, line.get("href")) for line in lines] == [
        ("1", "title-page.xhtml#folio-1"),
        ("2", "nav.xhtml#folio-2"),
        ("3", "nav.xhtml#folio-3"),
        ("4", "how-to-use.xhtml#folio-4"),
    ]
    for name, label in (("title-page", "1"), ("nav", "2"), ("nav", "3"), ("how-to-use", "4")):
        assert book.find(f"{name}.xhtml", f"//h:span[@id='folio-{label}']")
    (source,) = book.find("content.opf", "//dc:source")
    (named,) = book.find("content.opf", "//opf:meta[@property='pageBreakSource']")
    assert source.text == named.text


def test_a_book_without_print_has_no_page_list() -> None:
    book = Book(render_epub(manuscript(SECTIONS)).data)
    assert book.find("nav.xhtml", "//h:nav[@epub:type='page-list']") == []
    assert book.find("content.opf", "//opf:meta[@property='pageBreakSource']") == []
