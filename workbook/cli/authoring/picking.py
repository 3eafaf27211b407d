"""Put a workbook together by picking pages, in a talk at the terminal or from what was typed."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from workbook.cli.authoring.beginning import refuse_existing
from workbook.cli.findings import print_findings
from workbook.cli.looking.paper import print_page, table
from workbook.cli.looking.sheet import show
from workbook.cli.looking.shelf import Filter, marked_title, readable
from workbook.cli.project import find_library, find_project
from workbook.editorial.checking import judge
from workbook.errors import Diagnostic, FindingsError
from workbook.model.exercise import Exercise, Moment
from workbook.model.workbook import Entry, Workbook
from workbook.render.writing import write_atomically
from workbook.source.document import parse
from workbook.source.library import SUFFIXES, Library
from workbook.source.loading import build
from workbook.source.planning import in_good_order, plan, plan_text, slug_of
from workbook.source.schemas import schema
from workbook.source.shelves import EXERCISES, WORKBOOKS
from workbook.source.starters import require_name

MOST_COPIES = 31
_PICK = re.compile(r"(?P<page>[a-z0-9-]+)(:(?P<copies>\d{1,2}))?")


def compose(title: str | None, wanted: Filter, picks: Sequence[str], *, yes: bool) -> None:
    """Write ``workbooks/<title>.yaml`` with the pages that were picked, and say what to do next.

    Raises:
        FindingsError: the title is taken or cannot be a file's name, or the file cannot be written.
        click.UsageError: a page is not known, or nothing may be asked and something is missing.
    """
    library, asks = find_library(), sys.stdin.isatty() and not yes
    if not asks and not title:
        raise click.UsageError("Give a --title; there is nobody to ask.")
    if asks and title is None:
        click.echo("The title is printed on the cover, and names the file: leave a client's name out.")
        title = click.prompt("What is the workbook called?", default="Pages for you")
    path = _path(str(title))
    if picks:
        entries = [_entry(pick, library) for pick in picks]
    else:
        entries = _ask_pages(library, wanted) if asks else _all(library, wanted)
    made = plan(str(title), _once(entries), dt.date.today())
    warnings = _order(made, path, library)
    _summary(made, library)
    print_findings(warnings)
    if asks:
        click.confirm(f"Write {path.as_posix()}?", default=True, abort=True)
    write_atomically(find_project().folder / "schema" / "workbook.schema.json", schema("workbook").encode())
    write_atomically(path, plan_text(made).encode())
    click.echo(f"{path.as_posix()} is yours. Notes, days and copies can be written into it. Then:")
    click.echo(f"  workbook build {made.id}")


def _path(title: str) -> Path:
    """Return where the workbook goes, if it can go there."""
    name = slug_of(title)
    require_name("workbook", name or title)
    path = find_project().folder / WORKBOOKS.folder / f"{name}.yaml"
    for suffix in SUFFIXES:
        refuse_existing(path.with_suffix(suffix))
    return path


def _entry(pick: str, library: Library) -> Entry:
    match = _PICK.fullmatch(pick)
    if match is None or not 1 <= int(match["copies"] or 1) <= MOST_COPIES:
        raise click.UsageError(f"{pick!r} is no page; write ID or ID:COPIES, {MOST_COPIES} at most.")
    library.exercise(match["page"])
    return Entry(exercise=match["page"], copies=int(match["copies"] or 1))


def _once(entries: Sequence[Entry]) -> list[Entry]:
    """Return each page once, where it was picked first."""
    return list({entry.exercise: entry for entry in reversed(entries)}.values())[::-1]


def _fitting(library: Library, wanted: Filter) -> list[Exercise]:
    found, _ = readable(library, EXERCISES)
    return in_good_order(loaded.value for loaded in found if wanted.fits(loaded.value))


def _all(library: Library, wanted: Filter) -> list[Entry]:
    if wanted == Filter():
        raise click.UsageError("Say which pages: --pick, --need, --kind, --max-minutes, --max-strength.")
    found = [Entry(exercise=exercise.id) for exercise in _fitting(library, wanted)]
    if not found:
        raise click.UsageError("No page fits. Ask for less.")
    return found


def _ask_pages(library: Library, wanted: Filter) -> list[Entry]:
    """Ask for a need where none was typed, then for pages out of those that fit."""
    if wanted.moment is None:
        wanted = replace(wanted, moment=_ask_need(library))
    pages = _fitting(library, wanted)
    if not pages:
        raise click.UsageError("No page fits. Ask for less.")
    rows = [
        (str(number), marked_title(library.exercise(e.id)), str(e.minutes), str(e.strength), e.purpose)
        for number, e in enumerate(pages, start=1)
    ]
    headings = ("No", "Page", "Min", "Str", "What it is for")
    print_page(table(headings, rows, ("Page", "What it is for"), ("No", "Min", "Str")), "")
    click.echo("Which pages, in which order? For instance: 3, 1, 7   With copies: 7:5   To look at one: ?3")
    while True:
        answer = click.prompt("Pages").strip()
        if (number := _number(answer.removeprefix("?"), pages)) and answer.startswith("?"):
            show(pages[number - 1].id, None)
        elif entries := _numbered(answer, pages):
            return entries
        else:
            click.echo(f"Type numbers from 1 to {len(pages)}, with commas between them.")


def _ask_need(library: Library) -> str | None:
    words = library.locale(library.practice.language).value.moments
    click.echo("What is it for?")
    for number, moment in enumerate(Moment, start=1):
        click.echo(f"  {number}  {words[moment]}")
    click.echo("  0  Show me all pages")
    number = click.prompt("Number", type=click.IntRange(0, len(Moment)), default=0)
    return list(Moment)[number - 1].value if number else None


def _number(words: str, pages: Sequence[Exercise]) -> int:
    return int(words) if words.isdecimal() and 1 <= int(words) <= len(pages) else 0


def _numbered(answer: str, pages: Sequence[Exercise]) -> list[Entry]:
    """Return the pages that an answer names; none where a part of it names no page."""
    entries = []
    for part in re.split(r"[,\s]+", answer.strip(" ,")):
        page, _, copies = part.partition(":")
        number, count = _number(page, pages), int(copies) if copies.isdecimal() else 1
        if not number or not 1 <= count <= MOST_COPIES or (":" in part and not copies.isdecimal()):
            return []
        entries.append(Entry(exercise=pages[number - 1].id, copies=count))
    return entries


def _order(made: Workbook, path: Path, library: Library) -> list[Diagnostic]:
    """Return what the house rules say of a plan before it is written, each where it will stand."""
    loaded = build(parse(path, plan_text(made)), Workbook)
    try:
        return list(judge(loaded, library, dt.date.today()))
    except FindingsError as error:
        return list(error.findings)


def _summary(made: Workbook, library: Library) -> None:
    minutes = 0
    click.echo(f"\n{made.title}")
    for number, entry in enumerate(made.entries(), start=1):
        exercise = library.exercise(entry.exercise).value
        minutes += exercise.minutes * entry.copies
        copies = f", {entry.copies} copies" if entry.copies > 1 else ""
        click.echo(f"  {number:>2}  {exercise.title} ({exercise.minutes} minutes{copies})")
    click.echo(f"About {minutes} minutes in all.")
