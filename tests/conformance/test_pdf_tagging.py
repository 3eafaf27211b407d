"""The tag pass changes the tags of the sample and nothing that is seen, copied or clicked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

import workbook.render.pdf
from tests.conftest import Built
from tests.poppler import tool
from tests.unit.render.tagged import artifacts, assert_whole, finished
from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.model.book import Book
from workbook.model.page import PAPERS
from workbook.render.pdf import render_pdf
from workbook.theme.lookup import Theme

pytestmark = pytest.mark.xdist_group("tagging")

Pair = tuple[Path, Path]


@pytest.fixture(scope="module")
def pair(
    sample: Book, calm: Theme, sample_pdf: Built, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pair]:
    """The sample as the engine writes it, and as we give it out."""
    raw = tmp_path_factory.mktemp("raw") / "sample.pdf"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook.render.pdf, "finish", lambda _: None)
        manuscript = compose_book(sample, calm, Reader(paper=PAPERS["a4"]), Medium.PRINT)
        raw.write_bytes(render_pdf(manuscript).data)
    assert raw.read_bytes() != sample_pdf.path.read_bytes()
    yield raw, sample_pdf.path


@pytest.mark.parametrize("options", [(), ("-layout",), ("-raw",)])
def test_the_text_is_the_same(pair: Pair, options: tuple[str, ...]) -> None:
    before, after = (tool("pdftotext", *options, str(path), "-") for path in pair)
    assert before == after


def test_every_page_looks_the_same(pair: Pair, tmp_path: Path) -> None:
    pictures = []
    for number, path in enumerate(pair):
        tool("pdftoppm", "-r", "72", str(path), str(tmp_path / f"{number}"))
        pictures.append([page.read_bytes() for page in sorted(tmp_path.glob(f"{number}-*.ppm"))])
    assert len(pictures[0]) > 30
    assert pictures[0] == pictures[1]


def test_links_and_outline_lead_to_the_same_places(pair: Pair) -> None:
    def places(path: Path) -> list[object]:
        with pikepdf.open(path) as pdf:
            pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
            links = [[(str(a.Dest), *map(float, a.Rect)) for a in p.get("/Annots", [])] for p in pdf.pages]
            names = pdf.Root.Names.Dests.Names
            there = [(str(name), pages[spot[0].objgen], *map(str, spot[1:])) for name, spot in _pairs(names)]
            outline = tool("pdfinfo", "-dests", str(path))
            return [links, there, outline]

    before, after = map(places, pair)
    assert before == after


def _pairs(names: pikepdf.Object) -> list[tuple[pikepdf.Object, pikepdf.Object]]:
    flat = list(names)
    return list(zip(flat[::2], flat[1::2], strict=True))


def test_what_stands_in_a_margin_is_pagination(pair: Pair) -> None:
    raw, done = (path.read_bytes() for path in pair)
    assert sum(artifacts(raw, "Pagination")) == 0
    assert sum(count > 0 for count in artifacts(done, "Pagination")) > 25


def test_the_tags_are_whole_and_a_second_pass_changes_nothing(pair: Pair) -> None:
    raw, done = (path.read_bytes() for path in pair)
    assert_whole(done)
    assert done == finished(done)
    assert len(done) < len(raw)
