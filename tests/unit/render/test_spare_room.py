"""Spare room goes to ruled lines, and nothing else about the pages changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pymupdf
import pytest

from tests.tagtree import read
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Manuscript
from workbook.compose.reader import Audience, Reader
from workbook.model.answers import LetterAnswer
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.page import PAPERS, PROFILES, Sides, foot_letters, margins
from workbook.model.workbook import Variant
from workbook.render.forms.widgets import MULTILINE
from workbook.render.pdf import render_pdf
from workbook.source.library import Library
from workbook.theme.lookup import Theme

GROWS = re.compile(r' data-(pitch|more)="[^"]*"')
MM = 72 / 25.4
SPACE = '<div style="height: {:.1f}mm"></div>'
LONG = int(2 * foot_letters(PAPERS["a4"], PROFILES["standard"]))
WHITE = margins(PAPERS["a4"], PROFILES["standard"], crisis=LONG)
FOOT = PAPERS["a4"].height - WHITE.bottom
"""Where lines end that are added, in millimetres from a page's top."""
SHEETS = ("boundary-one-sentence", "strength-stood-up", "journal-courage-log", "ending-goodbye-letter")
READERS = [
    Reader(),
    Reader(paper=PAPERS["letter"], profile=PROFILES["motor"], sides=Sides.SINGLE),
    Reader(paper=PAPERS["half-letter"], profile=PROFILES["roomy"]),
    Reader(profile=PROFILES["large-print"]),
]


@dataclass(frozen=True)
class Seen:
    """A page as it is drawn: words with their places, and the heights of lines to write on, in points."""

    words: list[tuple[str, float, float]]
    lines: list[float]


def seen(data: bytes) -> list[Seen]:
    found = []
    with pymupdf.open(stream=data) as pdf:  # type: ignore[no-untyped-call]
        for page in pdf:
            words = [(word[4], round(word[0], 1), round(word[3], 1)) for word in page.get_text("words")]
            found.append(Seen(words, sorted(_lines(page))))
    return found


def _lines(page: Any) -> list[float]:
    strokes = [item for drawing in page.get_drawings() if drawing["type"] == "s" for item in drawing["items"]]
    return [one.y for kind, one, *other in strokes if kind == "l" and one.y == other[0].y]


def pages(manuscript: Manuscript) -> list[Seen]:
    return seen(render_pdf(manuscript).data)


def as_it_was(manuscript: Manuscript) -> Manuscript:
    """Return a manuscript whose lines are not told to grow."""
    sections = (replace(each, markup=GROWS.sub("", each.markup)) for each in manuscript.sections)
    return replace(manuscript, sections=tuple(sections))


def changed(manuscript: Manuscript, was: str, now: str) -> Manuscript:
    (section,) = manuscript.sections
    assert was in section.markup
    return replace(manuscript, sections=(replace(section, markup=section.markup.replace(was, now, 1)),))


@pytest.fixture(scope="module")
def plain(plain_sheet: Exercise, sample: Book, calm: Theme) -> Manuscript:
    """Half a page: two ruled lines, a short line, counsel and the line to bring."""
    return half(compose_handout(plain_sheet, Variant.FULL, (), sample.locale, calm, Reader()))


def half(sheet: Manuscript) -> Manuscript:
    (section,) = sheet.sections
    head, end = section.markup.index('<div class="safety">'), section.markup.index('<div class="answer')
    markup = section.markup[:head] + SPACE.format(0) + section.markup[end:]
    return replace(sheet, sections=(replace(section, markup=markup),))


def extra(manuscript: Manuscript) -> tuple[int, int]:
    """Return how many lines more its one answer has, and the line to bring."""
    (before,), (after,) = pages(as_it_was(manuscript)), pages(manuscript)
    bring = next(y for word, _, y in after.words if word == "bring")
    above, below = sum(y < bring for y in after.lines), sum(y > bring for y in after.lines)
    was = next(y for word, _, y in before.words if word == "bring")
    return above - sum(y < was for y in before.lines), below - sum(y > was for y in before.lines)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: f"{reader.profile.name}-{reader.paper.name}")
