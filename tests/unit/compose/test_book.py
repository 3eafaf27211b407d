from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from workbook.compose.book import compose_book
from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.compose.reader import Audience, Reader
from workbook.compose.sheets import sheet_sections
from workbook.compose.typesetter import Typesetter
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.page import Sides
from workbook.model.practice import Practice
from workbook.model.text import texts
from workbook.model.workbook import Entry
from workbook.theme.lookup import Theme

MEDIA = [Medium.PRINT, Medium.EPUB]


@pytest.fixture(scope="module", params=MEDIA)
def manuscript(request: pytest.FixtureRequest, sample: Book, calm: Theme) -> Manuscript:
    return compose_book(sample, calm, Reader(), request.param)


def test_sections_stand_in_reading_order(manuscript: Manuscript, sample: Book) -> None:
    roles = [section.role for section in manuscript.sections]
    front = [Role.TITLE_PAGE, Role.HOW_TO_USE]
    if manuscript.medium is Medium.EPUB:
        front.append(Role.WRITING_IN_EBOOK)
    body = [
        role for part in sample.workbook.parts for role in [Role.PART, *[Role.EXERCISE] * len(part.exercises)]
    ]
    back = [Role.NOTES, Role.GLOSSARY, Role.CRISIS, Role.SOURCES, Role.INDEX, Role.COLOPHON]
    assert roles == [*front, Role.CONTENTS, Role.NEEDS, *body, *back]


def test_every_section_is_one_well_formed_element_with_its_id(manuscript: Manuscript) -> None:
    for section in manuscript.sections:
        element = ET.fromstring(section.markup)  # noqa: S314 - our own markup
        assert (element.tag, element.get("id")) == ("section", section.id)


def test_ids_are_unique_in_the_whole_book(manuscript: Manuscript) -> None:
    ids = Counter(
        element.get("id")
        for section in manuscript.sections
        for element in ET.fromstring(section.markup).iter()  # noqa: S314 - our own markup
        if element.get("id")
    )
    assert [name for name, count in ids.items() if count > 1] == []


def test_every_section_has_one_h1_and_skips_no_level(manuscript: Manuscript) -> None:
    for section in manuscript.sections:
        root = ET.fromstring(section.markup)  # noqa: S314 - our own markup
        levels = [int(e.tag[1]) for e in root.iter() if e.tag in {"h1", "h2", "h3", "h4"}]
        assert levels[0] == 1 and levels.count(1) == 1, section.id
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), section.id


def test_no_paragraph_ends_with_a_space(sample: Book, calm: Theme) -> None:
    """The engine breaks a line after its first word where the words fit and the space after them does not."""
    book = compose_book(sample, calm, Reader(Audience.THERAPIST), Medium.PRINT)
    for section in book.sections:
        root = ET.fromstring(section.markup)  # noqa: S314 - our own markup
        for element in (e for e in root.iter() if e.tag in {"p", "h1", "h2"}):
            said = "".join(element.itertext())
            assert said == said.rstrip(), (section.id, said)


def test_contents_lists_all_that_follows(manuscript: Manuscript) -> None:
    contents = next(s for s in manuscript.sections if s.role is Role.CONTENTS)
    targets = [a.get("href") for a in ET.fromstring(contents.markup).iter("a")]  # noqa: S314 - our own
    start = manuscript.sections.index(contents)
    assert targets == [f"#{s.id}" for s in manuscript.sections[start + 1 :] if s.level]


@pytest.mark.parametrize("medium", MEDIA)
def test_every_string_of_every_sheet_is_on_it(complete: Book, calm: Theme, medium: Medium) -> None:
    sections = {s.id: s.markup for s in compose_book(complete, calm, Reader(), medium).sections}
    for exercise in complete.exercises.values():
        shown = " ".join("".join(ET.fromstring(sections[exercise.id]).itertext()).split())  # noqa: S314
        for location, text, _ in texts(exercise):
            if location[0] in {"short", "notes", "provenance"} or location[-1] == "label":
                continue
            if medium is Medium.PRINT and "worked_row" in location:
                continue
            assert _plain(text) in shown, (exercise.id, location)


@pytest.mark.parametrize("medium", MEDIA)
def test_every_string_of_every_answer_kind_is_on_it(
    every_kind: Exercise, english: Locale, calm: Theme, medium: Medium
) -> None:
    typesetter = Typesetter(calm, english, Practice(), Reader(), medium)
    (sheet,) = sheet_sections(typesetter, every_kind, Entry(exercise=every_kind.id))
    shown = " ".join("".join(ET.fromstring(sheet.markup).itertext()).split())  # noqa: S314
    for block in every_kind.blocks:
        for location, text, _ in texts(block):
            if location != ("label",) and not (medium is Medium.PRINT and "worked_row" in location):
                assert _plain(text) in shown, (block.id, location)


def _plain(text: str) -> str:
    """Return the words up to the first that Markdown or a curled quotation mark touches."""
    words = text.split()
    touched = (n for n, word in enumerate(words) if set(word) & set("*\"'“”‘’-.[{"))
    return " ".join(words[: next(touched, None)])


@pytest.mark.parametrize("medium", MEDIA)
def test_nothing_of_the_notes_is_in_a_clients_manuscript(sample: Book, calm: Theme, medium: Medium) -> None:
    everything = " ".join(s.markup for s in compose_book(sample, calm, Reader(), medium).sections)
    for exercise in sample.exercises.values():
        for _, text, _ in texts(exercise.notes):
            assert text[:40] not in everything


