"""``workbook new``."""

from __future__ import annotations

import click


@click.command("new")
@click.argument("kind", type=click.Choice(["exercise", "workbook"]))
@click.argument("name", metavar="ID")
def command(kind: str, name: str) -> None:
    """Start a new exercise or workbook.

    Writes exercises/ID.yaml or workbooks/ID.yaml in this folder, with notes on every line, and
    schema/*.schema.json, by which an editor completes and checks what you type. A file that is there
    already stays as it is.

    \b
    Examples:
      workbook new exercise my-page
      workbook new workbook my-workbook
    """
    from workbook.cli.authoring.beginning import begin

    begin(kind, name)
