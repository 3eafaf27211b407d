"""``workbook build``."""

from __future__ import annotations

from dataclasses import replace

import click
from click.core import ParameterSource

from workbook.cli.clients.options import personal_options
from workbook.cli.completion import complete_editions, complete_workbooks
from workbook.cli.making.wishes import Wishes
from workbook.cli.options import archive_option, fillable_option, making_options
from workbook.compose.reader import Reader

_SETTLED = ("paper", "profile", "sides", "ink", "audience", "theme")
_ONE_PERSONS = {"typed": "client", "encrypt": "encrypt", "neutral_cover": "neutral-cover"}


@click.command("build")
@click.argument("workbook", required=False, shell_complete=complete_workbooks)
@click.option(
    "--edition",
    metavar="NAME",
    shell_complete=complete_editions,
    help="An edition instead of a workbook; its file says audience, paper and looks.",
)
@click.option(
    "--output",
    "-o",
    "outputs",
    type=click.Choice(["pdf", "epub"]),
    multiple=True,
    help="Make only this file.  [default: both]",
)
@click.option("--neutral-cover", is_flag=True, help="“My notes” as title, on the cover and everywhere.")
@making_options
@fillable_option
@archive_option
@personal_options
def command(
    workbook: str | None,
    edition: str | None,
    outputs: tuple[str, ...],
    neutral_cover: bool,
    wishes: Wishes,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make a workbook's PDF and EPUB, or an edition's.

    WORKBOOK is the name of one that comes with the program, or of yours, or the path of its file;
    `workbook list workbooks` shows the names.

    \b
    Examples:
      workbook build speaking-up
      workbook build speaking-up --output pdf --paper letter
      workbook build workbooks/mine.yaml --audience therapist --dest print
      workbook build --edition speaking-up
      workbook build speaking-up --client c-7f3h-j --neutral-cover --encrypt
      workbook build speaking-up --json
    """
    from workbook.render.presses import load_ahead

    _refuse_contradiction(workbook, edition, wishes.reader)
    wishes = replace(wishes, reader=replace(wishes.reader, neutral=neutral_cover))
    if outputs != ("epub",):
        load_ahead()

    from workbook.cli.making.books import plan_book
    from workbook.cli.making.editions import plan_edition
    from workbook.cli.making.production import produce

    if edition is not None:
        plan = plan_edition(edition, outputs, wishes.dest)
    else:
        plan = plan_book(workbook or "", outputs, wishes)
    produce(plan, quiet=quiet, as_json_object=as_json)


def _refuse_contradiction(workbook: str | None, edition: str | None, reader: Reader) -> None:
    """Take a workbook or an edition; what an edition's file settles cannot be said again.

    Raises:
        click.UsageError: neither is named, or both are, or an option says what the edition's file says.
    """
    if (workbook is None) == (edition is None):
        raise click.UsageError("Name a workbook, or an edition with --edition.")
    ctx = click.get_current_context()
    for name in _SETTLED if edition is not None else ():
        if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"--{name} is settled by the edition's file; change it there.")
    for name in ("fillable", "archive") if edition is not None else ():
        if getattr(reader, name):
            raise click.UsageError(f"An edition is for print. Name its workbook with --{name} instead.")
    for name, option in _ONE_PERSONS.items() if edition is not None else ():
        if ctx.params.get(name) or ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"An edition is the same for everyone; --{option} goes with a workbook.")
