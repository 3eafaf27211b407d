"""List the themes."""

from __future__ import annotations

from collections.abc import Sequence

import click

from workbook.cli.findings import to_json
from workbook.cli.looking.paper import print_page, table
from workbook.cli.looking.shelf import has_words
from workbook.cli.project import find_themes
from workbook.cli.theming.places import STOCK, YOURS


def list_themes(words: Sequence[str], *, as_json: bool) -> None:
    """Print each theme's name, title and description, what it extends, and whose it is.

    Raises:
        FindingsError: a theme's file has mistakes.
    """
    themes = find_themes()
    found = [theme for theme in map(themes.find, themes.names()) if has_words(words, theme.name, theme.title)]
    rows = [
        (t.name, t.title, t.extends, YOURS if themes.is_own(t.folders[0]) else STOCK, t.description)
        for t in found
    ]
    if as_json:
        keys = ("name", "title", "extends", "from", "description")
        click.echo(to_json({"themes": [dict(zip(keys, row, strict=True)) for row in rows]}))
    elif rows:
        grid = table(("Name", "Title", "Extends", "From", "Description"), rows, ("Description",))
        print_page(grid, "", f"{len(rows)} theme{'' if len(rows) == 1 else 's'}.")
    else:
        click.echo("No theme fits. Ask for less.")
