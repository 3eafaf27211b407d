"""``workbook diff``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_exercises
from workbook.cli.options import json_option


@click.command("diff")
@click.argument("exercise", shell_complete=complete_exercises)
@json_option
def command(exercise: str, as_json: bool) -> None:
    """Show what you have otherwise in an exercise.

    Part by part: the original's words, and yours below them. What only one of the two has stands in
    brackets. EXERCISE is an id.

    \b
    Examples:
      workbook diff boundary-one-sentence
      workbook diff boundary-one-sentence --json
    """
    from workbook.cli.looking.difference import print_difference

    print_difference(exercise, as_json=as_json)
