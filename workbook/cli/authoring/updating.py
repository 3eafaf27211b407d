"""Go through changes whose exercises have moved on, and ask what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from rich.text import Text

from workbook.cli.authoring.editors import write
from workbook.cli.findings import print_findings
from workbook.cli.looking.difference import aligned, beside, words
from workbook.cli.looking.paper import print_page
from workbook.cli.project import find_library, find_project
from workbook.errors import Diagnostic, ExitCode, FindingsError, shown_path
from workbook.model.exercise import Exercise
from workbook.render.writing import write_atomically
from workbook.source.changes.addresses import value_at
from workbook.source.changes.against import Lost
from workbook.source.changes.reading import read_change
from workbook.source.changes.staleness import Moved, unlike
from workbook.source.document import Document, Plain, parse
from workbook.source.files import read_text
from workbook.source.library import Library
from workbook.source.loading import Loaded
from workbook.source.revising.updating import Answer, Ask, Choice, bring_up_to_date, keep_yours
from workbook.source.shelves import CHANGES, EXERCISES

_DONE = {
    Choice.KEEP: "kept",
    Choice.TAKE: "taken from the exercise",
    Choice.EDIT: "written anew",
    Choice.RENAME: "put in its new place",
    Choice.LATER: "left for later",
    Choice.BY_HAND: "to be taken out by hand, because something else is on its line",
}


def update(name: str | None, *, asks: bool) -> ExitCode:
    """Bring one change up to date, or all, and say what was done.

    Raises:
        FindingsError: there is no such exercise, or a file cannot be written.
    """
    library, found, seen = find_library(), list[Diagnostic](), 0
    for path in _files(library, name):
        seen += 1
        try:
            found += _update(path, library, asks=asks)
        except FindingsError as error:
            found += error.findings
    if not seen:
        click.echo(f"Nothing changes {name}." if name else "No exercise is changed here.")
    print_findings(dict.fromkeys(found))
    return ExitCode.FINDINGS if found else ExitCode.OK


def _files(library: Library, name: str | None) -> Iterator[Path]:
    """Yield the files that change or extend an exercise."""
    root = find_project().root
    if name is not None:
        change = library.change(name)
        yield from () if change is None else (change.path,)
    elif root is not None:
        mine = Library([root])
        yield from (path for each in mine.ids(CHANGES) if (path := mine.path(CHANGES, each)))
        yield from (
            path
            for each in mine.ids(EXERCISES)
            if (path := mine.path(EXERCISES, each)) and _extends(path, library)
        )


def _extends(path: Path, library: Library) -> bool:
    try:
        return "extends" in parse(path, read_text(path, library.roots)).data
    except FindingsError:
        return False  # not even YAML; `workbook check` says so


def _update(path: Path, library: Library, *, asks: bool) -> tuple[Diagnostic, ...]:
    """Bring one file up to date; return what is still wrong with it."""
    document = parse(path, read_text(path, library.roots))
    before = library.changes.base(read_change(document))
    done = bring_up_to_date(document, before, _asker(before) if asks else keep_yours)
    if done.text != document.text:
        write_atomically(path, done.text.encode())
    parts = [f"{count} {_DONE[choice]}" for choice, count in done.done.items()]
    if not parts:
        parts = ["nothing had changed beside yours" if done.text != document.text else "up to date"]
    click.echo(f"{shown_path(path)}: {', '.join(parts)}.")
    return done.wrong


def _asker(before: Loaded[Exercise]) -> Ask:
    def ask(document: Document, question: Moved | Lost) -> Answer:
        if isinstance(question, Lost):
            return _ask_place(document, question, before)
        return _ask_words(document, question)

    return ask


def _ask_words(document: Document, question: Moved) -> Answer:
    touch = question.touch
    if touch.aside:
        was, rows = question.was, [("now", Text(words(touch.now)))]
    elif touch.left_out:
        was, now = unlike(question.was, touch.now)
        rows = [("now", Text(words(now))), ("yours", Text("(left out)"))]
    else:
        was, (new, yours) = question.was, beside(touch.now, touch.yours)
        rows = [("now", new), ("yours", yours)]
    if question.known:
        rows.insert(0, ("was", Text(words(was))))
    _head(document.span(touch.location).shown(), touch.address)
    print_page(aligned(rows))
    if not question.known:
        click.echo("  What it was when you wrote yours is not known.")
    choices = {"k": Choice.KEEP, "t": Choice.TAKE, "e": Choice.EDIT, "l": Choice.LATER}
    advice = "k keep yours, t take the new words, e write others, l later"
    if touch.aside:
        choices, advice = {"k": Choice.KEEP, "l": Choice.LATER}, "k keep yours, l later"
    elif not isinstance(touch.yours, str):
        del choices["e"]
        advice = advice.replace(" e write others,", "")
    choice = choices[_prompt(advice, choices)]
    return Answer(choice, write(str(touch.yours)) if choice is Choice.EDIT else None)


def _ask_place(document: Document, lost: Lost, before: Loaded[Exercise]) -> Answer:
    """Ask about words that have no place; what is safe to take out is taken out, and stays as a comment."""
    if lost.safe:
        return Answer(Choice.TAKE)
    _head(document.span(lost.location).shown(), f"{before.value.id} no longer has this")
    rows = [("yours", Text(words(_at(document, lost))))]
    choices = {"t": Choice.TAKE, "l": Choice.LATER}
    advice = "t take it out (it stays as a comment), l later"
    if lost.like is not None:
        choices = {"r": Choice.RENAME, **choices}
        advice = f"r put it to `{lost.like}`, {advice}"
        blocks = "short.blocks" if lost.location[0] == "short_blocks" else "blocks"
        there = value_at(before.document.data, f"{blocks}.{lost.like}")
        rows.append((lost.like, Text(words(there))))
    print_page(aligned(rows))
    choice = choices[_prompt(advice, choices)]
    return Answer(choice, lost.like if choice is Choice.RENAME else None)


def _head(place: str, about: str) -> None:
    click.echo(f"\n{click.style(place, bold=True)}  {about}")


def _prompt(advice: str, choices: dict[str, Choice]) -> str:
    click.echo(f"  {advice}")
    answer: str = click.prompt("  ", type=click.Choice(list(choices)), default=next(iter(choices)))
    return answer


def _at(document: Document, lost: Lost) -> Plain:
    value: Plain = document.data
    for part in lost.location[:2]:
        value = value[part]  # type: ignore[index]
    return value
