"""``workbook client list``."""

from __future__ import annotations

import click


@click.command("list")
def command() -> None:
    """List the codes of your clients, and nothing else of them.

    \b
    Examples:
      workbook client list
    """
    from workbook.cli.clients.beginning import list_clients

    list_clients()
