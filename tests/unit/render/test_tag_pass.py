"""What the tag pass does outside the tree: margins, links, fonts; and what it leaves alone."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from tests.unit.render.tagged import Engine, artifacts
from workbook.render.tagging import finish
from workbook.render.tagging.fonts import mend_unicode_maps, unicode_map

HEADS = """
@page { @top-left { content: "Head" } @bottom-right { content: counter(page) " · " counter(pages) } }
@page :blank { @top-left { content: "This side is empty." } }
"""
LINKS = """
<p><a href="#far">Far  away</a> and <a href="https://example.org/">out</a></p>
<ul><li><a class="entry" href="#far">Far</a></li></ul>
<h1 id="far" style="break-before: page">Far</h1>
"""
FOLIO = ".entry::after { content: target-counter(attr(href), page); float: right }"


def test_running_heads_and_folios_become_pagination(engine: Engine) -> None:
    outcome = engine.run("<h1>One</h1><h1 style='break-before: recto'>Two</h1>", HEADS)
    assert artifacts(outcome.raw, "Pagination") == [0, 0, 0]
    assert artifacts(outcome.done, "Pagination") == [2, 2, 2]
    assert "Head" not in outcome.after and "empty" not in outcome.after


def test_a_running_element_becomes_pagination_with_its_tags(engine: Engine) -> None:
    css = "header { position: running(head) } @page { @top-left { content: element(head) } }"
    outcome = engine.run("<header><p>Head <b>here</b></p></header><p>Text</p>", css)
    assert artifacts(outcome.done, "Pagination") == [2]
    assert outcome.after == 'Document\n  P "Text"\n'


def _annotations(data: bytes) -> list[tuple[str, int, str]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [link for page in pdf.pages for link in page.get("/Annots", [])]
        return [
            (
                str(link.get("/Contents")),
                int(link.get("/F", 0)),
                str(link.get("/Dest", "")) or str(link.A.URI),
            )
            for link in found
        ]


def test_a_link_is_named_by_its_words_and_is_printed(engine: Engine) -> None:
    outcome = engine.run(LINKS, FOLIO)
    assert {(name, flags) for name, flags, _ in _annotations(outcome.raw)} == {
        ("far", 0),
        ("https://example.org/", 0),
    }
    assert _annotations(outcome.done) == [
        ("Far away", 4, "far"),
        ("out", 4, "https://example.org/"),
        ("Far 2", 4, "far"),
        ("Far 2", 4, "far"),
    ]


def test_the_folio_of_a_contents_line_joins_its_link(engine: Engine) -> None:
    outcome = engine.run(LINKS, FOLIO)
    assert (outcome.before.count("Link"), outcome.after.count("Link")) == (4, 3)
    assert 'Link (Far 2) (Far 2) "Far" "2"' in outcome.after


def _font(pdf: pikepdf.Pdf, pairs: bytes) -> pikepdf.Object:
    page = pdf.add_blank_page()
    stream = pdf.make_stream(b"3 beginbfchar\n%s\nendbfchar\nendcmap" % pairs)
    font = pdf.make_indirect(Dictionary(ToUnicode=stream))
    page.obj.Resources = Dictionary(Font=Dictionary(F=font))
    return font


def test_no_map_holds_a_character_that_is_none() -> None:
    with pikepdf.new() as pdf:
        font = _font(pdf, b"<0001> <0000>\n<0002> <FEFF>\n<0003> <0041feff>\n<0004> <10000041>")
        assert unicode_map(font) == {1: "\0", 2: "\ufeff", 3: "A\ufeff", 4: "\u1000A"}
        mend_unicode_maps(pdf)
        assert unicode_map(font) == {1: "\ufffd", 2: "\u2060", 3: "A\u2060", 4: "\u1000A"}


def test_the_font_of_a_form_has_a_clean_map(engine: Engine) -> None:
    outcome = engine.run("<form><input name='a'/></form>", "input { display: inline-block }", pdf_forms=True)

    def letters(data: bytes) -> str:
        with pikepdf.open(BytesIO(data)) as pdf:
            fonts = pdf.pages[0].resources.Font
            return "".join("".join(unicode_map(font).values()) for font in fonts.values())

    assert len(letters(outcome.raw)) == len(letters(outcome.done)) > 100
    assert not set(letters(outcome.done)) & set("\0\ufeff\ufffe")


def test_outline_names_and_metadata_stay(engine: Engine) -> None:
    outcome = engine.run(LINKS, FOLIO)

    def kept(data: bytes) -> list[object]:
        with pikepdf.open(BytesIO(data)) as pdf:
            names = [str(name) for name in pdf.Root.Names.Dests.Names[::2]]
            outline = [item.title for item in pdf.open_outline().root]
            return [names, outline, pdf.Root.Metadata.read_bytes(), str(pdf.docinfo), str(pdf.Root.Lang)]

    assert kept(outcome.raw) == kept(outcome.done)


def test_a_file_without_tags_is_refused() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        with pytest.raises(ValueError, match="no tag tree"):
            finish(pdf)


def test_a_tree_that_names_what_no_page_has_is_refused(engine: Engine) -> None:
    with pikepdf.open(BytesIO(engine.print("<p>Text</p>"))) as pdf:
        content = pdf.pages[0].Contents
        content.write(content.read_bytes().replace(b"/MCID 0>>", b"/MCID 9>>"))
        with pytest.raises(ValueError, match="no page has"):
            finish(pdf)


def test_a_new_paragraph_is_a_structure_element(engine: Engine) -> None:
    done = engine.run("<div>Loose<p>Own</p></div>").done
    with pikepdf.open(BytesIO(done)) as pdf:
        paragraph = pdf.Root.StructTreeRoot.K[0].K[0].K[0]
        assert (paragraph.Type, paragraph.S) == (Name.StructElem, Name.P)
        assert paragraph.Pg.objgen == pdf.pages[0].obj.objgen
