"""What is printed for a person to read: wrapped to the terminal, styled only on one."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Sequence

import click
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

_TRAILING = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")

WIDTH = 80
"""Columns where the output is not a terminal, and the widest line to read with ease."""


def print_page(*parts: RenderableType) -> None:
    """Print parts one below the other, without the blanks that would trail on each line."""
    live = sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, WIDTH) if live else WIDTH
    page = io.StringIO()
    console = Console(file=page, width=width, force_terminal=live, highlight=False, emoji=False, markup=False)
    console.print(*parts, sep="\n")
    lines = page.getvalue().rstrip().split("\n")
    click.echo("\n".join(_TRAILING.sub(_without_blanks, line) for line in lines))


def _without_blanks(end: re.Match[str]) -> str:
    """Keep what ends a style at a line's end."""
    return end[0].replace(" ", "")


def table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], wraps: Sequence[str], numbers: Sequence[str] = ()
) -> Table:
    """Return a table; only the columns ``wraps`` break into lines, so that ids can be copied whole."""
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        grid.add_column(
            heading,
            no_wrap=heading not in wraps,
            overflow="fold",
            justify="right" if heading in numbers else "left",
        )
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    return grid
