"""Whatever stands in a book, in whatever order: no leaf that is taken out carries anything else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbook.compose.leaves import Opening, Side, openings, rules
from workbook.compose.manuscript import Role, Section
from workbook.model.leaf import Leaf
from workbook.model.page import Sides
from workbook.source.library import Library

ENGLISH = Library.stock().locale("en").value
EMPTY = ENGLISH.leaf.empty
Laid = list[tuple[int | None, str]]
"""For each side, the section's index or nothing, and the words on an empty side."""


def section(index: int, role: Role, leaf: Leaf = Leaf.KEEP, *, cards: bool = False) -> Section:
    return Section(f"s{index}", role, "A title", "<section/>", 1, leaf, cards)


KINDS = st.tuples(st.sampled_from(Leaf), st.booleans(), st.integers(1, 6)).map(
    # a sheet with cards is never kept
    lambda k: (Role.EXERCISE, k[0] if not k[1] else Leaf.TEAR_OUT, k[1], k[2])
)
MATTER = st.tuples(
    st.sampled_from([Role.PART, Role.TEXT]), st.just(Leaf.KEEP), st.just(False), st.integers(1, 3)
)
CLIENT = st.lists(KINDS | MATTER, min_size=1, max_size=12)
PART = st.lists(st.tuples(KINDS, st.integers(0, 3), st.integers(1, 3)), min_size=1, max_size=5)
"""A part's sheets, each with how many pages of notes it has, and how many they were thought to take."""


def lay(placed: tuple[Opening, ...], counts: list[int]) -> Laid:
    """Lay sections as the engine does: it puts an empty side in where a section asks for the other side."""
    sides: Laid = []
    for index, (opening, count) in enumerate(zip(placed, counts, strict=True)):
        before = placed[index - 1].after if index else ""
        for page in range(count):
            recto = len(sides) % 2 == 0
            asked = opening.side if page == 0 else Side.RECTO if opening.one_sided else Side.ANY
            if asked is not Side.ANY and recto is not (asked is Side.RECTO):
                sides.append((None, opening.within if page else before))
            sides.append((index, ""))
    return sides + [(None, "end")] * (len(sides) % 2)


def assert_leaves_are_safe(sections: list[Section], sides: Laid) -> None:
    assert not any(a is None and b is None for (a, _), (b, _) in pairwise(sides))
    for (front, _), (back, words) in zip(sides[::2], sides[1::2], strict=True):
        on_it = {index for index in (front, back) if index is not None}
        taken = {index for index in on_it if sections[index].leaf is not Leaf.KEEP}
        assert not taken or len(on_it) == 1, sides
        if any(sections[index].leaf is Leaf.SINGLE_SIDED for index in on_it):
            assert back is None and words in (EMPTY.for_ink, EMPTY.for_cards, "end")
    assert all(words for index, words in sides if index is None)


def assert_words_are_true(sections: list[Section], sides: Laid) -> None:
    """Hold what each empty side says against the sections before and after it."""
    for number, (index, words) in enumerate(sides[:-1]):
        if index is not None:
            continue
        before, after = (sections[sides[n][0] or 0] for n in (number - 1, number + 1))
        true = {
            EMPTY.after_taken: before.leaf is Leaf.TEAR_OUT,
            EMPTY.for_cards: before.cards,
            EMPTY.for_ink: before.leaf is Leaf.SINGLE_SIDED,
            EMPTY.before_taken: after.leaf is not Leaf.KEEP,
            EMPTY.before_notes: after.role is Role.THERAPIST_NOTES,
            EMPTY.before_afterwards: (before.role, after.role) == (Role.EXERCISE, Role.AFTERWARDS),
            EMPTY.before_right: number % 2 == 1 and after.leaf is Leaf.KEEP,
        }
        assert true[words], (words, before, after)


@given(CLIENT)
def test_a_clients_book(kinds: list[tuple[Role, Leaf, bool, int]]) -> None:
    sections = [section(n, role, leaf, cards=cards) for n, (role, leaf, cards, _) in enumerate(kinds)]
    counts = [count for *_, count in kinds]
    placed = openings(sections, ENGLISH, Sides.DOUBLE)
    sides = lay(placed, counts)
    assert_leaves_are_safe(sections, sides)
    assert_words_are_true(sections, sides)


