"""``workbook inspect``."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.clients.options import password_option
from workbook.cli.completion import complete_clients
from workbook.cli.options import json_option


@click.command("inspect")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--client",
    "typed",
    metavar="CODE",
    shell_complete=complete_clients,
    help="Whose words to look for.  [default: the code in FILE's name]",
)
@password_option
@json_option
def command(file: Path, typed: str | None, password_file: Path | None, as_json: bool) -> None:
    """Say what in a PDF or EPUB could tell who it is for.

    Names its data, dates, codes, attachments and answers, and where your practice's details and the client's
    own words stand. Those words are never printed, only which of them they are.

    \b
    Examples:
      workbook inspect dist/speaking-up-c-7f3h-j.pdf
      workbook inspect dist/speaking-up.epub --json
    """
    from workbook.cli.clients.inspecting import inspect_file

    inspect_file(file, typed, password_file, as_json_object=as_json)
