"""Fonts hold the characters that the book draws, no others, and a lack of one is told."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from fontTools.ttLib import TTFont

from tests.unit.render.epub_manuscripts import FACES, Opened, manuscript, opened, section
from workbook.compose.manuscript import Manuscript
from workbook.errors import Code, Severity
from workbook.render.epub import render_epub
from workbook.render.stylesheets import read_css

REGULAR = "fonts/AtkinsonHyperlegible-Regular.ttf"


def book_of(text: str, **changes: object) -> Manuscript:
    pages = (section("page", body=f"<p>{text}</p>"), section("other", body=f"<p>{text}</p>"))
    return manuscript(sections=pages, cover="", **changes)  # type: ignore[arg-type]


def characters(book: Opened, name: str = REGULAR) -> set[str]:
    with TTFont(io.BytesIO(book.files[f"EPUB/{name}"])) as font:
        return set(map(chr, font.getBestCmap()))


def test_the_fonts_have_the_texts_characters_in_both_cases_and_not_all_others() -> None:
    held = characters(opened(book_of("&#233;ł")))

    assert set("éÉłŁabcXYZ019.,;?!’“”—…•-") <= held
    assert not set("ñõŵΩ") & held


def test_characters_that_only_the_stylesheet_draws_are_held() -> None:
    assert "†" in characters(opened(book_of("x", stylesheet='p::after{content:"\\2020 "}')))


def test_fonts_are_smaller_and_keep_kerning_and_licence() -> None:
    data = opened(book_of("x")).files[f"EPUB/{REGULAR}"]

    assert len(data) < FACES[0].path.stat().st_size * 0.7
    with TTFont(io.BytesIO(data)) as font, TTFont(FACES[0].path) as whole:
        assert "GPOS" in font
        assert font["head"].modified == whole["head"].modified
        assert font["name"].getDebugName(13) == whole["name"].getDebugName(13) is not None


def test_each_face_is_named_before_the_stylesheet() -> None:
    book = opened(book_of("x", stylesheet="p{color:#123}"))

    css = book.files["EPUB/styles.css"].decode()
    rules = re.findall(r'font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+);src:url\("([^"]+)"\)', css)
    assert [rule[:3] for rule in rules] == [(f.family, str(f.weight), f.style) for f in FACES]
    assert all(f"EPUB/{rule[3]}" in book.names for rule in rules)
    assert css.endswith("p{color:#123}")


def test_file_names_are_plain_and_differ() -> None:
    faces = (FACES[0], replace(FACES[0], weight=500))

    book = opened(book_of("x", fonts=faces))
    assert [name for name in book.names if "fonts/" in name] == [
        f"EPUB/{REGULAR}",
        "EPUB/fonts/AtkinsonHyperlegible-Regular-2.ttf",
    ]


def test_a_character_that_no_font_has_is_a_warning_with_its_name_and_place() -> None:
    (finding,) = render_epub(book_of("Tick \u2610 here")).findings

    assert finding.code is Code.MISSING_GLYPH
    assert finding.severity is Severity.WARNING
    assert "U+2610 (BALLOT BOX)" in finding.message
    assert "section 'page' and 1 more" in finding.message


def test_missing_characters_are_told_in_a_fixed_order() -> None:
    findings = render_epub(book_of("✓☐→●✂Ж")).findings

    assert [re.findall(r"U\+(\w+)", f.message)[0] for f in findings] == sorted(
        ["2713", "2610", "2192", "25CF", "2702", "0416"]
    )


def test_missing_characters_of_stylesheet_contents_and_cover_are_told() -> None:
    cover = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 25"><title>→</title><text>✓</text></svg>'
    page = replace(section("page"), title="Ж")

    findings = render_epub(
        manuscript(sections=(page,), cover=cover, stylesheet='a::after{content:"✂"}')
    ).findings

    assert [re.findall(r"U\+(\w+).*used in ([\w ]+)", finding.message)[0] for finding in findings] == [
        ("0416", "the contents"),
        ("2702", "the stylesheet"),
        ("2713", "the cover"),
    ]


def test_what_is_never_drawn_is_not_missed() -> None:
    assert (
        render_epub(book_of("soft\u00adhyphen, \u200bspace, \u2009thin, \u2060joiner, \ufe0f")).findings == ()
    )


def test_text_in_the_title_of_a_drawing_is_not_drawn() -> None:
    drawing = '</p><svg viewBox="0 0 1 1" role="img"><title>☐</title></svg><p>'

    assert render_epub(book_of(drawing)).findings == ()


def test_without_fonts_the_readers_own_are_used() -> None:
    rendered = render_epub(book_of("☐ Ж", fonts=()))

    assert rendered.findings == ()
    assert b"@font-face" not in Opened(rendered.data).files["EPUB/styles.css"]


def test_a_stylesheets_strings_and_addresses_are_told_apart() -> None:
    css = "/* don't */ @import 'a'; @media print{p::before{content:'b' url(c)}} q{x:url('d')} i{x:url(e)}"

    assert read_css(css) == ("b", ["a", "c", "d", "e"])
