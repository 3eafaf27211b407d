from __future__ import annotations

from workbook.compose.book import compose_book
from workbook.compose.handout import compose_handout, crisis_line
from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.compose.reader import Audience, Reader
from workbook.compose.sheets import foot_name, source_of
from workbook.model.book import Book
from workbook.model.leaf import Leaf
from workbook.model.page import FOOT_LETTERS, PAPERS, PROFILES
from workbook.model.workbook import Variant
from workbook.theme.lookup import Theme


def test_a_sheets_markup_is_the_same_alone_and_in_the_book(sample: Book, calm: Theme) -> None:
    in_book = {s.id: s for s in compose_book(sample, calm, Reader(), Medium.PRINT).sections}
    for exercise in sample.exercises.values():
        alone = compose_handout(exercise, Variant.FULL, (), sample.locale, calm, Reader())
        assert [s.markup for s in alone.sections] == [in_book[exercise.id].markup]


def test_the_short_variant_is_a_sheet_of_its_own(sample: Book, calm: Theme) -> None:
    exercise = sample.exercises["strength-stood-up"]
    short = compose_handout(exercise, Variant.SHORT, (), sample.locale, calm, Reader())
    assert (short.id, short.title) == ("strength-stood-up-short", exercise.short.title)
    assert exercise.purpose not in short.sections[0].markup


def test_a_therapists_handout_brings_the_notes_at_the_end(sample: Book, calm: Theme) -> None:
    exercise = sample.exercises["strength-stood-up"]
    handout = compose_handout(exercise, Variant.FULL, (), sample.locale, calm, Reader(Audience.THERAPIST))
    assert [s.id for s in handout.sections] == ["strength-stood-up", "notes-strength-stood-up"]


def test_the_crisis_line_names_each_countrys_first_service(sample: Book) -> None:
    line = crisis_line(sample.countries, sample.locale)
    assert line.startswith(sample.locale.crisis.foot)
    named = [part.replace("\u00a0", " ") for part in line.split(" · ")]
    assert len(named) == len(sample.countries)
    assert named[0].endswith(" US 911, 988") and "UK 999, 116 123" in named


def test_no_number_of_the_crisis_line_is_broken_over_two_lines(sample: Book) -> None:
    line = crisis_line(sample.countries, sample.locale).removeprefix(sample.locale.crisis.foot)
    assert line.split() != [] and all(" " not in part.strip(" ") for part in line.split("·"))


def test_numbers_that_would_fill_a_foot_have_a_page_of_their_own(sample: Book, calm: Theme) -> None:
    def composed(reader: Reader, countries: int = 6) -> Manuscript:
        exercise, countries_ = sample.exercises["boundary-where"], sample.countries[:countries]
        return compose_handout(exercise, Variant.FULL, countries_, sample.locale, calm, reader)

    large = Reader(Audience.THERAPIST, profile=PROFILES["large-print"])
    usual, few = composed(Reader()), composed(large, countries=1)
    for handout, count in [(usual, 6), (few, 1)]:
        assert handout.words["crisis"] == crisis_line(sample.countries[:count], sample.locale)
        assert Role.CRISIS not in [section.role for section in handout.sections]
    many = composed(large)
    assert many.words["crisis"] == sample.locale.crisis.on_next_page
    assert [s.role for s in many.sections] == [Role.EXERCISE, Role.CRISIS, Role.THERAPIST_NOTES]
    for country in sample.countries[:6]:
        assert f"<b>{country.emergency}</b>" in many.sections[1].markup
        assert f"<b>{country.lines[0].phone}</b>" in many.sections[1].markup


def test_a_two_minute_page_with_a_letter_may_be_taken_out(complete: Book, calm: Theme) -> None:
    exercise = complete.exercises["strength-models"]
    assert exercise.leaf is Leaf.KEEP
    (short,) = compose_handout(exercise, Variant.SHORT, (), complete.locale, calm, Reader()).sections
    (full,) = compose_handout(exercise, Variant.FULL, (), complete.locale, calm, Reader()).sections
    assert (short.leaf, full.leaf) == (Leaf.TEAR_OUT, Leaf.KEEP)


def test_a_sheets_origin_is_as_short_as_the_foot_reserves(complete: Book) -> None:
    assert max(len(source_of(exercise)) for exercise in complete.exercises.values()) <= FOOT_LETTERS[1]


def test_a_sheets_name_and_what_to_do_with_it_are_as_short_as_the_foot_reserves(complete: Book) -> None:
    titles = [t for e in complete.exercises.values() for t in (e.title, e.short.title)]
    said = max(len(complete.locale.leaf.take_out), len(complete.locale.book.keep_private))
    assert max(map(len, titles)) + len(" · 10 of 10 · ") + said <= FOOT_LETTERS[0]


def test_a_name_that_would_take_a_second_line_is_left_out_of_the_foot(sample: Book) -> None:
    exercises = list(sample.exercises.values())
    large = Reader(paper=PAPERS["a5"], profile=PROFILES["large-print"])
    assert foot_name("Harbour Rooms", exercises, Reader()) == "Harbour Rooms"
    assert foot_name("Harbour Rooms", exercises, large) == ""
    assert foot_name("H" * 110, exercises, Reader()) == ""
