"""Put sections on leaves: what may be taken out shares its paper with nothing else.

**Why** here and not in a sheet's template: it depends on what stands before and after. A sheet's own markup
stays the same alone and in every book.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbook.compose.manuscript import Role, Section
from workbook.model.leaf import Leaf
from workbook.model.locale import EmptySideWords, Locale
from workbook.model.page import Sides

ONE_SIDED = "one-sided"
"""The name, in a stylesheet, of pages that each have a leaf of their own."""
CARDS = "cards"
"""The same for a sheet's pages of cards."""


class Side(StrEnum):
    """Where in a book a section begins, as CSS names it."""

    ANY = "page"
    RECTO = "recto"
    VERSO = "verso"


@dataclass(frozen=True)
class Opening:
    """How a section is put on its leaves: what depends on its neighbours, not on itself.

    ``one_sided``: each of its pages has a leaf of its own. ``within`` and ``after`` are the words of an empty
    side among its pages, and after them or on the back of cards. ``foot`` is what its feet say of keeping it.
    """

    section: str
    side: Side = Side.ANY
    one_sided: bool = False
    within: str = ""
    after: str = ""
    foot: str = ""


def rules(openings: Sequence[Opening]) -> str:
    """Return the style rules that put sections on their leaves; they go after a theme's own."""
    return "".join(f"{line}\n" for opening in openings for line in _rules(opening))


def openings(
    sections: Sequence[Section], locale: Locale, sides: Sides, *, bound: bool = True
) -> tuple[Opening, ...]:
    """Return how each section is put on its leaves.

    ``bound`` is a book, in which a therapist's notes face their sheet; those of two pages begin on the right.
    Loose paper is handed over: there the notes have a leaf of their own.
    """
    return tuple(_openings(sections, locale, sides, bound=bound))


def _rules(opening: Opening) -> Iterator[str]:
    if opening.side is not Side.ANY:
        yield f"#{opening.section} {{ break-before: {opening.side.value} }}"
    if opening.one_sided:
        yield f"#{opening.section}, #{opening.section} .letter {{ page: {ONE_SIDED} }}"
        yield f"#{opening.section} .answer.lines {{ break-inside: avoid }}"
    strings = {"within": opening.within, "empty": opening.after, "private": opening.foot}
    yield f"#{opening.section} {{ string-set: {', '.join(f'{k} {_quoted(v)}' for k, v in strings.items())} }}"


def _quoted(words: str) -> str:
    r"""Return words as a CSS string; ``<`` could end the style element."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ") + '"'


def _openings(sections: Sequence[Section], locale: Locale, sides: Sides, *, bound: bool) -> Iterator[Opening]:
    double = sides is Sides.DOUBLE
    around = zip((None, *sections), sections, (*sections[1:], None), strict=False)
    for before, section, following in around:
        taken = section.leaf is not Leaf.KEEP
        words = locale.leaf
        yield Opening(
            section.id,
            _side(before, section, following, bound=bound) if double and before else Side.ANY,
            one_sided=double and section.leaf is Leaf.SINGLE_SIDED,
            within=_why_within(section, words.empty),
            after=_why_empty(section, following, locale, bound=bound),
            foot=words.take_out if bound and taken else locale.book.keep_private,
        )


def _side(before: Section, section: Section, following: Section | None, *, bound: bool) -> Side:
    """Return on which side a section begins.

    **Why** a part's opener goes by what follows: no empty side stands between it and the notes on its back.
    A therapist's own page shares its leaf with no sheet, so that a sheet can be copied or handed over.
    """
    if section.role is Role.THERAPIST_NOTES:
        return _side_of_notes(section, bound=bound)
    backed = False
    if section.role is Role.PART and following is not None and following.role is Role.THERAPIST_NOTES:
        backed = _side_of_notes(following, bound=bound) is Side.VERSO
    if section.role is Role.CRISIS and not bound and before.leaf is Leaf.TEAR_OUT and not before.cards:
        return Side.ANY  # all of it is one person's
    faces = before.role is Role.THERAPIST_NOTES
    own = Role.AFTERWARDS in (section.role, before.role if section.role is Role.EXERCISE else None)
    parted = before.leaf is not Leaf.KEEP or section.leaf is not Leaf.KEEP
    return Side.RECTO if backed or faces or own or parted else Side.ANY


def _side_of_notes(notes: Section, *, bound: bool) -> Side:
    even = notes.pages > 0 and notes.pages % 2 == 0
    return Side.RECTO if even or not bound else Side.VERSO


def _why_within(section: Section, words: EmptySideWords) -> str:
    if section.leaf is Leaf.SINGLE_SIDED:
        return words.for_ink
    if section.letter and section.cards:
        return words.before_right  # one string for both, and true of both
    return words.for_letter if section.letter else words.before_cards


def _why_empty(section: Section, following: Section | None, locale: Locale, *, bound: bool) -> str:
    words = locale.leaf.empty
    if section.cards:
        return words.for_cards
    if section.leaf is Leaf.SINGLE_SIDED:
        return words.for_ink
    if section.leaf is Leaf.TEAR_OUT or not bound:
        return words.after_taken
    if following is None or following.leaf is not Leaf.KEEP:
        return words.before_taken
    reasons = {Role.THERAPIST_NOTES: words.before_notes, Role.AFTERWARDS: words.before_afterwards}
    return reasons.get(following.role, words.before_right)
