"""``workbook theme explain``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_themes
from workbook.cli.options import theme_option


@click.command("explain")
@click.argument("what", required=False, metavar="[THEME|FILE]", shell_complete=complete_themes)
@theme_option
def command(what: str | None, theme: str | None) -> None:
    """Say where a theme's tokens, or a template, come from.

    With the name of a THEME: each of its tokens, and the file and line that set it. With a FILE such as
    blocks/lines.html.j2: the folders in which it is looked for, and the one that has it. With neither: the
    tokens in use, those of your practice among them.

    \b
    Examples:
      workbook theme explain
      workbook theme explain calm
      workbook theme explain sections/title-page.html.j2
      workbook theme explain print.css --theme warm
    """
    from workbook.cli.theming.explaining import explain

    explain(what, theme)
