"""Check files and report what was found, for a person or for a program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path

import click
from rich.table import Table

from workbook.cli.editions import edition_findings
from workbook.cli.findings import FORMATS, as_json, print_findings
from workbook.cli.looking.paper import print_page, table
from workbook.cli.project import choose_theme, find_library, find_project
from workbook.cli.theming.checking import FOLDER, check_themes, theme_files, theme_of
from workbook.compose.proof import proof_tokens
from workbook.editorial.checking import Checked, check
from workbook.editorial.statistics import Statistics
from workbook.errors import Diagnostic, ExitCode, FindingsError, Severity
from workbook.source.library import Library
from workbook.source.practice_folder import PRACTICE_FILE


def check_and_report(paths: Sequence[Path], shape: str, *, strict: bool, stats: bool = False) -> ExitCode:
    """Print all findings and return what the command ends with.

    ``strict`` lets warnings count; ``stats`` adds each exercise's figures, for a person and in JSON.
    """
    library = find_library()
    findings, exercises, looked_at = _look(paths, library)
    files = len(looked_at)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    if shape == "json":
        figures = {"exercises": [entry._asdict() for entry in exercises]} if stats else {}
        click.echo(as_json(findings, files=files, errors=errors, warnings=warnings, **figures))
    elif shape == "human":
        print_findings(findings)
        if stats and exercises:
            print_page(_figures(exercises), "")
        click.echo(summary(files, errors, warnings))
    else:
        _print_lines(findings, shape)
    return ExitCode.FINDINGS if errors or (strict and warnings) else ExitCode.OK


def _look(paths: Sequence[Path], library: Library) -> Checked:
    """Return what is found about content, themes, the practice's own looks and finished books."""
    books = [path for path in paths if path.suffix.lower() == ".epub" and not path.is_dir()]
    content = [path for path in paths if theme_of(path) is None and path not in books]
    nothing = Checked((), (), frozenset())
    found, exercises, files = check(content, library, dt.date.today()) if content or not paths else nothing
    themes = paths or [find_project().folder / FOLDER]
    found = (*found, *check_themes(themes), *_of_looks(library, files), *edition_findings(files))
    files |= {file.absolute() for path in themes for file in theme_files(path)}
    if books:
        from workbook.prepress.epub import preflight_epub  # late: it loads what reads fonts and pictures

        found = (*found, *(finding for book in books for finding in preflight_epub(book)))
        files |= {book.absolute() for book in books}
    return Checked(tuple(sorted(set(found), key=Diagnostic.sort_key)), exercises, files)


def summary(files: int, errors: int, warnings: int) -> str:
    """Return one line about all of it."""
    looked_at = _counted(files, "file")
    if not errors and not warnings:
        return f"{looked_at}, no mistakes." if files else "There is no file to check."
    parts = [_counted(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
    return f"{', '.join(parts)} in {looked_at}."


def _print_lines(findings: Sequence[Diagnostic], shape: str) -> None:
    for finding in findings:
        click.echo(FORMATS[shape](finding))


def _figures(exercises: Sequence[Statistics]) -> Table:
    headings = ("Exercise", "Grade", "Notes", "Minutes", "Answers")
    rows = [
        (e.id, f"{e.grade:.1f}", f"{e.notes_grade:.1f}", str(e.minutes), str(e.answers)) for e in exercises
    ]
    return table(headings, rows, (), headings[1:])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _of_looks(library: Library, files: Collection[Path]) -> list[Diagnostic]:
    """Return what is wrong with how the practice wants its pages to look, if its file was looked at."""
    if library.practice_folder is None or library.practice_folder / PRACTICE_FILE not in files:
        return []
    try:
        _ = library.practice
    except FindingsError:  # said already
        return []
    try:
        return proof_tokens(choose_theme(None))
    except FindingsError as error:
        return list(error.findings)
