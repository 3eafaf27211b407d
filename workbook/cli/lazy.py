"""Groups of commands of which each is read only when it is called, and the option that all of them take.

**Why**: the help and a shell's completion should be there in a blink, and `doctor` has to run where a
library is missing.
"""

from __future__ import annotations

import importlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import click

PRACTICE_WANTED = "workbook.practice"
"""The key in Click's ``meta`` for the practice folder that was asked for."""


def _want_practice(ctx: click.Context, _option: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.meta[PRACTICE_WANTED] = value


PRACTICE_OPTION = click.Option(
    ["--practice"],
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    expose_value=False,
    callback=_want_practice,
    help="Your practice folder, if you are elsewhere.",
)
"""**Why** one for all, in the program and in each command: it is meant first and typed last."""


class LazyGroup(click.Group):
    """Knows its commands by name (``table``: each one's line of help); loads one from ``package``.

    All but those ``elsewhere`` take the option ``--practice``.
    """

    def __init__(
        self,
        *arguments: Any,
        table: Mapping[str, str],
        package: str,
        elsewhere: Collection[str] = (),
        **others: Any,
    ) -> None:
        super().__init__(*arguments, **others)
        self._table = table
        self._package = package
        self._elsewhere = elsewhere

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the commands in the order of their use."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command."""
        if cmd_name not in self._table:
            return None
        command: click.Command = importlib.import_module(f"{self._package}.{cmd_name}").command
        if PRACTICE_OPTION not in command.params and cmd_name not in self._elsewhere:
            command.params.append(PRACTICE_OPTION)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; where there is none, name the nearest."""
        name = args[0]
        if name not in self._table and not ctx.resilient_parsing and not name.startswith("-"):
            import difflib

            like = difflib.get_close_matches(name, self._table, n=1)
            ctx.fail(f"There is no command {name!r}." + (f" Did you mean {like[0]!r}?" if like else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands' one-line helps without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._table.items()))
