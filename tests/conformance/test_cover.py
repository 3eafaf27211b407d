"""Every answer kind under every wish: laid out without a finding, and judged by all three judges.

**Why** beside `scripts/matrix`: that takes the Complete workbook and half an hour. These few of its rows hold
each theme, profile, paper, audience, number of sides, ink, and both kinds of filling in, over one sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest

from tests.checkers import outloud
from tests.conftest import Built, built_once
from tests.matrix.__main__ import WISHES, all_rows, reader_of
from tests.matrix.cover import Row
from workbook.compose.handout import compose_handout
from workbook.compose.measures import measure
from workbook.model.answers import Answer
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.workbook import Variant
from workbook.release.checkers import page_validation, verapdf
from workbook.release.checkers.message import Message
from workbook.theme.lookup import Themes

pytestmark = pytest.mark.xdist_group("verapdf")

Check = Callable[[Sequence[Path]], dict[Path, list[Message]]]


def few_rows() -> list[Row]:
    """Return the fewest of the matrix's rows, greedily, that hold each value of each wish."""
    missing = {(wish, value) for wish, values in WISHES.items() for value in values}
    rows = []
    while missing:
        rows.append(max(all_rows(), key=lambda row: len(missing & row.items())))
        missing -= rows[-1].items()
    return rows


@pytest.fixture(scope="module")
def built(shared: Path, sample: Book, every_kind: Exercise) -> list[Built]:
    return [
        built_once(
            shared,
            f"cover-{number}",
            compose_handout(
                every_kind,
                Variant.FULL,
                sample.countries[:1],
                sample.locale,
                Themes().find(row["theme"]),
                reader_of(row),
            ),
        )
        for number, row in enumerate(few_rows())
    ]


def test_the_sheet_has_every_kind(every_kind: Exercise) -> None:
    assert {type(block) for block in every_kind.blocks} >= set(Answer.__subclasses__())


def test_the_rows_hold_every_wish() -> None:
    rows = few_rows()
    assert {wish: {row[wish] for row in rows} for wish in WISHES} == {w: set(v) for w, v in WISHES.items()}


def test_no_row_has_a_finding(built: list[Built]) -> None:
    assert {pdf.path.name: pdf.findings for pdf in built if pdf.findings} == {}


@pytest.mark.parametrize("check", [verapdf.check_pdfs, page_validation.check_pdfs, outloud.check_pdfs])
def test_no_judge_has_a_message(check: Check, built: list[Built]) -> None:
    verdicts = check([pdf.path for pdf in built])
    assert {path.name: messages for path, messages in verdicts.items() if messages} == {}


def test_fields_stand_apart(built: list[Built]) -> None:
    """A finger hits one of them."""
    for pdf in _fillable(built):
        for page in pdf.pages:
            places = [list(map(float, widget.Rect)) for widget in _widgets(page)]
            for one, two in combinations(places, 2):
                across = min(one[2], two[2]) - max(one[0], two[0])
                down = min(one[3], two[3]) - max(one[1], two[1])
                assert min(across, down) <= 0, (one, two)


def test_typed_words_are_no_smaller_than_the_small_ones_of_the_page(built: list[Built]) -> None:
    rows = [row for row in few_rows() if row["fillable"] == "yes"]
    for pdf, row in zip(_fillable(built), rows, strict=True):
        least = measure(Themes().find(row["theme"]).tokens, reader_of(row)).sizes["small"]
        for widget in (widget for page in pdf.pages for widget in _widgets(page) if "/DA" in widget):
            assert float(str(widget.DA).split()[1]) >= least, str(widget.T)


def _fillable(built: list[Built]) -> Iterator[pikepdf.Pdf]:
    for pdf in built:
        with pikepdf.open(pdf.path) as opened:
            if "/AcroForm" in opened.Root:
                yield opened


def _widgets(page: pikepdf.Page) -> list[pikepdf.Object]:
    return [note for note in page.get("/Annots", pikepdf.Array()) if note.Subtype == pikepdf.Name.Widget]
