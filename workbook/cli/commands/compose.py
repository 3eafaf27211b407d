"""``workbook compose``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_exercises
from workbook.cli.options import one_of
from workbook.model.exercise import Kind, Moment


@click.command("compose")
@click.option("--title", metavar="WORDS", help="What the workbook is called.")
@click.option(
    "--need",
    "moment",
    type=click.Choice([moment.value for moment in Moment]),
    metavar="MOMENT",
    help=one_of(Moment, "Pages for"),
)
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), metavar="KIND", help=one_of(Kind))
@click.option("--max-minutes", type=click.IntRange(min=1), metavar="N", help="Pages that take no longer.")
@click.option("--max-strength", type=click.IntRange(1, 3), metavar="1-3", help="Pages that are no stronger.")
@click.option(
    "--pick",
    "picks",
    multiple=True,
    metavar="ID[:COPIES]",
    shell_complete=complete_exercises,
    help="This page; may be repeated, and the order counts.",
)
@click.option("--yes", is_flag=True, help="Ask nothing: without --pick, take all pages that fit.")
def command(
    title: str | None,
    moment: str | None,
    kind: str | None,
    max_minutes: int | None,
    max_strength: int | None,
    picks: tuple[str, ...],
    yes: bool,
) -> None:
    """Put a workbook together by picking pages.

    Asks for what you have not typed: a title, what the client needs, which pages in which order. Writes
    workbooks/TITLE.yaml, which you can change afterwards. Nothing is written before you say yes.

    \b
    Examples:
      workbook compose
      workbook compose --need before-a-hard-talk --max-minutes 20
      workbook compose --title "This week" --pick journal-courage-log:7 --yes
    """
    from workbook.cli.authoring.picking import compose
    from workbook.cli.looking.shelf import Filter

    wanted = Filter(kind=kind, max_minutes=max_minutes, moment=moment, max_strength=max_strength)
    compose(title, wanted, picks, yes=yes)