def test_lines_grow_where_room_is_and_no_word_changes_its_page(
    reader: Reader, sample: Book, library: Library, calm: Theme
) -> None:
    handouts = [
        compose_handout(library.exercise(name).value, Variant.FULL, (), sample.locale, calm, reader)
        for name in SHEETS
    ]
    sections = tuple(section for handout in handouts for section in handout.sections)
    book = replace(handouts[0], sections=sections)
    before, rendered = pages(as_it_was(book)), render_pdf(book)
    after = seen(rendered.data)
    foot = (reader.paper.height - margins(reader.paper, reader.profile).bottom) * MM
    assert rendered.findings == ()
    assert len(before) == len(after)
    assert sum(len(page.lines) for page in after) > sum(len(page.lines) for page in before) + len(SHEETS)
    for was, now in zip(before, after, strict=True):
        moved = [(n[0], n[1], n[2] - w[2]) for w, n in zip(was.words, now.words, strict=True)]
        assert [(word, x) for word, x, _ in moved] == [(word, x) for word, x, _ in was.words]
        assert all(down >= 0 for _, _, down in moved)
        assert len(now.lines) >= len(was.lines)
        assert max(now.lines, default=0) <= foot
        assert all(y <= foot + 4 for (_, _, y), (_, _, down) in zip(now.words, moved, strict=True) if down)
        if len(now.lines) == len(was.lines):
            assert now == was


def test_an_answer_doubles_and_the_line_to_bring_becomes_four(plain: Manuscript) -> None:
    assert extra(plain) == (2, 3)
    (page,) = pages(plain)
    answer, bring = page.lines[:4], page.lines[-4:]
    for lines in (answer, bring):
        apart = [round((low - high) / MM, 1) for high, low in pairwise(lines)]
        assert apart == [8.7] * 3


def with_room_for(lines: float, sheet: Manuscript) -> Manuscript:
    """Return the sheet so far down its page that so many lines have room below it."""
    (page,) = pages(as_it_was(sheet))
    free = FOOT - next(y for word, _, y in page.words if word == "all.") / MM
    return changed(sheet, SPACE.format(0), SPACE.format(free - lines * 8.7))


@pytest.mark.parametrize("spare", [0, 1, 2, 3, 4])
def test_each_gets_a_line_in_turn_the_last_first(plain: Manuscript, spare: int) -> None:
    assert extra(with_room_for(spare + 0.6, plain)) == (spare // 2, (spare + 1) // 2)


@pytest.mark.parametrize(("padding", "margin", "lines"), [(0, 0, 3), (9, 0, 2), (9, 9, 1)])
def test_a_panel_keeps_its_foot(plain: Manuscript, padding: int, margin: int, lines: int) -> None:
    close = f'<p style="margin-bottom: {margin}mm" class="close"'
    panel = f'<div style="padding-bottom: {padding}mm" class="ending"'
    framed = changed(
        changed(with_room_for(3.6, plain), '<p class="close"', close), '<div class="ending"', panel
    )
    assert sum(extra(framed)) == lines


def test_no_page_gives_away_more_than_half(plain: Manuscript) -> None:
    endless = changed(plain, 'data-more="2"', 'data-more="40"')
    (section,) = endless.sections
    head, _, end = re.split(r'(?=<div class="after">)|(?=<div class="ending">)', section.markup)
    bare = replace(endless, sections=(replace(section, markup=head + end),))
    assert sum(extra(bare)) == int((FOOT - WHITE.top) / 2 / 8.7)


def test_what_grows_is_lines_letters_and_the_line_to_bring(
    every_kind: Exercise, sample: Book, calm: Theme
) -> None:
    reader = Reader(audience=Audience.THERAPIST)
    handout = compose_handout(every_kind, Variant.FULL, (), sample.locale, calm, reader)
    found = set()
    for section in handout.sections:
        for element in ET.fromstring(section.markup).iter():  # noqa: S314 - our own markup
            if any("data-pitch" in svg.attrib for svg in element.findall(".//svg")):
                found.add(element.get("class"))
    assert {"answer lines", "answer letter", "bring"} <= found
    assert found == {"sheet", "answer lines", "answer letter", "sheet-of-paper", "ending", "bring"}


GROWN = 'data-pitch="8.7" data-more="2"'


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (GROWN, 'data-pitch="8.7"'),
        (GROWN, 'data-more="2"'),
        (GROWN, 'data-pitch="far" data-more="2"'),
        (GROWN, 'data-pitch="8.7" data-more="-2"'),
        (GROWN, 'data-pitch="0" data-more="2"'),
        (GROWN, 'data-pitch="0.5" data-more="99"'),
        ("0 0 100 20.01", "0 0 1 20.01"),
        ('viewBox="0 0 100 20.01"', ""),
        ("0 0 100 20.01", "0 0 100 0"),
        ('<path d="M0 11', '<path d="L0 11'),
        ("<path ", "<circle "),
        ('<div class="answer lines"', '<div style="height: 60mm" class="answer lines"'),
        ('<div class="answer lines"', '<div style="display: flex" class="answer lines"'),
        ('<div class="answer lines"', '<div style="columns: 2" class="answer lines"'),
        ('<div class="answer lines"', '<div style="float: left" class="answer lines"'),
        ('<div class="answer lines"', '<div style="transform: rotate(2deg)" class="answer lines"'),
    ],
)
def test_what_somebody_else_has_drawn_stays_as_it_is(plain: Manuscript, was: str, now: str) -> None:
    foreign = changed(plain, was, now)
    assert extra(foreign)[0] == 0


