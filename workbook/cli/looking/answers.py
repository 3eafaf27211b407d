"""What a client has filled in, printed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbook.answers.gathering import gather
from workbook.answers.reading import read_form
from workbook.answers.writing import as_csv, as_yaml
from workbook.cli.findings import as_json as findings_as_json
from workbook.cli.findings import print_findings


def show_answers(file: Path, form: str, *, everything: bool, as_json: bool) -> None:
    """Print the answers of a filled PDF: YAML, CSV or JSON.

    Raises:
        FindingsError: the file has no answers to read.
    """
    found = read_form(file)
    answers = gather(found.fields, everything=everything)
    if as_json:
        click.echo(findings_as_json(found.findings, answers=answers))
        return
    print_findings(found.findings)
    if not answers and form == "yaml":
        click.echo("Nothing is filled in. `--all` shows what there is to fill in.", err=True)
        return
    _print(as_csv(found.fields, everything=everything) if form == "csv" else as_yaml(answers))


def _print(text: str) -> None:
    """Print to a terminal in its own letters, and to a file in UTF-8 whatever the terminal has."""
    click.echo(text if sys.stdout.isatty() else text.encode("utf-8"), nl=False)
