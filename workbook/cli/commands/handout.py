"""``workbook handout``."""

from __future__ import annotations

import click

from workbook.cli.clients.options import personal_options
from workbook.cli.completion import complete_exercises
from workbook.cli.making.wishes import Wishes
from workbook.cli.options import (
    archive_option,
    country_option,
    fillable_option,
    language_option,
    making_options,
)


@click.command("handout")
@click.argument(
    "exercises", nargs=-1, required=True, metavar="EXERCISE...", shell_complete=complete_exercises
)
@click.option(
    "--variant",
    type=click.Choice(["full", "short"]),
    default="full",
    show_default=True,
    help="The whole sheet, or its two-minute page.",
)
@country_option
@language_option
@making_options
@fillable_option
@archive_option
@personal_options
def command(
    exercises: tuple[str, ...],
    variant: str,
    countries: tuple[str, ...],
    language: str | None,
    wishes: Wishes,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make a PDF of each exercise named, alone.

    EXERCISE is an exercise's id, or the path of its file; `workbook list` shows the ids.
    Crisis lines stand in the foot of every page: those of your practice's countries, or else of all,
    unless you name some.

    \b
    Examples:
      workbook handout boundary-one-sentence
      workbook handout bond-safe-enough trust-old-expectations --paper letter
      workbook handout boundary-one-sentence --variant short -c uk -c ie
      workbook handout exercises/mine.yaml --audience therapist
      workbook handout boundary-one-sentence --client c-7f3h-j
    """
    from workbook.render.presses import load_ahead

    load_ahead()

    from workbook.cli.making.handouts import plan_handouts
    from workbook.cli.making.production import produce

    plan = plan_handouts(exercises, variant, countries, language, wishes)
    produce(plan, quiet=quiet, as_json_object=as_json)