@pytest.mark.parametrize(
    ("place", "moves"),
    [
        ("fixed; top: 200mm", False),
        ("absolute; bottom: 30mm", False),
        ("absolute", True),
        ("relative; top: -3mm", True),
        ("static", True),
    ],
)
def test_what_is_placed_by_the_page_does_not_move(plain: Manuscript, place: str, moves: bool) -> None:
    mark = f'<p style="position: {place}">Mark.</p><p class="close"'
    marked = changed(plain, '<p class="close"', mark)
    (before,), (after,) = pages(as_it_was(marked)), pages(marked)
    was, now = (next(y for word, _, y in page.words if word == "Mark.") for page in (before, after))
    assert (now > was) is moves


def test_pictures_of_other_colours_keep_them(plain: Manuscript) -> None:
    (section,) = plain.sections
    end = section.markup.index("</svg>", section.markup.index("data-pitch")) + len("</svg>")
    start = section.markup.rindex("<svg", 0, end)
    lines = section.markup[start:end]
    assert 'stroke="#' in lines
    red = lines.replace('stroke="#', 'stroke="#ff0000" data-was="#')
    two = changed(plain, lines, f'{lines}</div><div class="answer lines" id="red">{red}')
    with pymupdf.open(stream=render_pdf(two).data) as pdf:  # type: ignore[no-untyped-call]
        drawn = [d for d in pdf[0].get_drawings() if d["type"] == "s"]
    red_lines = [d for d in drawn if d["color"] == (1.0, 0.0, 0.0)]
    count = sum(kind == "l" for d in red_lines for kind, *_ in d["items"])
    assert count > 2, "as many as it has, and those that were added"


def test_a_page_with_a_footnote_stays_as_it_is(plain: Manuscript) -> None:
    noted = changed(plain, "That is all.", 'That is all.<span style="float: footnote">A note</span>')
    assert pages(noted) == pages(as_it_was(noted))


