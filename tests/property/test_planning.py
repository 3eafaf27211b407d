from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workbook.model.exercise import Exercise
from workbook.model.workbook import Entry, Variant, Workbook
from workbook.source.document import parse
from workbook.source.library import Library
from workbook.source.loading import build
from workbook.source.planning import in_good_order, plan, plan_text, slug_of

WORDS = st.text("abcXYZ ä’:#-{}[]&*!|>'\"%@,.?0", min_size=1, max_size=60).filter(str.strip)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
PAGES = st.builds(
    Entry,
    exercise=st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True),
    variant=st.sampled_from(Variant),
    copies=st.integers(1, 31),
    note=st.none() | WORDS,
    date=st.none() | DAYS,
)
STOCK = tuple(loaded.value for loaded in Library.stock().exercises())


@given(title=WORDS.filter(slug_of), picked=st.lists(PAGES, min_size=1, max_size=6), date=DAYS)
def test_a_plan_is_read_back_as_it_was(title: str, picked: list[Entry], date: dt.date) -> None:
    made = plan(title, picked, date)
    loaded = parse(Path(f"{made.id}.yaml"), plan_text(made)).data
    assert Workbook.model_validate(loaded) == made


def test_a_plan_passes_as_a_file() -> None:
    made = plan("Before the visit", [Entry(exercise="session-before")], dt.date(2026, 11, 22))
    assert build(parse(Path("before-the-visit.yaml"), plan_text(made)), Workbook).value == made


@given(st.lists(st.sampled_from(STOCK), max_size=12))
def test_a_good_order_has_every_page_once_and_after_what_it_needs(pages: list[Exercise]) -> None:
    ordered = in_good_order(pages)
    ids = [page.id for page in ordered]
    assert sorted(ids) == sorted({page.id for page in pages})
    for position, page in enumerate(ordered):
        assert not set(page.needs) & set(ids[position + 1 :])


@given(st.text(max_size=80))
def test_a_title_is_an_id_or_nothing(title: str) -> None:
    name = slug_of(title)
    assert name == "" or Entry(exercise=name).exercise == name
