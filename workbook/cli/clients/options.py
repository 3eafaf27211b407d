"""The options for one client's own copy, and for keeping it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from workbook.cli.completion import complete_clients
from workbook.cli.making.wishes import Wishes

Command = Callable[..., None]

password_option = click.option(
    "--password-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A file whose first line is the password.",
)

_PERSONAL = (
    click.option(
        "--client",
        "typed",
        metavar="CODE",
        shell_complete=complete_clients,
        help="For one client, with the words of their file.",
    ),
    click.option("--print-name", is_flag=True, help="Print what the client is called on the first page."),
    click.option("--encrypt", is_flag=True, help="Lock the PDF with a password, which is asked for."),
    password_option,
)


def personal_options(command: Command) -> Command:
    """Add what makes a copy one client's own, and locks it; it becomes a part of the ``wishes``."""

    @wraps(command)
    def gathered(
        *,
        wishes: Wishes,
        typed: str | None,
        print_name: bool,
        encrypt: bool,
        password_file: Path | None,
        **others: Any,
    ) -> None:
        from workbook.cli.clients.choosing import for_client
        from workbook.cli.clients.passwords import choose_password

        if print_name and typed is None:
            raise click.UsageError("--print-name prints what a client is called; name one with --client.")
        if password_file is not None and not encrypt:
            raise click.UsageError("--password-file goes with --encrypt.")
        if encrypt and "epub" in others.get("outputs", ()):
            raise click.UsageError("An EPUB cannot be locked; make the PDF alone: --output pdf --encrypt.")
        if encrypt and wishes.reader.archive:
            raise click.UsageError("--archive and --encrypt exclude each other: PDF/A is open to all.")
        if typed is not None:
            wishes = for_client(typed, wishes, print_name=print_name)
        if encrypt:
            keeping = replace(wishes.keeping, password=choose_password(password_file))
            wishes = replace(wishes, keeping=keeping)
        command(wishes=wishes, **others)

    for option in reversed(_PERSONAL):
        gathered = option(gathered)
    return gathered
