"""An edition's manuscripts: its own titles and looks, and links to what can be printed."""

from __future__ import annotations

import datetime as dt

import pytest

from workbook.compose.edition import compose_edition, edition_reader
from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.model.book import Book
from workbook.model.edition import Edition
from workbook.theme.lookup import Theme

SHEETS = "https://example.org/sheets"


def edition(**more: object) -> Edition:
    return Edition.model_validate({"id": "mine", "workbook": "speaking-up", **more})


@pytest.fixture(scope="module")
def composed(sample: Book, calm: Theme) -> Manuscript:
    plan = edition(
        title="Finding words",
        description="For *anyone*.\n\nAnd more.",
        contributors=[{"name": "One"}, {"name": "Two"}, {"name": "Three", "role": "ill"}],
        publisher="A house",
        modified=dt.date(2026, 5, 6),
        language="en-GB",
        companion=SHEETS,
    )
    return compose_edition(plan, sample, calm, Medium.EPUB)


def test_what_the_edition_says_goes_before_the_workbook(composed: Manuscript, sample: Book) -> None:
    assert (composed.id, composed.title) == ("mine", "Finding words")
    assert composed.subtitle == sample.workbook.subtitle
    assert composed.creator == "One, Two"
    assert composed.publisher == "A house"
    assert composed.description == "For anyone. And more."
    assert (composed.language, composed.date) == ("en-GB", dt.date(2026, 5, 6))
    assert "Finding" in composed.cover
    title_page = next(s for s in composed.sections if s.role is Role.TITLE_PAGE)
    assert "Finding words" in title_page.markup


def test_an_empty_edition_is_the_workbook(sample: Book, calm: Theme) -> None:
    plain = compose_edition(edition(), sample, calm, Medium.EPUB)
    assert plain.title == sample.workbook.title
    assert plain.date == sample.workbook.date
    assert plain.rights
    assert "example.org" not in "".join(section.markup for section in plain.sections)


def test_every_sheet_leads_to_its_page_to_print(composed: Manuscript) -> None:
    for section in composed.sections:
        if section.role is Role.EXERCISE:
            assert f'href="{SHEETS}#{section.id}"' in section.markup
        if section.role is Role.WRITING_IN_EBOOK:
            assert f'href="{SHEETS}"' in section.markup


def test_print_has_no_links_to_print(sample: Book, calm: Theme) -> None:
    printed = compose_edition(edition(companion=SHEETS), sample, calm, Medium.PRINT)
    assert "example.org" not in "".join(section.markup for section in printed.sections)


def test_paper_profile_and_audience_are_the_editions() -> None:
    reader = edition_reader(edition(paper="7x10in", profile="roomy", audience="therapist", sides="single"))
    assert (reader.paper.name, reader.profile.name) == ("7x10in", "roomy")
    assert (reader.audience.value, reader.sides.value) == ("therapist", "single")
