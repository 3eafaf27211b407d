"""What a person sees while files are made: a bar on a terminal, plain lines anywhere else."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Self

import click

_BAR = 24
_CLEAR = "\r\x1b[2K"


class Status:
    """A bar on the error stream: steps done, and what is being done. Where it is not live, nothing."""

    def __init__(self, steps: int, *, live: bool) -> None:
        self._steps = max(steps, 1)
        self._done = 0
        self._live = live

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._draw(_CLEAR)

    def begin(self, doing: str) -> None:
        """Say what is being done now."""
        full = _BAR * self._done // self._steps
        room = max(shutil.get_terminal_size().columns - _BAR - 4, 0)
        self._draw(f"{_CLEAR}[{'#' * full}{'-' * (_BAR - full)}] {doing[:room]}")

    def end(self) -> None:
        """Count a step as done."""
        self._done += 1

    def say(self, line: str) -> None:
        """Print a line that stays."""
        self._draw(_CLEAR)
        click.echo(line)

    def _draw(self, text: str) -> None:
        if self._live:
            click.echo(text, err=True, nl=False)


def is_live() -> bool:
    """Tell whether a person is looking at the error stream."""
    return sys.stderr.isatty()
