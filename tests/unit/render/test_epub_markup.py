"""Each section becomes one document: links, language, terms, properties; bad markup is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.render.epub_manuscripts import LANG, NS, TYPE, Opened, manuscript, one_page, opened, section
from workbook.compose.manuscript import Role
from workbook.errors import Code, Diagnostic, FindingsError
from workbook.render.epub import render_epub
from workbook.render.epub.xhtml import MarkupError


@pytest.fixture(scope="module")
def book() -> Opened:
    return opened(manuscript())


def hrefs(book: Opened, name: str) -> list[str]:
    return [str(link.get("href")) for link in book.find(name, "//h:body//h:a")]


def refused(body: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(FindingsError) as caught:
        render_epub(one_page(body))
    return caught.value.findings


def test_links_between_sections_become_links_between_files(book: Opened) -> None:
    assert hrefs(book, "bond-safe-enough.xhtml") == ["boundary.xhtml"]
    assert hrefs(book, "boundary.xhtml") == ["#why"]
    assert hrefs(book, "strength.xhtml") == [
        "boundary.xhtml#why",
        "nav.xhtml",
        "https://example.org/x",
        "tel:988",
    ]


def test_a_sections_own_place_wins_over_one_of_the_same_name_elsewhere() -> None:
    body = '<p id="close">x</p><p><a href="#close">y</a></p>'
    book = opened(
        manuscript(sections=(section("one", body=body), section("two", body=body)), cover="", fonts=())
    )

    assert hrefs(book, "one.xhtml") == hrefs(book, "two.xhtml") == ["#close"]


def test_a_cover_section_gives_way_to_the_cover_picture() -> None:
    pages = (section("cover", Role.COVER, level=0), section("page", body='<p><a href="#cover">x</a></p>'))

    book = opened(manuscript(sections=pages))
    assert book.spine() == ["cover.xhtml", "nav.xhtml", "page.xhtml"]
    assert hrefs(book, "page.xhtml") == ["cover.xhtml"]

    without = opened(manuscript(sections=pages, cover=""))
    assert without.find("cover.xhtml", "//h:section/@epub:type") == ["cover"]


@pytest.mark.parametrize(
    "target",
    ["#gone", "#", "other.html", "file:///etc/passwd", "javascript:alert(1)", "http://[", "https:", ""],
)
def test_a_link_that_leads_nowhere_is_found(target: str) -> None:
    (finding,) = refused(f'<p><a href="{target}">x</a></p>')

    assert finding.code is Code.BROKEN_LINK
    assert "'page'" in finding.message
    assert repr(target) in finding.message
    assert finding.hint


def test_all_broken_links_are_found_at_once() -> None:
    assert len(refused('<p><a href="#a">x</a> <a href="#b">y</a></p>')) == 2


@pytest.mark.parametrize(
    "body",
    [
        '<p><img src="https://example.org/x.png" alt="x"/></p>',
        '<p><img src="x.png" alt="x"/></p>',
        '<p><img src="data:image/png;base64,AAAA" srcset="x.png 2x" alt="x"/></p>',
        '<svg viewBox="0 0 1 1"><image href="/etc/passwd"/></svg>',
        '<svg viewBox="0 0 1 1"><use xlink:href="#elsewhere"/></svg>',
        '<p><object data="x.html">x</object></p>',
    ],
)
def test_what_is_not_in_the_book_is_not_asked_for(body: str) -> None:
    assert [finding.code for finding in refused(body)] == [Code.FETCH_REFUSED]


@pytest.mark.parametrize("css", ['@import "x.css";', "a{background:url(x.png)}", 'a{background:url("//x")}'])
def test_a_stylesheet_that_asks_for_more_is_found(css: str) -> None:
    with pytest.raises(FindingsError) as caught:
        render_epub(manuscript(stylesheet=css))

    assert [finding.code for finding in caught.value.findings] == [Code.FETCH_REFUSED]


@pytest.mark.parametrize(
    "markup",
    [
        "<section><p>secret</section>",
        "<section>&nbsp;secret</section>",
        '<section a="secret" a="2"/>',
        "<section>secret\x00</section>",
        "<section>secret\ud800</section>",
        "<div>secret</div>",
        "<section/>secret",
        "secret<section/>",
        "<section/><section/>",
        "</body><body><section/>",
        '<!DOCTYPE section [<!ENTITY x "secret">]><section>&x;</section>',
        "",
    ],
)
def test_ill_formed_markup_is_our_mistake_and_named_without_its_content(markup: str) -> None:
    page = replace(section("safe-words"), markup=markup)

    with pytest.raises(MarkupError, match="'safe-words'") as caught:
        render_epub(manuscript(sections=(page,)))

    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_the_place_of_the_mistake_is_that_in_the_markup() -> None:
    page = replace(section("page"), markup="<section>\n<p>x</b>\n</section>")

    with pytest.raises(MarkupError, match=r"line 2, column \d+ \(ERR_TAG_NAME_MISMATCH\)"):
        render_epub(manuscript(sections=(page,)))


def test_each_document_has_language_direction_title_and_style() -> None:
    book = opened(one_page("<p>שלום</p>", language="he", direction="rtl"))

    for name in ("page.xhtml", "nav.xhtml"):
        html = book.parse(name)
        assert (html.get(LANG), html.get("lang"), html.get("dir")) == ("he", "he", "rtl")
        (link,) = book.find(name, "//h:link[@rel='stylesheet']")
        assert f"EPUB/{link.get('href')}" in book.names
    assert [title.text for title in book.find("page.xhtml", "//h:title")] == ["Page"]
    assert "שלום".encode() in book.files["EPUB/page.xhtml"]


@pytest.mark.parametrize(
    ("name", "division", "term", "role"),
    [
        ("title-page", "frontmatter", "titlepage", None),
        ("how-to-use", "frontmatter", "introduction", "doc-introduction"),
        ("writing-in-ebook", "frontmatter", "preface", "doc-preface"),
        ("part-1", "bodymatter", "part", "doc-part"),
        ("boundary", "bodymatter", "chapter", "doc-chapter"),
        ("boundary-notes", "bodymatter", None, None),
        ("strength", "bodymatter", "chapter", "doc-chapter"),
        ("notes", "backmatter", None, None),
        ("crisis", "backmatter", "appendix", "doc-appendix"),
        ("sources", "backmatter", "bibliography", "doc-bibliography"),
        ("colophon", "backmatter", "colophon", "doc-colophon"),
    ],
)
def test_sections_are_named_in_the_standard_terms(
    book: Opened, name: str, division: str, term: str | None, role: str | None
) -> None:
    (body,) = book.find(f"{name}.xhtml", "//h:body")
    (markup,) = body.findall("h:section", NS)

    assert (body.get(TYPE), markup.get(TYPE), markup.get("role")) == (division, term, role)


def test_a_crisis_page_in_front_is_front_matter() -> None:
    pages = (section("crisis", Role.CRISIS), section("one", Role.EXERCISE))
    book = opened(manuscript(sections=pages, cover="", fonts=()))

    assert book.find("crisis.xhtml", "//h:body/@epub:type") == ["frontmatter"]


def test_terms_that_the_markup_has_are_kept() -> None:
    markup = '<section epub:type="afterword" role="doc-afterword"><h1>x</h1></section>'
    book = opened(
        manuscript(sections=(replace(section("one", Role.EXERCISE), markup=markup),), cover="", fonts=())
    )

    (kept,) = book.find("one.xhtml", "//h:section")
    assert (kept.get(TYPE), kept.get("role")) == ("afterword", "doc-afterword")


@pytest.mark.parametrize(
    ("body", "properties"),
    [
        ("<p>the words svg, form and script</p>", ""),
        ('<svg viewBox="0 0 1 1"></svg>', "svg"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "svg"),
        ("<form><p>x</p></form>", "scripted"),
        ("<script>1</script>", "scripted"),
        ('<p onclick="x()">x</p><svg viewBox="0 0 1 1"></svg>', "scripted svg"),
    ],
)
def test_properties_are_those_of_the_markup(body: str, properties: str) -> None:
    assert opened(one_page(body)).properties("page.xhtml") == properties


def test_drawings_written_as_in_html_keep_their_letter_case_and_get_no_prefix(book: Opened) -> None:
    text = book.files["EPUB/boundary.xhtml"].decode()

    assert '<svg xmlns="http://www.w3.org/2000/svg" class="scale" viewBox="0 0 100 20"' in text
    assert '<linearGradient id="g"><stop offset="0"/></linearGradient>' in text
    assert "xlink" not in text


def test_a_reader_of_html_sees_the_same_elements(book: Opened) -> None:
    text = book.files["EPUB/strength.xhtml"].decode()

    assert '<div class="rule"></div>' in text
    assert "one<br/>two" in text


def test_comments_stay_at_home() -> None:
    page = opened(one_page("<p>a<!-- for the author --><?php 1 ?>b</p>"))

    assert "<p>ab</p>" in page.files["EPUB/page.xhtml"].decode()
