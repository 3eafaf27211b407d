"""``workbook client``."""

from __future__ import annotations

from types import MappingProxyType

from workbook.cli.lazy import LazyGroup

COMMANDS = MappingProxyType(
    {
        "new": "Start a client's file, under a code.",
        "list": "List the codes of your clients.",
    }
)
"""Each command's one-line help; the command itself is ``clients/<name>.py``, beside this file."""

command = LazyGroup(
    "client",
    table=COMMANDS,
    package="workbook.cli.commands.clients",
    help="""Keep clients under codes, in your practice folder.

    No command prints anything of a client but the code.

    \b
    Examples:
      workbook client new
      workbook client list
    """,
)
