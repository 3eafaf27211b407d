"""The repairs of the tag tree: what the engine writes, and what stands there afterwards."""

from __future__ import annotations

from io import BytesIO
from textwrap import dedent

import pikepdf
import pytest

from tests.unit.render.tagged import Engine, Outcome, artifacts

SQUARE = "<svg width='40' height='20' viewBox='0 0 4 2'>{}<rect width='4' height='2'/></svg>"


def body(text: str) -> str:
    """Return the lines that hang on the document element."""
    return dedent(text.partition("\n")[2]).strip()


def figure_box(data: bytes) -> list[float]:
    with pikepdf.open(BytesIO(data)) as pdf:
        figures = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        (figure,) = figures
        return [float(number) for number in figure.A.BBox]


def test_a_paragraph_is_read_whole_not_line_by_line(engine: Engine) -> None:
    outcome = engine.run("<p>One two <b>three</b> four five six</p>", "p { width: 20mm }")
    assert outcome.before.count("Span") == 4
    assert body(outcome.after) == 'P "One two " "three" " four" "five six"'


def test_lines_to_write_on_are_no_elements(engine: Engine) -> None:
    rules = "<div class='r'></div>" * 3
    outcome = engine.run(
        f"<div><p>Ask</p><div>{rules}</div></div>", ".r { height: 8mm; border-bottom: 1pt solid }"
    )
    assert outcome.before.count("Div\n") == 5
    assert body(outcome.after) == 'Div\n  P "Ask"'


def test_a_blank_in_a_sentence_and_an_item_of_blanks_are_no_elements(engine: Engine) -> None:
    blank = "<span class='b'></span>"
    outcome = engine.run(
        f"<ul><li>My own: {blank}</li><li>{blank}</li></ul>",
        ".b { display: inline-block; width: 9mm } ul { list-style: none }",
    )
    assert outcome.before.count("LI\n") == 2
    assert body(outcome.after) == 'L\n  LI\n    LBody "My own: "'


def test_empty_cells_stay_so_that_the_grid_closes(engine: Engine) -> None:
    outcome = engine.run(
        "<table><tr><th scope=col>A</th><th scope=col>B</th></tr><tr><td></td><td>b</td></tr></table>"
    )
    assert 'TD <- "A"\n' in outcome.after and 'TD <- "B" "b"' in outcome.after
    assert outcome.after.count("TH (Column)") == 2


def test_headers_say_whether_they_head_a_column_or_a_row(engine: Engine) -> None:
    outcome = engine.run(
        "<table><thead><tr><td></td><th scope=col>Mon</th></tr></thead>"
        "<tbody><tr><th scope=row>Where</th><td></td></tr></tbody></table>"
    )
    assert "(Column)" not in outcome.before and "(Row)" not in outcome.before
    assert 'TH (Column) "Mon"' in outcome.after and 'TH (Row) "Where"' in outcome.after
    assert 'TD <- "Where" <- "Mon"' in outcome.after


@pytest.mark.parametrize(
    ("markup", "numbering"),
    [
        ("<ol><li>a</li></ol>", "Decimal"),
        ("<ol start='12'><li>a</li></ol>", "Decimal"),
        ("<ul><li>a</li></ul>", "Disc"),
        ("<ul style='list-style: circle'><li>a</li></ul>", "Circle"),
        ("<ul style='list-style: square'><li>a</li></ul>", "Square"),
        ("<ol style='list-style: lower-alpha'><li>a</li></ol>", "LowerAlpha"),
        ("<ol style='list-style: upper-alpha'><li>a</li></ol>", "UpperAlpha"),
        ("<ul style='list-style-type: \"– \"'><li>a</li></ul>", "None"),
    ],
)
def test_a_list_says_how_it_counts(engine: Engine, markup: str, numbering: str) -> None:
    outcome = engine.run(markup)
    assert outcome.before.splitlines()[1].strip() == "L"
    assert outcome.after.splitlines()[1].strip() == f"L ({numbering})"


