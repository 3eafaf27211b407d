"""Every grid of an e-book shows one made-up row, since nobody can write into it; on paper none stands."""

from __future__ import annotations

import pytest
from lxml import html  # type: ignore[import-untyped]

from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.compose.sheets import sheet_sections
from workbook.compose.typesetter import Typesetter
from workbook.model.answers import Block, TableAnswer, WeekAnswer
from workbook.model.exercise import Exercise, Hideable
from workbook.model.locale import Locale
from workbook.model.practice import Practice
from workbook.model.workbook import Entry, Variant
from workbook.source.library import Library
from workbook.theme.lookup import Theme

STOCK = Library.stock()
IDS = sorted(path.stem for path in (STOCK.roots[0] / "exercises").glob("*.yaml"))
GRIDS = [
    (exercise, variant)
    for exercise in (STOCK.exercise(name).value for name in IDS)
    for variant, blocks in ((Variant.FULL, exercise.blocks), (Variant.SHORT, exercise.short.blocks))
    if any(isinstance(block, TableAnswer | WeekAnswer) for block in blocks)
]


@pytest.mark.parametrize(("exercise", "variant"), GRIDS, ids=[f"{e.id}-{v}" for e, v in GRIDS])
def test_each_grid_has_its_row(exercise: Exercise, variant: Variant, calm: Theme, english: Locale) -> None:
    found = tables(exercise, variant, Medium.EPUB, calm, english)
    blocks = exercise.blocks if variant is Variant.FULL else exercise.short.blocks
    assert len(found) == sum(isinstance(block, TableAnswer | WeekAnswer) for block in blocks)
    for table in found:
        assert table.xpath("string(caption)").strip()
        (row,) = table.xpath("tbody/tr[@class='worked']")
        assert row is table.xpath("tbody/tr")[0]
        cells = [cell.text_content().strip() for cell in row]
        assert cells[0].startswith("Made up: ")
        assert all(cells)
        assert len(cells) == len(table.xpath("thead/tr/th"))


@pytest.mark.parametrize("variant", Variant)
def test_paper_has_none(variant: Variant, calm: Theme, english: Locale) -> None:
    sheet = STOCK.exercise("boundary-where").value
    found = tables(sheet, variant, Medium.PRINT, calm, english)
    assert found
    assert not [row for table in found for row in table.xpath(".//tr[@class='worked']")]


def test_a_hidden_example_hides_the_row(every_kind: Exercise, calm: Theme, english: Locale) -> None:
    hidden = every_kind.model_copy(update={"hide": (Hideable.EXAMPLE,)})
    assert rows_in(every_kind, calm, english) == 2
    assert rows_in(hidden, calm, english) == 0


def test_a_grid_without_a_row_has_none(every_kind: Exercise, calm: Theme, english: Locale) -> None:
    blocks = tuple(map(without_row, every_kind.blocks))
    assert rows_in(every_kind.model_copy(update={"blocks": blocks}), calm, english) == 0


def without_row(block: Block) -> Block:
    if isinstance(block, TableAnswer | WeekAnswer):
        return block.model_copy(update={"worked_row": ()})
    return block


def rows_in(exercise: Exercise, calm: Theme, english: Locale) -> int:
    found = tables(exercise, Variant.FULL, Medium.EPUB, calm, english)
    assert len(found) == 2
    return sum(len(table.xpath(".//tr[@class='worked']")) for table in found)


def tables(
    exercise: Exercise, variant: Variant, medium: Medium, calm: Theme, english: Locale
) -> list[html.HtmlElement]:
    """Return the tables and weeks of a sheet as it is composed."""
    typesetter = Typesetter(calm, english, Practice(), Reader(), medium)
    *_, sheet = sheet_sections(typesetter, exercise, Entry(exercise=exercise.id, variant=variant))
    grids = "//div[@class='answer table' or @class='answer week']/table"
    return list(html.fromstring(sheet.markup).xpath(grids))


def test_a_head_with_a_clients_own_word_is_read_before_its_cell(
    every_kind: Exercise, calm: Theme, english: Locale
) -> None:
    label = 'Where "{{ practice.name }}" & I'
    blocks = tuple(
        block.model_copy(update={"rows": (label, "What")}) if isinstance(block, WeekAnswer) else block
        for block in every_kind.blocks
    )
    _, week = tables(
        every_kind.model_copy(update={"blocks": blocks}), Variant.FULL, Medium.EPUB, calm, english
    )
    day, where, _ = week.xpath("tbody/tr[@class='worked']/td")
    assert day.get("data-head") is None
    assert where.get("data-head").startswith("Where “")
    assert where.get("data-head").endswith("” & I: ")
