"""Begin a practice folder: three questions, a dozen small files, and what to do next."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import click

from workbook.cli.authoring.beginning import refuse_existing
from workbook.errors import FindingsError, shown_path
from workbook.model.crisis import CrisisCountry
from workbook.render.writing import prepare_destination, write_atomically
from workbook.source.countries import all_of
from workbook.source.files import read_text
from workbook.source.library import Library
from workbook.source.practice_folder import PRACTICE_FILE
from workbook.source.shelves import CRISIS
from workbook.source.starters import Founding, practice_folder

_PRIVATE = 0o700
_FOLDERS = {
    "exercises": "exercises of your own",
    "workbooks": "workbooks of your own",
    "changes": "your changes to exercises that came with the program",
    "templates": "a look of your own; most practices need none",
    "clients": "what belongs to one client; Git leaves it out",
}


def found(folder: Path, given: Founding, *, ask: bool) -> None:
    """Make a practice folder and say what to do next; ``ask`` for what was not given.

    Files that are there already stay as they are.

    Raises:
        FindingsError: there is a practice already, an answer cannot be used, or nothing can be written there.
    """
    file = folder / PRACTICE_FILE
    refuse_existing(file, "This is a practice folder already; it is left as it is.")
    prepare_destination(file)
    founding = _asked(given) if ask else replace(given, countries=_countries(given.countries))
    clients = folder / "clients"
    files = practice_folder(founding)
    prepare_destination(clients / "README.md")
    clients.chmod(_PRIVATE)
    for name, text in files.items():
        path = folder / name
        if not os.path.lexists(path):
            write_atomically(path, text.encode())
        elif name == ".gitignore":
            _complete(path, text)
    _say_next(folder)


def _asked(given: Founding) -> Founding:
    """Ask for what was not given."""
    click.echo(
        "Three questions. Enter leaves one open; practice.yaml keeps the answers, for you to change.\n"
    )
    if not given.name:
        given = _answer(given, "name", "What is your practice called?")
    if not given.therapist:
        given = _answer(given, "therapist", "What is your name, as clients know you?")
    if given.countries:
        return replace(given, countries=_countries(given.countries))
    click.echo("In which country do your clients live? Its crisis lines are printed on your pages.")
    countries = _all_countries()
    for country in countries:
        click.echo(f"  {country.id:<4}{country.name}")
    whole = {country.name.lower(): country.id for country in countries}
    while True:
        typed = click.prompt(
            "Its short name (for several, a space between):",
            default="",
            show_default=False,
            prompt_suffix=" ",
        ).strip()
        try:
            names = [whole[typed.lower()]] if typed.lower() in whole else re.split(r"[\s,]+", typed)
            return replace(given, countries=_countries(names))
        except FindingsError as error:
            _complain(error)


def _answer(given: Founding, key: str, question: str) -> Founding:
    """Ask until the answer can be printed."""
    while True:
        typed = click.prompt(question, default="", show_default=False, prompt_suffix=" ").strip()
        answered = replace(given, name=typed) if key == "name" else replace(given, therapist=typed)
        try:
            answered.text()
        except FindingsError as error:
            _complain(error)
        else:
            return answered


def _countries(names: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Return the countries' ids, each once.

    Raises:
        FindingsError: R003, there is no such country.
    """
    wanted = tuple(dict.fromkeys(name.lower() for name in names if name))
    library = Library.stock()
    known = all_of(library.ids(CRISIS))
    hint = f"There are {', '.join(known)}."
    lost = [replace(library.lost(CRISIS, name, None), hint=hint) for name in wanted if name not in known]
    if lost:
        raise FindingsError(lost)
    return wanted


def _all_countries() -> list[CrisisCountry]:
    library = Library.stock()
    return [library.country(name).value for name in all_of(library.ids(CRISIS))]


def _complain(error: FindingsError) -> None:
    for finding in error.findings:
        click.echo(f"  {finding.message} {finding.hint}")


def _complete(path: Path, text: str) -> None:
    """Add to a file of Git's what it lacks: what belongs to a client must not get into a history."""
    there = read_text(path)
    lacking = [line for line in text.splitlines() if line not in there.splitlines()]
    if lacking:
        write_atomically(path, "\n".join([there.rstrip("\n"), *lacking, ""]).lstrip("\n").encode())


def _say_next(folder: Path) -> None:
    place = shown_path(folder)
    click.echo(f"\nYour practice folder is ready{'' if place == '.' else f': {place}'}")
    click.echo(f"  {PRACTICE_FILE:<15}who you are, and how your files are made")
    for name, words in _FOLDERS.items():
        click.echo(f"  {name + '/':<15}{words}")
    click.echo("\nNow:")
    if place != ".":
        click.echo(f"  cd {place}")
    click.echo("  workbook build speaking-up")
    click.echo(f"\nThen open {PRACTICE_FILE} in an editor: your telephone number, your logo, your colours.")
