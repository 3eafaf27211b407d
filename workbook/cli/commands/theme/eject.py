"""``workbook theme eject``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_templates
from workbook.cli.options import theme_option


@click.command("eject")
@click.argument("template", shell_complete=complete_templates)
@theme_option
def command(template: str, theme: str | None) -> None:
    """Copy a template into your folder, to change it.

    TEMPLATE is a template or a stylesheet as the theme uses it, such as sections/title-page.html.j2. The
    copy goes into templates/THEME, and is used from then on. A file that is there already stays as it is.

    \b
    Examples:
      workbook theme eject sections/title-page.html.j2
      workbook theme eject blocks/lines.html.j2 --theme quiet
    """
    from workbook.cli.theming.ejecting import eject

    eject(template, theme)
