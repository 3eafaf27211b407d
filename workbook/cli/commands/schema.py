"""``workbook schema``."""

from __future__ import annotations

import click

KINDS = {
    "exercise": "exercises/*.yaml",
    "change": "changes/*.yaml",
    "workbook": "workbooks/*.yaml",
    "crisis": "crisis/*.yaml",
    "locale": "locale/*.yaml",
    "edition": "editions/*.yaml",
    "client": "clients/*.yaml",
    "practice": "practice.yaml",
}
"""Each kind of file, and where such files lie."""


@click.command("schema")
@click.argument("kind", required=False, metavar="[KIND]", type=click.Choice(list(KINDS)))
def command(kind: str | None) -> None:
    """Print the JSON Schema of a kind of file.

    Without KIND the kinds are listed.

    An editor that knows YAML completes and checks a file whose first line names its schema:

    \b
      # yaml-language-server: $schema=../schema/exercise.schema.json

    \b
    Examples:
      workbook schema
      workbook schema exercise > schema/exercise.schema.json
    """
    if kind is None:
        for name, files in KINDS.items():
            click.echo(f"{name:<10}{files}")
        return
    from workbook.source.schemas import schema

    click.echo(schema(kind), nl=False)
