"""``workbook release``."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.completion import complete_editions
from workbook.cli.options import dest_option, json_option, quiet_option


@click.command("release")
@click.argument("edition", required=False, shell_complete=complete_editions)
@dest_option("The folder in which the release gets a folder of its own.", Path("releases"))
@click.option("--replace", is_flag=True, help="Put it in the place of another release of this version.")
@click.option(
    "--allow-unchecked", is_flag=True, help="Go on where a checker is missing, and say so in the release."
)
@click.option(
    "--verify",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Look at a finished release again: its sums and the checkers' verdicts.",
)
@quiet_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    edition: str | None,
    dest: Path,
    replace: bool,
    allow_unchecked: bool,
    folder: Path | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Make an edition ready for publishers: every form of it, checked and summed up.

    EDITION is the name of an edition. The release is a folder with the PDFs, the EPUB, the cover, a report
    to forward and checksums. It appears whole or not at all.

    \b
    Examples:
      workbook release speaking-up
      workbook release speaking-up --dest for-printers --replace
      workbook release --verify releases/speaking-up-1.0.0
    """
    if (edition is None) == (folder is None):
        raise click.UsageError("Name an edition to release, or a finished release with --verify.")
    if folder is not None:
        from workbook.cli.releasing.verifying import look_again

        ctx.exit(look_again(folder, quiet=quiet, as_json_object=as_json))
    from workbook.cli.releasing.making import make

    make(
        edition or "",
        dest,
        replace=replace,
        allow_unchecked=allow_unchecked,
        quiet=quiet,
        as_json_object=as_json,
    )