def test_an_inner_list_does_not_speak_for_the_outer_one(engine: Engine) -> None:
    markup = "<ul style='list-style: none'><li>a<ol style='list-style: decimal'><li>b</li></ol></li></ul>"
    lines = [line.strip() for line in engine.run(markup).after.splitlines()]
    assert [line for line in lines if line.split()[0] == "L"] == ["L", "L (Decimal)"]


def test_a_list_without_labels_says_nothing(engine: Engine) -> None:
    assert body(engine.run("<ul style='list-style: none'><li>a</li></ul>").after).startswith("L\n")


@pytest.mark.parametrize("page", ["", "bleed: 3mm; marks: crop;"])
def test_a_figures_box_is_in_points_from_the_foot(engine: Engine, page: str) -> None:
    css = f"@page {{ size: 200pt 100pt; margin: 10pt; {page} }} body {{ margin: 0 }} svg {{ display: block }}"
    outcome = engine.run(SQUARE.format("<title>A square</title>"), css)
    assert figure_box(outcome.raw) == pytest.approx([13.333, 13.333, 53.333, 33.333], abs=0.01)
    assert figure_box(outcome.done) == pytest.approx([10, 75, 40, 90], abs=0.01)
    assert "Figure (A square)" in outcome.after


def test_a_picture_without_words_is_decoration(engine: Engine) -> None:
    outcome = engine.run(f"<p>Text</p>{SQUARE.format('')}")
    assert "Figure" in outcome.before
    assert body(outcome.after) == 'P "Text"'
    assert (artifacts(outcome.raw, "Layout"), artifacts(outcome.done, "Layout")) == ([0], [1])


def test_loose_text_becomes_a_paragraph(engine: Engine) -> None:
    outcome = engine.run("<div>Loose <i>text</i><p>Own</p></div>")
    assert 'P "Loose' not in outcome.before
    assert body(outcome.after) == 'Div\n  P "Loose " "text"\n  P "Own"'


def test_space_between_boxes_side_by_side_is_no_content(engine: Engine) -> None:
    outcome = engine.run("<div><p>a</p> <p>b</p></div>", "p { display: inline-block; width: 40% }")
    assert 'Span ""' in outcome.before
    assert body(outcome.after) == 'Div\n  P "a"\n  P "b"'
    assert artifacts(outcome.done, "Layout") == [1]


def test_headings_keep_their_levels_and_order(engine: Engine) -> None:
    outcome = engine.run(
        "<section><header><h1>A</h1></header><h2>B</h2><div><h3>C</h3></div><h2>D</h2></section>"
    )
    for text in (outcome.before, outcome.after):
        assert [line.split()[0] for line in text.splitlines() if line.split()[0][0] == "H"] == [
            "H1",
            "H2",
            "H3",
            "H2",
        ]


def test_a_fields_element_stays(engine: Engine) -> None:
    outcome = engine.run(
        "<form><label for='a'>Name</label> <input id='a' name='a'/></form>",
        "input { display: inline-block; height: 20pt }",
        pdf_forms=True,
    )
    assert "Form" in outcome.before and "Form" in outcome.after


def test_boxes_and_borders_stay_artifacts(engine: Engine) -> None:
    outcome = engine.run("<p>Tinted</p>", "p { background: #eee; border: 1pt solid red }")

    def plain(outcome_data: bytes) -> int:
        with pikepdf.open(BytesIO(outcome_data)) as pdf:
            return pdf.pages[0].Contents.read_bytes().count(b"/Artifact\nBMC")

    assert plain(outcome.raw) == plain(outcome.done) > 0


def test_text_over_two_pages_keeps_its_elements(engine: Engine) -> None:
    outcome: Outcome = engine.run(
        "<p>One<br/>two<br/>three</p>",
        "@page { size: 60mm 40mm; margin: 10mm } p { line-height: 9mm; orphans: 1; widows: 1 }",
    )
    assert body(outcome.after).count("P ") == 2