def test_addresses_outline_and_tags_are_those_of_what_is_drawn(plain: Manuscript, tmp_path: Path) -> None:
    below = '<h1 id="later">Later</h1><p><a href="#later">There</a></p><p class="close"'
    linked = changed(plain, '<p class="close"', below)
    places, trees, heads = [], [], []
    for name, manuscript in (("before", as_it_was(linked)), ("after", linked)):
        data = render_pdf(manuscript).data
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        heads.append(next(y for word, _, y in seen(data)[0].words if word == "Later"))
        trees.append(read(path))
        with pikepdf.open(path) as pdf:
            named = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
            (link,) = (note for note in pdf.pages[0].Annots if note.Subtype == "/Link")
            heading = pdf.open_outline().root[-1].destination
            assert isinstance(heading, pikepdf.Array)
            places.append([float(named["later"][3]), float(heading[3]), float(link.Rect[1])])
    moved = heads[1] - heads[0]
    assert moved == pytest.approx(5 * 8.7 * MM, abs=0.3)
    assert [before - after for before, after in zip(*places, strict=True)] == pytest.approx(
        [moved] * 3, abs=0.3
    )
    assert trees[0] == trees[1]


@pytest.mark.parametrize("fillable", [False, True], ids=["paper", "screen"])
def test_an_answer_over_two_pages_doubles(
    fillable: bool, plain_sheet: Exercise, sample: Book, calm: Theme
) -> None:
    long = plain_sheet.blocks[0].model_copy(update={"lines": 6})
    sheet = plain_sheet.model_copy(update={"blocks": (long,)})
    short = half(compose_handout(sheet, Variant.FULL, (), sample.locale, calm, Reader(fillable=fillable)))
    (page,) = pages(as_it_was(short))
    down = FOOT - page.lines[0] / MM - (1 + 1.5) * 8.7
    over = changed(short, SPACE.format(0), SPACE.format(down))
    was, now = ([len(page.lines) for page in pages(one)] for one in (as_it_was(over), over))
    assert (was, now) == ([2, 4 + 1], [2 + 1, 4 + 5 + 4])


def test_a_letter_over_two_pages_fills_its_frame(plain_sheet: Exercise, sample: Book, calm: Theme) -> None:
    block = {"kind": "letter", "id": "long", "label": "A letter", "prompt": "Write.", "lines": 16}
    sheet = plain_sheet.model_copy(update={"blocks": (LetterAnswer.model_validate(block),)})
    letter = compose_handout(sheet, Variant.FULL, (), sample.locale, calm, READERS[1])
    foot = READERS[1].paper.height - margins(READERS[1].paper, READERS[1].profile).bottom
    lines, below = [], []
    for manuscript in (as_it_was(letter), letter):
        with pymupdf.open(stream=render_pdf(manuscript).data) as pdf:  # type: ignore[no-untyped-call]
            _, first, second, _ = pdf
            end = max(drawing["rect"].y1 for drawing in first.get_drawings()) / MM
            lines.append([len(list(_lines(page))) for page in (first, second)])
            below.append(end - max(_lines(first)) / MM)
    assert lines[0] == [14, 2]
    assert lines[1] == [14 + 3, 2 + 9]
    assert below[0] > 3 * READERS[1].profile.pitch
    assert 5 <= below[1] < 8
    assert foot - READERS[1].profile.pitch < end <= foot


def test_what_is_typed_has_the_grown_room(plain_sheet: Exercise, sample: Book, calm: Theme) -> None:
    handout = compose_handout(plain_sheet, Variant.FULL, (), sample.locale, calm, Reader(fillable=True))
    sheet = half(handout)
    rooms = []
    for manuscript in (as_it_was(sheet), sheet):
        with pikepdf.open(BytesIO(render_pdf(manuscript).data)) as pdf:
            fields = {str(field.T).partition("/")[2]: field for field in pdf.Root.AcroForm.Fields}
            rooms.append({name: _room(field) for name, field in fields.items()})
    before, after = rooms
    assert set(before) == set(after) == {"first", "second", "bring"}
    grown = {name: round((after[name][0] - before[name][0]) / MM / 8.7) for name in before}
    assert grown == {"first": 2, "second": 0, "bring": 3}
    assert [before["bring"][1], after["bring"][1]] == [False, True]


def _room(field: pikepdf.Object) -> tuple[float, bool]:
    """Return a field's height in points, and whether it takes several lines."""
    return float(field.Rect[3]) - float(field.Rect[1]), bool(int(field.get("/Ff", 0)) & MULTILINE)