def test_the_therapists_edition_has_notes_before_each_sheet(sample: Book, calm: Theme) -> None:
    manuscript = compose_book(sample, calm, Reader(Audience.THERAPIST), Medium.PRINT)
    assert manuscript.id == "speaking-up-therapist"
    for before, sheet in zip(manuscript.sections, manuscript.sections[1:], strict=False):
        if sheet.role is Role.EXERCISE:
            assert (before.role, before.id) == (Role.THERAPIST_NOTES, f"notes-{sheet.id}")


@pytest.mark.parametrize("sides", Sides)
def test_a_therapist_has_a_page_of_their_own_after_every_sheet(
    sample: Book, calm: Theme, sides: Sides
) -> None:
    manuscript = compose_book(sample, calm, Reader(Audience.THERAPIST, sides=sides), Medium.PRINT)
    body = [section for section in manuscript.sections if section.role in (Role.EXERCISE, Role.AFTERWARDS)]
    sheets, after = body[::2], body[1::2]
    assert [page.id for page in after] == [f"after-{sheet.id}" for sheet in sheets]
    assert len(sheets) == sum(len(part.exercises) for part in sample.workbook.parts)


@pytest.mark.parametrize("medium", MEDIA)
def test_a_therapists_contents_list_the_table_and_the_planner_first(
    sample: Book, calm: Theme, medium: Medium
) -> None:
    book = compose_book(sample, calm, Reader(Audience.THERAPIST), medium)
    contents = next(s for s in book.sections if s.role is Role.CONTENTS)
    listed = [a.get("href") for a in ET.fromstring(contents.markup).iter("a")]  # noqa: S314 - our own
    assert listed[:3] == ["#overview", "#planner", "#part-1"]
    by_role = {section.role: section for section in book.sections}
    assert by_role[Role.OVERVIEW].level == by_role[Role.PLANNER].level == 1


@pytest.mark.parametrize(
    ("medium", "sides", "facing", "ruled"),
    [
        (Medium.PRINT, Sides.DOUBLE, True, True),
        (Medium.PRINT, Sides.SINGLE, False, True),
        (Medium.EPUB, Sides.DOUBLE, False, False),
    ],
)
def test_a_therapist_is_told_of_their_own_pages(
    sample: Book, calm: Theme, medium: Medium, sides: Sides, *, facing: bool, ruled: bool
) -> None:
    book = compose_book(sample, calm, Reader(Audience.THERAPIST, sides=sides), medium)
    title, page = book.sections[:2]
    assert (title.role, page.role) == (Role.TITLE_PAGE, Role.FOR_THERAPIST)
    said, words = page.markup, sample.locale.for_therapist
    assert (words.facing in said, words.before in said) == (facing, not facing)
    assert ("<strong>After this page</strong>" in said) is ruled
    assert words.lists in said and words.apart in said and sample.locale.colophon.review in said


def test_no_word_of_a_clinicians_review_is_missing_where_there_was_one(sample: Book, calm: Theme) -> None:
    day = dt.date(2026, 11, 1)
    reviewed = {
        name: exercise.model_copy(
            update={"provenance": exercise.provenance.model_copy(update={"reviewed_on": day})}
        )
        for name, exercise in sample.exercises.items()
    }
    book = compose_book(replace(sample, exercises=reviewed), calm, Reader(Audience.THERAPIST), Medium.EPUB)
    assert not any(sample.locale.colophon.review in section.markup for section in book.sections)


@pytest.mark.parametrize("audience", Audience)
def test_sources_are_told_in_words(sample: Book, calm: Theme, audience: Audience) -> None:
    """The names of the source texts' files say nothing to a reader; an exercise's own file has them."""
    book = compose_book(sample, calm, Reader(audience), Medium.PRINT)
    everything = " ".join(section.markup for section in book.sections)
    sources = next(section.markup for section in book.sections if section.role is Role.SOURCES)
    for exercise in sample.exercises.values():
        told = [_plain(idea) in sources for idea in exercise.provenance.ideas]
        assert all(told) and exercise.version in sources and exercise.provenance.licence in sources
        assert not any(seed in everything for seed in exercise.provenance.seeds)


def test_nothing_is_written_in_a_therapists_e_book(sample: Book, calm: Theme) -> None:
    manuscript = compose_book(sample, calm, Reader(Audience.THERAPIST), Medium.EPUB)
    assert Role.AFTERWARDS not in {section.role for section in manuscript.sections}


def test_equal_input_gives_an_equal_manuscript(sample: Book, calm: Theme) -> None:
    one, two = (compose_book(sample, calm, Reader(), Medium.PRINT) for _ in range(2))
    assert one == two


def test_a_practices_name_reaches_title_page_and_creator(sample: Book, calm: Theme) -> None:
    practice = sample.workbook.practice.model_copy(update={"name": "Harbour Rooms"})
    named = sample.workbook.model_copy(update={"practice": practice})
    book = Book(named, sample.exercises, sample.countries, sample.locale)
    manuscript = compose_book(book, calm, Reader(), Medium.PRINT)
    assert manuscript.creator == "Harbour Rooms"
    assert "From Harbour Rooms" in manuscript.sections[0].markup
