"""``workbook purge``."""

from __future__ import annotations

import click

from workbook.cli.completion import complete_clients


@click.command("purge")
@click.argument("code", shell_complete=complete_clients)
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(code: str, yes: bool) -> None:
    """Remove a client's file and all that was made for the client.

    What was made and is no longer where it was is named, not looked for elsewhere. Copies, printed pages and
    backups are yours to remove.

    \b
    Examples:
      workbook purge c-7f3h-j
    """
    from workbook.cli.clients.purging import purge

    purge(code, yes=yes)
