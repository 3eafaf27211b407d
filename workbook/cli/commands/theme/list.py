"""``workbook theme list``."""

from __future__ import annotations

import click

from workbook.cli.options import json_option


@click.command("list")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@json_option
def command(words: tuple[str, ...], as_json: bool) -> None:
    """List the themes, yours and those that came with it.

    Words are looked for in name and title; all of them must be there.

    \b
    Examples:
      workbook theme list
      workbook theme list --json
    """
    from workbook.cli.theming.shelf import list_themes

    list_themes(words, as_json=as_json)
