"""Bring a change up to the exercise's present version, with a person's answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from workbook.errors import Diagnostic, FindingsError, Severity
from workbook.model.exercise import Exercise
from workbook.model.text import Location
from workbook.source.changes.against import Lost, numbers
from workbook.source.changes.applying import lay_on, settle
from workbook.source.changes.reading import read_change
from workbook.source.changes.staleness import Moved, moved, touches
from workbook.source.document import Document, Plain, parse
from workbook.source.loading import Loaded
from workbook.source.revising.rewriting import Rewriting


class Choice(StrEnum):
    """What to do about a part that has moved on."""

    KEEP = "keep"
    TAKE = "take"
    EDIT = "edit"
    RENAME = "rename"
    LATER = "later"
    BY_HAND = "by hand"


@dataclass(frozen=True)
class Answer:
    """A choice, and the words or the name that go with it."""

    choice: Choice
    value: Plain = None


Ask = Callable[[Document, Moved | Lost], Answer]


@dataclass(frozen=True)
class Updated:
    """A change's file brought up to date: its text, what was done, and what is still wrong with it."""

    text: str
    done: Counter[Choice]
    wrong: tuple[Diagnostic, ...]


def bring_up_to_date(document: Document, before: Loaded[Exercise], ask: Ask) -> Updated:
    """Return a change's text with the answers worked in.

    First comes what has lost its place, then what says something else now. What is taken out becomes a
    comment, unless it shares its lines with something else. The version is raised once nothing is left.

    Raises:
        FindingsError: all that is wrong with the change itself.
    """
    done: Counter[Choice] = Counter()
    if numbers(read_change(document).value.version) > numbers(before.value.version):
        return Updated(document.text, done, _wrong(document, before))  # there is nothing newer to go by
    placed = _give_places(document, before, ask, done)
    compared, later = _compare(placed, before, ask, done)
    stay = bool(done[Choice.LATER] or done[Choice.BY_HAND])
    text = _noted(compared, before, later, stay=stay)
    return Updated(text, done, _wrong(parse(document.path, text), before))


def note(document: Document, before: Loaded[Exercise]) -> str:
    """Return a change's text with what the exercise says where it is changed, as far as that is known now.

    What was noted before stays; of an exercise that is newer than the change, nothing can be known.
    """
    change = read_change(document)
    rewriting, was = Rewriting(document), dict(change.value.was)
    if change.value.version == before.value.version:
        found = {touch.address: touch.now for touch in touches(document.data, before.document.data)}
        was = {address: was.get(address, now) for address, now in found.items()}
    rewriting.noted(was)
    return rewriting.result()


def keep_yours(_: Document, question: Moved | Lost) -> Answer:
    """Answer for one who cannot be asked: yours where it has a place, later where it has none."""
    if isinstance(question, Lost):
        return Answer(Choice.TAKE if question.safe else Choice.LATER)
    return Answer(Choice.KEEP)


def _give_places(document: Document, before: Loaded[Exercise], ask: Ask, done: Counter[Choice]) -> Document:
    """Ask about each name that stands for nothing any more."""
    change = read_change(document)
    _, against = lay_on(before, change)
    rewriting, was = Rewriting(document), change.value.was
    for lost in against.lost:
        answer = ask(document, lost)
        choice = answer.choice
        if choice is Choice.RENAME:
            was = _renamed(was, lost.location, _value(document, lost.location), str(answer.value))
            rewriting.value(lost.location, answer.value)
        elif choice is Choice.TAKE and not rewriting.comment_out(lost.entry):
            choice = Choice.BY_HAND
        done[choice] += 1
    rewriting.noted(was)
    return parse(document.path, rewriting.result())


def _compare(
    document: Document, before: Loaded[Exercise], ask: Ask, done: Counter[Choice]
) -> tuple[Document, set[str]]:
    """Ask about each part that says something else now; return also which are left for later."""
    _, against = lay_on(before, read_change(document))
    rewriting, later = Rewriting(document), set[str]()
    for question in moved(against):
        answer = ask(document, question)
        choice = Choice.KEEP if question.touch.aside and answer.choice is Choice.TAKE else answer.choice
        if choice is Choice.EDIT:
            rewriting.value(_words_at(question.touch.location), answer.value)
        elif choice is Choice.TAKE and not rewriting.comment_out(_entry(question.touch.location)):
            choice = Choice.BY_HAND
        if choice in (Choice.LATER, Choice.BY_HAND):
            later.add(question.touch.address)
        done[choice] += 1
    return parse(document.path, rewriting.result()), later


def _words_at(location: Location) -> Location:
    """Return where one's own words stand, which in an item's change is beside the original's."""
    return (*location[:-1], "with") if location[0] == "items" else location


def _entry(location: Location) -> Location:
    """Return what to take out so that the exercise's own words come back."""
    if location[0] == "items" or location[-1] == "remove":
        return location[:-1]
    return location[:-1] if "without" in location else location


def _renamed(was: dict[str, Plain], location: Location, old: Plain, new: str) -> dict[str, Plain]:
    """Return what was noted, a block's part under its new id."""
    blocks = "short.blocks" if location[0] == "short_blocks" else "blocks"
    mine = f"{blocks}.{old}"
    return {
        f"{blocks}.{new}{key[len(mine) :]}" if f"{key}.".startswith(f"{mine}.") else key: value
        for key, value in was.items()
    }


def _value(document: Document, location: Location) -> Plain:
    extent = document.extent(location)
    return document.text[extent.value : extent.end].strip("\"'") if extent else None


def _noted(document: Document, before: Loaded[Exercise], later: set[str], *, stay: bool) -> str:
    """Return the text with its version, and with what the exercise says now where it is changed."""
    rewriting = Rewriting(document)
    old = read_change(document).value.was
    was: dict[str, Plain] = dict(old) if stay else {}
    for touch in touches(document.data, before.document.data):
        if touch.address not in later:
            was[touch.address] = touch.now
    rewriting.noted(was)
    if not stay:
        rewriting.version(before.value.version)
    return rewriting.result()


def _wrong(document: Document, before: Loaded[Exercise]) -> tuple[Diagnostic, ...]:
    try:
        settle(before, read_change(document))
    except FindingsError as error:
        return tuple(finding for finding in error.findings if finding.severity is Severity.ERROR)
    return ()
