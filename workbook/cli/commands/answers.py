"""``workbook answers``."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.options import json_option


@click.command("answers")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "csv"]),
    default="yaml",
    show_default=True,
    help="To read, or for a spreadsheet.",
)
@click.option("--all", "everything", is_flag=True, help="Those that were left empty too.")
@json_option
def command(file: Path, form: str, everything: bool, as_json: bool) -> None:
    """Print what a client has filled in.

    FILE is a PDF that was made with --fillable, filled in on a screen, and saved. Nothing of it is kept:
    what is printed goes to your screen, or into the file that you name after the sign `>`.

    \b
    Examples:
      workbook answers boundary-one-sentence-fillable.pdf
      workbook answers filled.pdf --format csv > answers.csv
      workbook answers filled.pdf --all
    """
    from workbook.cli.looking.answers import show_answers

    show_answers(file, form, everything=everything, as_json=as_json)
