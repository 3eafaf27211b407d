"""``workbook new``."""

from __future__ import annotations

import click


@click.command("new")
@click.argument("kind", type=click.Choice(["exercise", "workbook", "edition"]))
@click.argument("name", metavar="ID")
def command(kind: str, name: str) -> None:
    """Start a new exercise, workbook or edition.

    Writes exercises/ID.yaml, workbooks/ID.yaml or editions/ID.yaml, with notes on every line, and
    schema/*.schema.json, by which an editor completes and checks what you type. A file that is there
    already stays as it is.

    \b
    Examples:
      workbook new exercise my-page
      workbook new workbook my-workbook
      workbook new edition my-edition
    """
    from workbook.cli.authoring.beginning import begin

    begin(kind, name)
