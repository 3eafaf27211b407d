"""A book that was laid out in gatherings is the book laid out whole."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import FIXTURES, Built
from tests.poppler import tool
from tests.tagtree import read
from workbook.compose.book import compose_book
from workbook.compose.manuscript import Manuscript, Medium, Role, Section
from workbook.compose.reader import Reader
from workbook.errors import Code, FindingsError
from workbook.model.book import Book
from workbook.render import gathering
from workbook.render.gathering import ENOUGH, gather
from workbook.render.pdf import render_pdf
from workbook.render.presses import numbered_through, print_apart
from workbook.render.printed import Extent
from workbook.render.rendered import Rendered
from workbook.theme.lookup import Theme

SECTIONS = st.lists(st.tuples(st.integers(0, ENOUGH), st.booleans()), min_size=1, max_size=12)


def _manuscript(*sections: Section, own_style: bool = True) -> Manuscript:
    return Manuscript(
        id="book",
        title="Book",
        subtitle="",
        language="en",
        direction="ltr",
        description="",
        creator="",
        rights="",
        date=dt.date(2026, 1, 1),
        medium=Medium.PRINT,
        stylesheet="",
        fonts=(),
        sections=sections,
        letterhead="<p>Head</p>",
        own_style=own_style,
    )


def _section(number: int, length: int, recto: bool) -> Section:
    markup = f'<section class="sheet" id="s{number}">{"x" * length}</section>'
    return Section(f"s{number}", Role.EXERCISE, f"Sheet {number}", markup, recto=recto)


@given(SECTIONS)
def test_gatherings_are_the_book_and_begin_on_right_hand_pages(shapes: list[tuple[int, bool]]) -> None:
    sections = [_section(number, *shape) for number, shape in enumerate(shapes)]
    found = gather(_manuscript(*sections))
    assert [section for each in found for section in each.manuscript.sections] == sections
    assert all(each.manuscript.sections[0].recto for each in found[1:])
    assert [each.first for each in found] == [True] + [False] * (len(found) - 1)
    assert [bool(each.manuscript.letterhead) for each in found] == [each.first for each in found]
    for each, following in pairwise(found):
        assert each.follows is not None
        opening = f'<section class="sheet" id="{following.manuscript.sections[0].id}">'
        assert each.follows.markup == f"{opening}</section>"
    assert found[-1].follows is None


def test_equal_weights_make_equal_gatherings() -> None:
    sections = [_section(number, ENOUGH // 4, recto=True) for number in range(12)]
    assert [len(each.manuscript.sections) for each in gather(_manuscript(*sections))] == [4, 4, 4]


def test_a_strangers_styles_keep_the_book_whole() -> None:
    sections = [_section(number, ENOUGH, recto=True) for number in range(4)]
    assert [each.whole for each in gather(_manuscript(*sections, own_style=False))] == [True]


@given(st.lists(st.integers(1, 50), min_size=1, max_size=6))
def test_pages_are_numbered_through(counts: list[int]) -> None:
    extents = [
        Extent(count, {f"{n}-{page}": page for page in range(count)}) for n, count in enumerate(counts)
    ]
    found = numbered_through(extents)
    assert [numbers.before for numbers in found] == [sum(counts[:n]) for n in range(len(counts))]
    assert sorted(found[0].folios.values()) == list(range(1, sum(counts) + 1))
    assert all(numbers.folios == found[0].folios for numbers in found)


@pytest.fixture(scope="module")
def bound(sample: Book, calm: Theme) -> Rendered:
    """The sample, which is small enough for one gathering, of three."""
    manuscript = compose_book(sample, calm, Reader(), Medium.PRINT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gathering, "ENOUGH", 30_000)
        assert len(gather(manuscript)) == 3
        return render_pdf(manuscript)


@pytest.mark.xdist_group("bound")
def test_every_page_is_that_of_the_whole_book(bound: Rendered, sample_pdf: Built, tmp_path: Path) -> None:
    path = tmp_path / "bound.pdf"
    path.write_bytes(bound.data)
    assert tool("pdftotext", "-layout", str(path), "-") == tool(
        "pdftotext", "-layout", str(sample_pdf.path), "-"
    )
    pictures = []
    for name, pdf in (("bound", path), ("whole", sample_pdf.path)):
        tool("pdftoppm", "-r", "60", str(pdf), str(tmp_path / name))
        pictures.append([page.read_bytes() for page in sorted(tmp_path.glob(f"{name}-*.ppm"))])
    assert len(pictures[0]) == bound.extent == sample_pdf.extent
    assert pictures[0] == pictures[1]
    assert bound.pages == sample_pdf.pages
    assert [finding.message for finding in bound.findings] == list(sample_pdf.findings)


@pytest.mark.xdist_group("bound")
def test_tags_addresses_links_and_outline_are_those_of_the_whole_book(
    bound: Rendered, sample_pdf: Built, tmp_path: Path
) -> None:
    path = tmp_path / "bound.pdf"
    path.write_bytes(bound.data)
    assert read(path) == read(sample_pdf.path)
    assert _places(path) == _places(sample_pdf.path)


@pytest.mark.xdist_group("bound")
def test_no_two_subsets_of_a_font_have_one_name(bound: Rendered, tmp_path: Path) -> None:
    path = tmp_path / "bound.pdf"
    path.write_bytes(bound.data)
    with pikepdf.open(path) as pdf:
        fonts = {
            font.objgen: str(font.BaseFont) for page in pdf.pages for font in page.resources.Font.values()
        }
        cells = [
            str(o.ID) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/ID" in o and "/S" in o
        ]
    assert len(set(fonts.values())) == len(fonts) > 2
    assert len(set(cells)) == len(cells) > 5


def _places(path: Path) -> list[object]:
    with pikepdf.open(path) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

        def outline(items: list[pikepdf.OutlineItem]) -> list[object]:
            return [(i.title, i.is_closed, _place(i.destination, pages), outline(i.children)) for i in items]

        names = {name: _place(place, pages) for name, place in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
        links = [[str(link.get("/Dest")) for link in page.get("/Annots", ())] for page in pdf.pages]
        return [outline(list(pdf.open_outline().root)), names, links, dict(pdf.docinfo)]


def _place(place: Any, pages: dict[tuple[int, int], int]) -> tuple[int, float, float]:
    return pages[place[0].objgen], round(float(place[2]), 2), round(float(place[3]), 2)


def test_what_a_press_may_not_read_is_told(sample: Book, calm: Theme) -> None:
    manuscript = compose_book(sample, calm, Reader(), Medium.PRINT)
    section = replace(
        manuscript.sections[0], markup='<section id="a"><img src="away.png" alt="x"/></section>'
    )
    with pytest.raises(FindingsError) as raised:
        print_apart(gather(replace(manuscript, sections=(section,))))
    assert [finding.code for finding in raised.value.findings] == [Code.FETCH_REFUSED]


def test_a_press_that_dies_is_told(sample: Book, calm: Theme) -> None:
    manuscript = compose_book(sample, calm, Reader(), Medium.PRINT)
    deep = "<div>" * 2000 + "</div>" * 2000
    section = replace(manuscript.sections[0], markup=f'<section id="a">{deep}</section>')
    with pytest.raises(FindingsError) as raised:
        print_apart(gather(replace(manuscript, sections=(section,))))
    assert [finding.code for finding in raised.value.findings] == [Code.ENGINE_FAILED]


def test_no_module_of_the_working_folder_is_run(tmp_path: Path) -> None:
    for name in ("multiprocessing", "selectors", "socket", "weasyprint", "workbook", "tempfile"):
        (tmp_path / f"{name}.py").write_text(
            "open('ran', 'w').close()\nraise SystemExit(9)\n", encoding="utf-8"
        )
    command = [str(Path(sys.executable).with_name("workbook")), "handout", str(FIXTURES / "plain-sheet.yaml")]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    done = subprocess.run(
        [*command, "--dest", "out"], cwd=tmp_path, env=env, capture_output=True, check=False
    )
    assert (done.returncode, (tmp_path / "ran").exists()) == (0, False), done.stderr
