"""``workbook update``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_exercises


@click.command("update")
@click.argument("exercise", required=False, metavar="[EXERCISE]", shell_complete=complete_exercises)
@click.option("--yes", "-y", is_flag=True, help="Ask nothing: keep yours wherever it has a place.")
@click.pass_context
def command(ctx: click.Context, exercise: str | None, yes: bool) -> None:
    """Go through your changes when the exercises have moved on.

    Shows, for each part that says something else now, what it was, what it is, and yours; you keep yours,
    take the new words, or write others. What is taken out stays in the file as a comment.

    \b
    Examples:
      workbook update
      workbook update boundary-one-sentence
      workbook update --yes
    """
    from workbook.cli.authoring.updating import update

    ctx.exit(update(exercise, asks=not yes))
