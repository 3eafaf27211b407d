"""``workbook edit``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_exercises


@click.command("edit")
@click.argument("exercise", shell_complete=complete_exercises)
@click.option("--no-open", is_flag=True, help="Only say where the file is.")
@click.pass_context
def command(ctx: click.Context, exercise: str, no_open: bool) -> None:
    """Change an exercise without a copy of it.

    Opens changes/EXERCISE.yaml in the editor that EDITOR names, and checks it when you close it. A new
    file has every line of the exercise in it, switched off: switch on what you want to have otherwise.

    \b
    Examples:
      workbook edit boundary-one-sentence
      workbook edit boundary-one-sentence --no-open
    """
    from workbook.cli.authoring.editing import edit

    ctx.exit(edit(exercise, opens=not no_open))
