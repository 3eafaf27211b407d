"""``workbook client new``."""

from __future__ import annotations

import click


@click.command("new")
@click.option(
    "--called",
    metavar="NAME",
    prompt="Called",
    prompt_required=False,
    help="What the client is called; asked for if you give no NAME.",
)
def command(called: str | None) -> None:
    """Start a client's file, under a code.

    Writes clients/CODE.yaml in your practice folder, which only you can open. The code is random. Its last
    sign checks the others, so that a mistyped code is noticed.

    \b
    Examples:
      workbook client new
      workbook client new --called
    """
    from workbook.cli.clients.beginning import begin_client

    begin_client(called)
