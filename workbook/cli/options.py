"""The options that several commands share, so that they read alike everywhere."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from workbook.cli.completion import complete_countries, complete_themes
from workbook.cli.findings import JSON_WANTED
from workbook.cli.making.wishes import Wishes
from workbook.compose.reader import Audience, Reader
from workbook.model.page import PAPERS, PROFILES, Ink, Sides, suits, wide_enough

Command = Callable[..., None]
Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def _want_json(ctx: click.Context, _option: click.Parameter, value: bool) -> bool:
    if value:
        ctx.meta[JSON_WANTED] = True
    return value


json_option = click.option(
    "--json", "as_json", is_flag=True, callback=_want_json, help="Print JSON, for a script to read."
)


def dest_option(help: str, default: Path | None = None) -> Callable[[Decorated], Decorated]:
    """Return the option that says where to write to; without a default, ``help`` says what happens."""
    return click.option(
        "--dest",
        "-d",
        type=click.Path(path_type=Path),
        default=default,
        show_default=default is not None,
        metavar="DIR",
        help=help,
    )


language_option = click.option(
    "--language",
    metavar="TAG",
    help="Language of the headings.  [default: your practice's, or en]",
)

quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print warnings and mistakes only.")

country_option = click.option(
    "--country",
    "-c",
    "countries",
    multiple=True,
    metavar="ID",
    shell_complete=complete_countries,
    help="Whose crisis lines: us, uk, …; may be repeated.",
)

fillable_option = click.option(
    "--fillable", is_flag=True, help="A PDF to type in on a screen. An EPUB stays as it is."
)
"""For what is filled in; stands under `making_options`, which takes it."""

archive_option = click.option(
    "--archive", is_flag=True, help="A PDF to keep for many years: PDF/A-2a besides PDF/UA-1."
)
"""For what is kept; stands under `making_options`, which takes it."""

theme_option = click.option(
    "--theme", metavar="NAME", shell_complete=complete_themes, help="Another look than usual."
)

_HELP_WIDTH = 48


def one_of(values: Iterable[str], words: str = "One of", default: str = "") -> str:
    """Return an option's help that lists its values.

    **Why** laid out here: Click would break a name like `in-session` at its hyphen, and none could be copied.
    """
    text = f"{words}: {', '.join(values)}." + (f"  [default: {default}]" if default else "")
    lines = textwrap.wrap(text, _HELP_WIDTH, break_on_hyphens=False)
    return "\n".join(["\b", *lines])


_MAKING = (
    dest_option("The folder to write to.", Path("dist")),
    click.option(
        "--paper",
        type=click.Choice(list(PAPERS)),
        metavar="PAPER",
        help=one_of(PAPERS, default="your practice's, or a4"),
    ),
    click.option(
        "--profile",
        type=click.Choice(list(PROFILES)),
        metavar="PROFILE",
        help=one_of(PROFILES, "Line spacing and letter size for", "your practice's, or standard"),
    ),
    click.option(
        "--sides",
        type=click.Choice([sides.value for sides in Sides]),
        help="For printing on both sides of the paper, or on one.  [default: your practice's, or double]",
    ),
    click.option(
        "--ink",
        type=click.Choice([ink.value for ink in Ink]),
        default=Ink.FULL.value,
        show_default=True,
        help="All colours, no tints, or black only.",
    ),
    click.option(
        "--audience",
        type=click.Choice([audience.value for audience in Audience]),
        default=Audience.CLIENT.value,
        show_default=True,
        help="The therapist's has notes.",
    ),
    theme_option,
    quiet_option,
    json_option,
)


def making_options(command: Command) -> Command:
    """Add what can be wished of any file that is made; the command takes it as its ``wishes``.

    What is not typed is as the practice has it: ``workbook/model/precedence.py`` has the rule.
    """

    @wraps(command)
    def gathered(*, dest: Path, theme: str | None, **others: Any) -> None:
        from workbook.cli.project import find_project

        usual = find_project().practice
        fillable, archive = others.pop("fillable", False), others.pop("archive", False)
        if fillable and archive:
            raise click.UsageError(
                "--archive and --fillable exclude each other: PDF/A keeps what is finished, "
                "and a form is not. Make one file with each."
            )
        reader = Reader(
            Audience(others.pop("audience")),
            PAPERS[others.pop("paper") or usual.paper],
            PROFILES[others.pop("profile") or usual.profile],
            Sides(others.pop("sides") or usual.sides),
            Ink(others.pop("ink")),
            fillable=fillable,
            archive=archive,
        )
        if not suits(reader.paper, reader.profile):
            raise click.UsageError(
                f"--profile {reader.profile.name} does not fit on {reader.paper.name}: its words need wider "
                f"lines. Choose another --paper: {', '.join(wide_enough(reader.profile))}."
            )
        command(wishes=Wishes(dest, reader, theme), **others)

    for option in reversed(_MAKING):
        gathered = option(gathered)
    return gathered
