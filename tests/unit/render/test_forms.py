"""Each room of a page is a labelled field, and nothing else about the page changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from tests.conftest import Built
from tests.poppler import pages
from workbook.compose.fields import sheet_fields
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Field, Medium
from workbook.compose.reader import Reader
from workbook.compose.typesetter import Typesetter
from workbook.errors import FindingsError
from workbook.model.answers import Answer, Block, Passage
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.fields import FieldKind
from workbook.model.locale import Locale
from workbook.model.practice import Practice
from workbook.model.workbook import Variant
from workbook.render.forms.font import embed_font
from workbook.render.pdf import render_pdf
from workbook.render.tagging.fonts import unicode_map
from workbook.theme.lookup import Theme

KINDS = [member for member in get_args(get_args(Block)[0]) if member is not Passage]


class Widget(NamedTuple):
    page: int
    name: str
    label: str
    flags: int


def widgets(path: Path) -> list[Widget]:
    """Return each widget, in the order of the tab key."""
    with pikepdf.open(path) as pdf:
        return [
            Widget(number, name(annotation), str(annotation.TU), int(annotation.get("/Ff", 0)))
            for number, page in enumerate(pdf.pages)
            for annotation in page.get("/Annots", [])
            if annotation.Subtype == "/Widget"
        ]


def name(widget: Any) -> str:
    return str(widget.T if "/T" in widget else widget.Parent.T)


@pytest.fixture(scope="module")
def fields(calm: Theme, english: Locale, every_kind: Exercise) -> list[Field]:
    typesetter = Typesetter(calm, english, Practice(), Reader(fillable=True), Medium.PRINT)
    return sheet_fields(english, typesetter.text.inline, every_kind.id, every_kind, Variant.FULL)


def test_every_kind_has_fields(every_kind: Exercise, english: Locale) -> None:
    blocks = [block for block in every_kind.blocks if isinstance(block, Answer)]
    assert {type(block) for block in blocks} == set(KINDS)
    for block in blocks:
        parts = [field.part for field in block.form_fields(english, bool)]
        assert parts and len(set(parts)) == len(parts), block.id


def test_the_file_has_just_the_fields_of_the_model(every_kind_fillable: Built, fields: list[Field]) -> None:
    assert every_kind_fillable.findings == ()
    found = {widget.name for widget in widgets(every_kind_fillable.path)}
    assert found == {field.name for field in fields}
    with pikepdf.open(every_kind_fillable.path) as pdf:
        names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
    assert names == [field.name for field in fields]
    assert max(Counter(names).values()) == 1


def test_each_field_is_of_its_kind(every_kind_fillable: Built, fields: list[Field]) -> None:
    expected = {
        field.name: "/Tx"
        if field.kind in {FieldKind.LINE, FieldKind.GROWING, FieldKind.LINES, FieldKind.SPACE}
        else "/Btn"
        for field in fields
    }
    several = {field.name: field.choices for field in fields if field.choices}
    with pikepdf.open(every_kind_fillable.path) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            assert str(field.FT) == expected[str(field.T)]
            if str(field.T) in several:
                states = [next(k for k in kid.AP.N if k != "/Off") for kid in field.Kids]
                assert states == [f"/{choice}" for choice, _ in several[str(field.T)]]
                assert int(field.Ff) & 1 << 15


def test_text_is_of_several_lines_where_lines_were(every_kind_fillable: Built) -> None:
    found = widgets(every_kind_fillable.path)
    several = {widget.name.partition("/")[2] for widget in found if widget.flags & 1 << 12}
    assert {"a-lines", "a-box", "bring", "a-two/left", "a-letter/letter", "a-drawing/in-words"} <= several
    assert not several & {"a-line", "a-few/word-1", "a-letter/name", "a-ladder/rung-1-step"}


def test_each_widget_is_named_printed_and_in_a_form_element(
    every_kind_fillable: Built, fields: list[Field]
) -> None:
    labels = {field.name: field.label for field in fields}
    with pikepdf.open(every_kind_fillable.path) as pdf:
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(nums[::2], nums[1::2], strict=True))
        for page in pdf.pages:
            assert page.Tabs == "/S"
            for widget in page.get("/Annots", []):
                if widget.Subtype == "/Widget":
                    assert str(widget.TU) == str(widget.Contents)
                    assert str(widget.TU).startswith(labels[name(widget)])
                    assert int(widget.F) & 4 and "/A" not in widget
                    assert owners[widget.StructParent].S == "/Form"


def test_the_labels_tell_row_column_and_option(fields: list[Field]) -> None:
    labels = {field.name.partition("/")[2]: field for field in fields}
    assert labels["a-table/row-1-column-2"].label == "A table: given; When"
    assert labels["a-table/row-2-column-1"].label == "A table: row 2; What"
    assert labels["a-week/row-1-day-3"].label == "A week: Where; Wed"
    assert labels["a-list/option-2"].label == "Long ones: two"
    assert labels["a-choice"].choices[1] == ("option-2", "tomorrow")
    assert labels["a-scale"].choices[0] == ("0", "0, none")
    assert labels["bring"].label == "To bring to your next session"


def test_nothing_runs_and_nothing_is_sent(every_kind_fillable: Built) -> None:
    with pikepdf.open(every_kind_fillable.path) as pdf:
        assert "/XFA" not in pdf.Root.AcroForm and "/OpenAction" not in pdf.Root and "/AA" not in pdf.Root
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary):
                assert thing.get("/S") not in ("/JavaScript", "/SubmitForm", "/Launch", "/URI"), thing


def test_paper_has_no_form(every_kind_pdf: Built, sample_pdf: Built) -> None:
    for built in (every_kind_pdf, sample_pdf):
        with pikepdf.open(built.path) as pdf:
            assert "/AcroForm" not in pdf.Root
            kinds = {str(a.Subtype) for page in pdf.pages for a in page.get("/Annots", [])}
            assert kinds <= {"/Link"}


def test_the_pages_stay_as_they_are(
    every_kind_pdf: Built, every_kind_fillable: Built, sample_pdf: Built, sample_fillable: Built
) -> None:
    for paper, screen in ((every_kind_pdf, every_kind_fillable), (sample_pdf, sample_fillable)):
        assert screen.extent == paper.extent
        for one, other in zip(pages(paper.path), pages(screen.path), strict=True):
            assert [w.text for w in one.words] == [w.text for w in other.words]


def test_a_book_to_fill_in_stays_small(sample_fillable: Built) -> None:
    assert sample_fillable.path.stat().st_size < 600_000


def test_the_same_bytes_twice(sample: Book, calm: Theme) -> None:
    exercise = sample.exercises["boundary-one-sentence"]

    def data() -> bytes:
        reader = Reader(fillable=True)
        handout = compose_handout(exercise, Variant.SHORT, (), sample.locale, calm, reader)
        return render_pdf(handout).data

    assert data() == data()


def test_a_field_goes_on_over_the_page(
    plain_sheet: Exercise, sample: Book, calm: Theme, tmp_path: Path
) -> None:
    lines = plain_sheet.blocks[0].model_copy(update={"lines": 30})
    exercise = plain_sheet.model_copy(update={"blocks": (lines,)})
    handout = compose_handout(exercise, Variant.FULL, (), sample.locale, calm, Reader(fillable=True))
    path = tmp_path / "long.pdf"
    path.write_bytes(render_pdf(handout).data)
    whole = f"{exercise.id}/{lines.id}"
    first, second, *others = (widget for widget in widgets(path) if widget.name.startswith(whole))
    assert (first.name, second.name) == (whole, f"{whole}/more-2")
    assert [widget.name for widget in others] == [f"{whole}/more-{n + 3}" for n in range(len(others))]
    assert first.page < second.page
    assert second.label == f"{first.label} (continued)"


def test_a_template_that_loses_a_room_is_a_finding(sample: Book, calm: Theme) -> None:
    exercise = sample.exercises["boundary-one-sentence"]
    handout = compose_handout(exercise, Variant.SHORT, (), sample.locale, calm, Reader(fillable=True))
    lost, *others = handout.sections[0].fields
    renamed = replace(lost, name=f"{exercise.id}-short/other")
    section = replace(handout.sections[0], fields=(renamed, *others))
    found = render_pdf(replace(handout, sections=(section,))).findings
    assert [(f.code, f.message) for f in found] == [
        ("A001", f"The page has no room for the field '{exercise.id}-short/other'."),
        ("A001", f"The page has room for '{lost.name}', which no answer has."),
    ]


def test_a_font_that_cannot_be_typed_in_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "Some.otf"
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    pen = T2CharStringPen(500, None)
    glyphs = {name: pen.getCharString() for name in (".notdef", "A")}
    builder.setupCFF("Some", {}, glyphs, {})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Some"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    with pikepdf.new() as pdf, pytest.raises(FindingsError) as caught:
        embed_font(pdf, path)
    assert [f.code for f in caught.value.findings] == ["A006"]


def test_the_font_has_all_its_letters(every_kind_fillable: Built, calm: Theme, english: Locale) -> None:
    face = Typesetter(calm, english, Practice(), Reader(fillable=True), Medium.PRINT).typing()
    assert face is not None
    with TTFont(face.face.path) as font:
        letters = set(font.getBestCmap())
    with pikepdf.open(every_kind_fillable.path) as pdf:
        typed = pdf.Root.AcroForm.DR.Font.Typed
        found = set(unicode_map(typed).values())
        assert len(list(typed.DescendantFonts[0].W[1])) >= len(found)
    for word in ("Zażółć gęślą jaźń", "Árvíztűrő tükörfúrógép", "Þórður", "ça", "Straße", "“’–…€"):
        assert set(word) - {" "} <= found
    assert len(found) > 0.95 * len(letters)
