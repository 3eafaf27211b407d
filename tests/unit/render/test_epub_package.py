"""What the package says: metadata, manifest and reading order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.render.epub_manuscripts import (
    LANG,
    NS,
    SECTIONS,
    Opened,
    manuscript,
    one_page,
    opened,
    section,
)
from workbook.compose.manuscript import Medium, Role
from workbook.errors import Code, FindingsError
from workbook.model.edition import Edition
from workbook.release.checkers.epubcheck import check_epub
from workbook.render.epub import render_epub
from workbook.render.rendered import PrintedPage, PrintedPart


@pytest.fixture(scope="module")
def book() -> Opened:
    return opened(manuscript())


def values(book: Opened, path: str) -> list[str]:
    return [element.text or "" for element in book.find("content.opf", path)]


def said(book: Opened, name: str) -> list[str]:
    return values(book, f"//opf:meta[@property='{name}']")


def test_the_archive_begins_as_reading_systems_expect(book: Opened) -> None:
    assert render_epub(one_page("<p>x</p>")).data[30:58] == b"mimetypeapplication/epub+zip"
    assert book.names[:3] == ["mimetype", "META-INF/container.xml", "EPUB/content.opf"]
    assert book.files["mimetype"] == b"application/epub+zip"


def test_titles_come_main_first_each_with_its_type(book: Opened) -> None:
    assert values(book, "//dc:title") == ["Speaking up", "Finding the words, and saying them"]
    types = book.find("content.opf", "//opf:meta[@property='title-type']")
    assert [(t.get("refines"), t.text) for t in types] == [("#title", "main"), ("#subtitle", "subtitle")]


def test_the_author_has_a_role_and_a_name_to_file_under(book: Opened) -> None:
    assert values(book, "//dc:creator") == ["A. Author"]
    assert said(book, "role") == ["aut"]
    assert said(book, "file-as") == ["A. Author"]


def test_what_is_not_known_is_left_out() -> None:
    bare = opened(replace(one_page("<p>x</p>"), subtitle="", creator="", description="", rights=""))

    for name in ("creator", "description", "rights", "publisher"):
        assert values(bare, f"//dc:{name}") == []
    assert len(values(bare, "//dc:title")) == 1


def test_dates_are_the_manuscripts_and_in_utc(book: Opened) -> None:
    assert said(book, "dcterms:modified") == ["2026-03-01T00:00:00Z"]
    assert values(book, "//dc:date") == ["2026-03-01"]


def test_the_identifier_belongs_to_book_and_language(book: Opened) -> None:
    def identifier(book: Opened) -> str:
        (only,) = values(book, "//dc:identifier")
        return only

    page = one_page("<p>x</p>")
    names = {
        identifier(book),
        identifier(opened(page)),
        identifier(opened(replace(page, language="de"))),
        identifier(opened(replace(page, id="other"))),
    }
    assert len(names) == 3, "the text of a book is not its identity"
    assert all(name.startswith("urn:uuid:") for name in names)


def test_language_and_direction_are_on_the_package(book: Opened) -> None:
    package = book.parse("content.opf")
    assert (package.get(LANG), package.get("dir")) == ("en", "ltr")

    rtl = opened(one_page("<p>x</p>", language="he", direction="rtl"))
    package = rtl.parse("content.opf")
    assert (package.get(LANG), package.get("dir")) == ("he", "rtl")
    assert rtl.find("content.opf", "//opf:spine")[0].get("page-progression-direction") == "rtl"


def test_access_is_described_as_it_is(book: Opened) -> None:
    assert said(book, "schema:accessMode") == ["textual", "visual"]
    assert said(book, "schema:accessModeSufficient") == ["textual"]
    assert said(book, "schema:accessibilityHazard") == ["none"]
    assert "alternativeText" in said(book, "schema:accessibilityFeature")
    assert len(said(book, "schema:accessibilitySummary")[0]) > 40


@pytest.mark.parametrize(
    "body",
    [
        "<p>x</p>",
        '<svg viewBox="0 0 1 1" aria-hidden="true"></svg>',
        '<div aria-hidden="true"><svg viewBox="0 0 1 1"></svg></div>',
        '<p><img src="data:image/png;base64,AAAA" alt=""/></p>',
    ],
)
def test_a_book_without_telling_pictures_claims_none(body: str) -> None:
    plain = opened(one_page(body))

    assert said(plain, "schema:accessMode") == ["textual"]
    assert "alternativeText" not in said(plain, "schema:accessibilityFeature")


def test_a_picture_without_words_forbids_the_claim_that_text_is_enough() -> None:
    mute = opened(one_page('<svg viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'))

    assert said(mute, "schema:accessMode") == ["textual", "visual"]
    assert said(mute, "schema:accessModeSufficient") == []
    assert "alternativeText" not in said(mute, "schema:accessibilityFeature")


def test_the_summary_can_come_from_the_language() -> None:
    words = {"accessibility_summary": "Tout peut être lu à voix haute."}

    assert said(opened(one_page("<p>x</p>", words=words)), "schema:accessibilitySummary") == [
        "Tout peut être lu à voix haute."
    ]


def test_every_file_is_in_the_manifest_once(book: Opened) -> None:
    hrefs = [item.get("href") for item in book.find("content.opf", "//opf:item")]

    assert sorted(f"EPUB/{href}" for href in hrefs) == sorted(set(book.names[3:]))
    assert book.find("content.opf", "//opf:spine")[0].get("toc") == "ncx"


def test_reading_order_is_cover_then_the_manuscripts(book: Opened) -> None:
    assert book.spine()[:4] == ["cover.xhtml", "title-page.xhtml", "nav.xhtml", "how-to-use.xhtml"]
    assert book.spine()[-1] == "colophon.xhtml"
    assert book.find("content.opf", "//opf:itemref[@linear]") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", "Bell\x07"), ("creator", "A\ud800"), ("rights", "\x85"), ("description", "\ufffe")],
)
def test_control_characters_are_found_not_dropped(name: str, value: str) -> None:
    with pytest.raises(FindingsError) as caught:
        render_epub(replace(manuscript(), **{name: value}))  # type: ignore[arg-type]

    (finding,) = caught.value.findings
    assert finding.code is Code.WRONG_VALUE
    assert name in finding.message
    assert value not in finding.message


def test_control_characters_in_section_titles_and_words_are_found_together() -> None:
    page = replace(section("page"), title="Page\x00")

    with pytest.raises(FindingsError) as caught:
        render_epub(manuscript(sections=(page,), words={"contents": "\x1b[31m"}))

    assert len(caught.value.findings) == 2


@pytest.mark.parametrize("name", ["nav", "NAV", "Cover", "a b", "naïve", "../up", "1st", ""])
def test_an_id_that_cannot_name_a_file_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be a file name"):
        render_epub(manuscript(sections=(replace(section("page"), id=name),)))


def test_two_sections_in_one_file_are_refused() -> None:
    with pytest.raises(ValueError, match="have the id"):
        render_epub(manuscript(sections=(section("one"), section("one"))))
    with pytest.raises(ValueError, match="cannot be a file name"):
        render_epub(manuscript(sections=(section("one"), section("One"))))


def test_a_manuscript_for_print_or_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="print"):
        render_epub(manuscript(medium=Medium.PRINT))
    with pytest.raises(ValueError, match="no section"):
        render_epub(manuscript(sections=tuple(s for s in SECTIONS if s.role is Role.CONTENTS)))


def test_nothing_in_the_package_names_its_maker_or_this_machine(book: Opened) -> None:
    opf = book.files["EPUB/content.opf"].decode()

    assert NS["opf"] in opf
    assert "generator" not in opf
    assert "/work" not in opf


EDITION = Edition.model_validate(
    {
        "id": "mine",
        "workbook": "speaking-up",
        "contributors": [
            {"name": "A. Author", "file_as": "Author, A."},
            {"name": "A house of pictures", "role": "ill"},
        ],
        "publisher": "A house",
        "imprint": "An imprint",
        "published": dt.date(2026, 4, 2),
        "isbn": {"epub": "978-0-306-40615-7", "print": "978-0-00-000000-2"},
        "series": {"name": "Between sessions", "number": 2},
        "subjects": {"bisac": ["SEL040000"], "thema": ["VSPM"], "keywords": ["saying no"]},
        "accessibility": {
            "conforms_to": "wcag-2.2-aa",
            "certified_by": "An office",
            "certifier_credential": "A credential",
            "certifier_report": "https://example.org/report",
            "exemption": "eaa-microenterprise",
        },
    }
)


@pytest.fixture(scope="module")
def issued() -> Opened:
    page = PrintedPage("1", (PrintedPart("title-page", ["Title"]),))
    return Opened(render_epub(replace(manuscript(), edition=EDITION, publisher="An imprint"), [page]).data)


def test_an_edition_is_known_by_its_isbn(issued: Opened) -> None:
    assert values(issued, "//dc:identifier") == ["urn:isbn:9780306406157"]
    assert issued.find("toc.ncx", "//ncx:meta[@name='dtb:uid']")[0].get("content") == "urn:isbn:9780306406157"
    assert values(issued, "//dc:source") == said(issued, "pageBreakSource") == ["urn:isbn:9780000000002"]
    assert {"pageBreakMarkers", "pageNavigation"} <= set(said(issued, "schema:accessibilityFeature"))


def test_an_editions_people_have_roles_and_a_place(issued: Opened) -> None:
    assert values(issued, "//dc:creator") == ["A. Author"]
    assert values(issued, "//dc:contributor") == ["A house of pictures"]
    assert said(issued, "role") == ["aut", "ill"]
    assert said(issued, "file-as") == ["Author, A."]
    assert values(issued, "//dc:publisher") == ["An imprint"]
    assert values(issued, "//dc:date") == ["2026-04-02"]


def test_series_and_subjects_say_whose_they_are(issued: Opened) -> None:
    assert said(issued, "belongs-to-collection") == ["Between sessions"]
    assert (said(issued, "collection-type"), said(issued, "group-position")) == (["series"], ["2"])
    assert values(issued, "//dc:subject") == ["SEL040000", "VSPM", "saying no"]
    assert (said(issued, "authority"), said(issued, "term")) == (["BISAC", "Thema"], ["SEL040000", "VSPM"])


def test_what_a_person_asserts_is_claimed_in_their_name(issued: Opened, book: Opened) -> None:
    assert said(issued, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert said(issued, "a11y:certifiedBy") == ["An office"]
    assert said(issued, "a11y:certifierCredential") == ["A credential"]
    assert said(issued, "a11y:exemption") == ["eaa-microenterprise"]
    (link,) = issued.find("content.opf", "//opf:metadata/opf:link")
    assert (link.get("rel"), link.get("href")) == ("a11y:certifierReport", "https://example.org/report")
    for claim in ("dcterms:conformsTo", "a11y:certifiedBy", "a11y:exemption"):
        assert said(book, claim) == []


def test_an_edition_with_every_claim_passes_epubcheck(tmp_path: Path) -> None:
    page = PrintedPage("1", (PrintedPart("title-page", ["Title"]),))
    path = tmp_path / "book.epub"
    path.write_bytes(render_epub(replace(manuscript(), edition=EDITION, publisher="An imprint"), [page]).data)
    assert [m for m in check_epub(path) if m.code != "CSS-028"] == []
