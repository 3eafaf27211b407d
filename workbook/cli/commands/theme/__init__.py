"""``workbook theme`` and its commands."""

from __future__ import annotations

from types import MappingProxyType

import click

from workbook.cli.lazy import LazyGroup

COMMANDS = MappingProxyType(
    {
        "list": "List the themes, yours and those that came with it.",
        "explain": "Say where a theme's tokens, or a template, come from.",
        "eject": "Copy a template into your folder, to change it.",
        "new": "Start a theme of your own.",
    }
)
"""Each command's one-line help; the command itself is ``<name>.py`` beside this file."""


@click.group(
    "theme",
    cls=LazyGroup,
    table=COMMANDS,
    package="workbook.cli.commands.theme",
    epilog="""\b
Examples:
  workbook theme list
  workbook theme new quiet
  workbook theme explain quiet
""",
)
def command() -> None:
    """See and change how pages look."""
