"""``workbook theme new``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_themes


@click.command("new")
@click.argument("name", metavar="NAME")
@click.option(
    "--extends",
    default="calm",
    show_default=True,
    metavar="THEME",
    shell_complete=complete_themes,
    help="The theme that it changes.",
)
def command(name: str, extends: str) -> None:
    """Start a theme of your own.

    Writes templates/NAME/theme.yaml, which names every token with the value that it has now. A file that
    is there already stays as it is.

    \b
    Examples:
      workbook theme new quiet
      workbook theme new our-books --extends warm
    """
    from workbook.cli.theming.beginning import begin_theme

    begin_theme(name, extends)