@given(st.lists(PART, min_size=1, max_size=4))
def test_a_therapists_book(parts: list[list[tuple[tuple[Role, Leaf, bool, int], int, int]]]) -> None:
    sections: list[Section] = []
    counts: list[int] = []

    def add(role: Role, count: int, leaf: Leaf = Leaf.KEEP, *, cards: bool = False, pages: int = 0) -> None:
        sections.append(replace(section(len(sections), role, leaf, cards=cards), pages=pages))
        counts.append(count)

    for part in parts:
        add(Role.PART, 1)
        for (role, leaf, cards, count), notes, judged in part:
            if notes:
                add(Role.THERAPIST_NOTES, notes, pages=judged)
            add(role, count, leaf, cards=cards)
            add(Role.AFTERWARDS, 1)
    sides = lay(openings(sections, ENGLISH, Sides.DOUBLE), counts)
    assert_leaves_are_safe(sections, sides)
    assert_words_are_true(sections, sides)
    on_it = [
        [sections[index].role for index, _ in sides[n : n + 2] if index is not None]
        for n in range(0, len(sides), 2)
    ]
    assert not any({Role.AFTERWARDS, Role.EXERCISE} <= set(roles) for roles in on_it), "a sheet stays apart"
    for number, (index, _) in enumerate(sides):
        if not index or sides[number - 1][0] == index:
            continue
        before, now = sections[index - 1], sections[index]
        if before.role is Role.THERAPIST_NOTES:
            assert number % 2 == 0, "a sheet stands opposite its notes, not behind them"
        if before.role is Role.PART and now.pages == 1:
            assert sides[number - 1][0] is not None, (
                "no empty side parts an opener from the notes on its back"
            )


@given(CLIENT)
def test_on_one_side_of_the_paper_nothing_is_asked_for(kinds: list[tuple[Role, Leaf, bool, int]]) -> None:
    sections = [section(n, role, leaf, cards=cards) for n, (role, leaf, cards, _) in enumerate(kinds)]
    placed = openings(sections, ENGLISH, Sides.SINGLE)
    assert {(opening.side, opening.one_sided) for opening in placed} == {(Side.ANY, False)}
    assert "break-before" not in rules(placed)


@given(st.sampled_from(Leaf), st.booleans(), st.booleans())
def test_the_words_within_a_sheet_are_true_of_all_its_empty_sides(
    leaf: Leaf, cards: bool, letter: bool
) -> None:
    (placed,) = openings(
        [replace(section(0, Role.EXERCISE, leaf, cards=cards), letter=letter)], ENGLISH, Sides.DOUBLE
    )
    true = {EMPTY.for_ink} if leaf is Leaf.SINGLE_SIDED else {EMPTY.before_right}
    if leaf is not Leaf.SINGLE_SIDED and cards is not letter:
        true.add(EMPTY.for_letter if letter else EMPTY.before_cards)
    assert placed.within in true or not (cards or letter)


@given(st.sampled_from(Leaf), st.booleans(), st.sampled_from(Sides))
def test_loose_notes_are_never_on_the_back_of_what_is_handed_over(
    leaf: Leaf, cards: bool, printed: Sides
) -> None:
    sections = [section(0, Role.EXERCISE, leaf, cards=cards), section(1, Role.THERAPIST_NOTES)]
    placed = openings(sections, ENGLISH, printed, bound=False)
    assert placed[1].side is (Side.RECTO if printed is Sides.DOUBLE else Side.ANY)
    assert placed[0].foot == ENGLISH.book.keep_private


@given(st.sampled_from(Leaf), st.booleans())
def test_numbers_for_help_stand_on_the_back_of_a_loose_sheet_but_not_of_cards(
    leaf: Leaf, cards: bool
) -> None:
    sections = [section(0, Role.EXERCISE, leaf, cards=cards), section(1, Role.CRISIS)]
    placed = openings(sections, ENGLISH, Sides.DOUBLE, bound=False)
    cut = cards and leaf is not Leaf.KEEP
    assert placed[1].side is (Side.RECTO if cut or leaf is Leaf.SINGLE_SIDED else Side.ANY)
