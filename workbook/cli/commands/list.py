"""``workbook list``."""

from __future__ import annotations

import click

from workbook.cli.options import json_option, one_of
from workbook.model.exercise import Kind, Moment, Setting

SHELVES = ("exercises", "workbooks")


@click.command("list")
@click.argument("what", nargs=-1, metavar="[exercises|workbooks] [WORD]...")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    metavar="KIND",
    help=one_of(Kind),
)
@click.option(
    "--moment",
    type=click.Choice([moment.value for moment in Moment]),
    metavar="MOMENT",
    help=one_of(Moment),
)
@click.option(
    "--setting",
    type=click.Choice([setting.value for setting in Setting]),
    metavar="PLACE",
    help=one_of(Setting),
)
@click.option(
    "--strength",
    type=click.Choice(["1", "2", "3"]),
    help="1 light, 2 deeper, 3 to be started in a session.",
)
@click.option("--max-minutes", type=int, metavar="N", help="What takes no longer than that.")
@click.option("--seed", metavar="NAME", help="What comes from a source text; its first letters.")
@json_option
def command(
    what: tuple[str, ...],
    kind: str | None,
    moment: str | None,
    setting: str | None,
    strength: str | None,
    max_minutes: int | None,
    seed: str | None,
    as_json: bool,
) -> None:
    """List exercises or workbooks.

    Words are looked for in id, title and purpose; all of them must be there.

    \b
    Examples:
      workbook list
      workbook list sentence
      workbook list --kind boundary-rehearsal --max-minutes 20
      workbook list --moment when-it-hurts --strength 1
      workbook list --seed 000 --json
      workbook list workbooks
    """
    from workbook.cli.looking.shelf import Filter, list_exercises, list_workbooks

    if what[:1] == ("themes",):
        raise click.UsageError("Themes are listed by `workbook theme list`.")
    shelf, words = (what[0], what[1:]) if what and what[0] in SHELVES else ("exercises", what)
    wanted = Filter(words, kind, seed, int(strength) if strength else None, max_minutes, moment, setting)
    if shelf == "exercises":
        list_exercises(wanted, as_json=as_json)
    elif wanted != Filter(words):
        raise click.UsageError(f"These options choose among exercises; `list {shelf}` takes only words.")
    else:
        list_workbooks(words, as_json=as_json)
