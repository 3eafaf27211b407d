"""``workbook show``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_exercises
from workbook.cli.options import language_option


@click.command("show")
@click.argument("exercise", shell_complete=complete_exercises)
@language_option
def command(exercise: str, language: str | None) -> None:
    """Show an exercise in the terminal.

    All of it: the sheet, its two-minute page, the therapist's notes and where it comes from.
    EXERCISE is an id, or the path of a file.

    \b
    Examples:
      workbook show boundary-one-sentence
      workbook show exercises/mine.yaml
      workbook show boundary-one-sentence | less
    """
    from workbook.cli.looking.sheet import show

    show(exercise, language)
