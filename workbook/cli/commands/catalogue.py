"""``workbook catalogue``."""

from __future__ import annotations

import click

from workbook.cli.making.wishes import Wishes
from workbook.cli.options import making_options


@click.command("catalogue")
@making_options
def command(wishes: Wishes, quiet: bool, as_json: bool) -> None:
    """Make a catalogue of all exercises, with pictures.

    It is written twice: catalogue.pdf to print, catalogue.html to look through on a screen.

    \b
    Examples:
      workbook catalogue
      workbook catalogue --paper letter --dest print
    """
    from workbook.cli.making.catalogue import plan_catalogue
    from workbook.cli.making.production import produce

    produce(plan_catalogue(wishes), quiet=quiet, as_json_object=as_json)
