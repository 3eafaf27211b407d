"""``workbook build``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_workbooks
from workbook.cli.making.wishes import Wishes
from workbook.cli.options import making_options


@click.command("build")
@click.argument("workbook", shell_complete=complete_workbooks)
@click.option(
    "--output",
    "-o",
    "outputs",
    type=click.Choice(["pdf", "epub"]),
    multiple=True,
    help="Make only this file.  [default: both]",
)
@making_options
def command(
    workbook: str,
    outputs: tuple[str, ...],
    wishes: Wishes,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make a workbook's PDF and EPUB.

    WORKBOOK is the name of one that comes with the program, or of yours, or the path of its file;
    `workbook list workbooks` shows the names.

    \b
    Examples:
      workbook build speaking-up
      workbook build speaking-up --output pdf --paper letter
      workbook build workbooks/mine.yaml --audience therapist --dest print
      workbook build speaking-up --json
    """
    from workbook.cli.making.books import plan_book
    from workbook.cli.making.production import produce

    plan = plan_book(workbook, outputs, wishes)
    produce(plan, quiet=quiet, as_json_object=as_json)
