"""An exercise's sheet in the terminal, in the order in which it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.markdown import Markdown
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from workbook.cli.looking.paper import print_page
from workbook.cli.looking.rooms import room
from workbook.cli.project import find_exercise, find_library
from workbook.model.answers import Block, Passage
from workbook.model.exercise import Exercise, Notes, Provenance, Short
from workbook.model.locale import Locale
from workbook.model.values import SLOT, VALUE


def show(reference: str, language: str | None) -> None:
    """Print an exercise; the headings are in the practice's language where none is named.

    Raises:
        FindingsError: there is no such exercise or language, or a file has mistakes.
    """
    library = find_library()
    exercise = find_exercise(library, reference).value
    locale = library.locale(language or library.practice.language).value
    print_page(*Sheet(locale).whole(exercise))


class Sheet:
    """Sets an exercise out, with a language's words for the headings."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._words = locale.sheet
        self._labels: dict[str, str] = dict(locale.slots)

    def whole(self, exercise: Exercise) -> Iterator[RenderableType]:
        """Yield the sheet, its short variant, the therapist's notes and the provenance."""
        self._labels |= {slot.id: slot.label for slot in exercise.slots if slot.label}
        yield from self._top(exercise)
        yield from self._body(exercise)
        yield from self._short(exercise.short)
        yield from self._notes(exercise, exercise.notes)
        yield from self._provenance(exercise.provenance)

    def _top(self, exercise: Exercise) -> Iterator[RenderableType]:
        words, locale = self._words, self._locale
        yield Text(exercise.title, "bold")
        yield Text(f"{exercise.id} {exercise.version}", "dim")
        if origin := exercise.provenance.changed_from:
            yield Text(f"Changed from “{origin.title}”, {origin.exercise} {origin.version}", "dim")
        if exercise.hide:
            yield Text(f"Not printed: {', '.join(exercise.hide)}", "dim")
        yield ""
        yield self._prose(exercise.purpose)
        yield ""
        yield Text(
            f"{locale.kinds[exercise.kind]} · {exercise.minutes} {words.minutes} · "
            f"{words.strength} {exercise.strength} ({words.strengths[exercise.strength - 1]})"
        )
        yield Text(" · ".join(locale.moments[moment] for moment in exercise.moments))
        yield Text(" · ".join(locale.settings[setting] for setting in exercise.settings))

    def _body(self, exercise: Exercise) -> Iterator[RenderableType]:
        words = self._words
        yield from self._part(words.good_for, exercise.good_for)
        yield from self._part(words.leave_if, exercise.leave_if)
        if exercise.safety:
            yield from self._part(words.safety, exercise.safety)
        yield from self._part(words.before, exercise.before.choice, exercise.before.grounding)
        yield from self._steps(exercise.steps)
        yield from self._part(words.example, exercise.example.text)
        yield from self._blocks(exercise.blocks)
        yield from self._part(words.too_much, exercise.too_much)
        yield from self._part(words.share, exercise.share)
        yield from self._part(words.bring, exercise.bring)
        yield ""
        yield self._prose(exercise.close)

    def _short(self, short: Short) -> Iterator[RenderableType]:
        yield from self._divider(self._words.short_variant)
        yield Text(short.title, "bold")
        yield ""
        yield self._prose(short.purpose)
        yield Text(f"{short.minutes} {self._words.minutes}")
        yield from self._part(self._words.before, short.choice)
        yield from self._steps(short.steps)
        yield from self._blocks(short.blocks)
        yield from self._part(self._words.too_much, short.too_much)
        yield ""
        yield self._prose(short.close)

    def _notes(self, exercise: Exercise, notes: Notes) -> Iterator[RenderableType]:
        words = self._locale.notes
        yield from self._divider(words.title)
        yield from self._part(words.why, notes.why, before=False)
        yield from self._part(words.introduce, notes.introduce)
        for heading, items in (
            (words.watch_for, notes.watch_for),
            (words.not_for, notes.not_for),
            (words.review, notes.review),
            (words.needs, exercise.needs),
            (words.next, exercise.next),
            (words.frameworks, notes.frameworks),
            (words.sources, notes.sources),
        ):
            yield from self._list(heading, items)

    def _provenance(self, provenance: Provenance) -> Iterator[RenderableType]:
        yield from self._divider("Provenance")
        yield from self._list("From", provenance.seeds, before=False)
        yield from self._list("Ideas", provenance.ideas)
        reviewed = f"reviewed {provenance.reviewed_on}" if provenance.reviewed_on else "not yet reviewed"
        yield ""
        yield Text(f"Written {provenance.written_on} · {reviewed} · {provenance.licence}")

    def _steps(self, steps: Sequence[str]) -> Iterator[RenderableType]:
        if steps:
            yield ""
            yield Text(self._words.steps, "bold")
            yield Padding(_numbered([self._prose(step) for step in steps]), (0, 0, 0, 2))

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[RenderableType]:
        yield ""
        yield Text("Prompts", "bold")
        yield Padding(_numbered([self._block(block) for block in blocks]), (0, 0, 0, 2))

    def _block(self, block: Block) -> RenderableType:
        space = room(block)
        parts: list[RenderableType] = [Text(block.label, "bold"), Text(space.measures, "dim")]
        if isinstance(block, Passage):
            parts.append(self._prose(block.text))
        else:
            parts.append(self._prose(block.prompt))
            parts += [self._prose(block.hint)] if block.hint else []
        parts += [_hung("- ", self._prose(item)) for item in space.items]
        return Group(*parts)

    def _part(self, heading: str, *texts: str, before: bool = True) -> Iterator[RenderableType]:
        if before:
            yield ""
        yield Text(heading, "bold")
        for text in texts:
            yield Padding(self._prose(text), (0, 0, 0, 2))

    def _list(self, heading: str, items: Sequence[str], *, before: bool = True) -> Iterator[RenderableType]:
        if not items:
            return
        if before:
            yield ""
        yield Text(heading, "bold")
        for item in items:
            yield Padding(_hung("- ", self._prose(item)), (0, 0, 0, 2))

    def _divider(self, words: str) -> Iterator[RenderableType]:
        yield ""
        yield Text(f"── {words} ".ljust(60, "─"), "dim")
        yield ""

    def _prose(self, text: str) -> Markdown:
        """Set a text; a value shows as what its blank is called."""
        return Markdown(VALUE.sub(self._unfilled, text), hyperlinks=False)

    def _unfilled(self, value: re.Match[str]) -> str:
        name = value["name"]
        label = self._locale.values.get(name) or self._labels.get(name.removeprefix(SLOT), name)
        return value["otherwise"] or f"({label})"


def _numbered(parts: Sequence[RenderableType]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column()
    for number, part in enumerate(parts, start=1):
        grid.add_row(f"{number}.", part)
    return grid


def _hung(mark: str, part: RenderableType) -> Table:
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(mark, part)
    return grid
