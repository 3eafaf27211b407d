"""``workbook init``."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.completion import complete_countries


@click.command("init")
@click.argument("folder", required=False, default=Path(), metavar="[DIR]", type=click.Path(path_type=Path))
@click.option("--name", default="", metavar="TEXT", help="The name of your practice.")
@click.option("--therapist", default="", metavar="TEXT", help="Your name.")
@click.option(
    "--country",
    "-c",
    "countries",
    multiple=True,
    metavar="ID",
    shell_complete=complete_countries,
    help="Where your clients live: us, uk, …; may be repeated.",
)
@click.option("--yes", "-y", is_flag=True, help="Ask nothing; what is not given is left open.")
def command(folder: Path, name: str, therapist: str, countries: tuple[str, ...], yes: bool) -> None:
    """Begin a practice folder.

    It asks three questions and makes, in DIR or in this folder, practice.yaml (who you are, and how your
    files are made) and folders for what is yours. Files that are there already stay as they are.

    \b
    Examples:
      workbook init my-practice
      workbook init oak-house --name "Oak House" --therapist "Your Name" -c uk
      workbook init --yes --country us
    """
    from workbook.cli.authoring.founding import found
    from workbook.source.starters import Founding

    given = Founding(name.strip(), therapist.strip(), countries)
    found(folder, given, ask=not (yes or (given.name and given.therapist and given.countries)))
