"""How much time and memory a file may take, and how the process that makes it is held to that."""

from __future__ import annotations

import math
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

SPARE = 5
"""Seconds that a process has to say where it stood; then the system ends it."""


@dataclass(frozen=True)
class Limits:
    """Processor seconds for a file (``seconds`` and ``seconds_a_sheet``), and bytes of memory.

    The workbook of all exercises takes under a quarter of a second a sheet, and less than 1 GB. A machine
    may be ten times slower.
    """

    seconds: int = 20
    seconds_a_sheet: int = 3
    memory: int = 2_000_000_000
    patience: int = 4
    """How many times as long by the clock on the wall: the machine may have other things to do."""

    def time_for(self, sheets: int) -> int:
        """Return the processor seconds for a file of so many sheets."""
        return self.seconds + self.seconds_a_sheet * sheets

    def wait_for(self, sheets: int) -> int:
        """Return the seconds by the clock on the wall after which a file of so many sheets is given up."""
        return self.patience * self.time_for(sheets) + SPARE


class OutOfTimeError(BaseException):
    """The file took more time than it may. No mere ``Exception``: an engine would catch it and go on."""


def limit_memory(size: int) -> None:
    """Hold this process to so many bytes, and let it leave no image of itself when it fails.

    Systems without ``resource`` (Windows) have no such limit; there the clock on the wall is the only one.
    """
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    size = size if hard == resource.RLIM_INFINITY else min(size, hard)
    if sys.platform != "darwin":  # its kernel takes the limit and does not keep it, or refuses it
        resource.setrlimit(resource.RLIMIT_AS, (size, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def limited_time(seconds: int) -> Iterator[None]:
    """Raise ``OutOfTimeError`` when what is done within has taken so much of the processor's time.

    Where the engine does not come back from a single call, the system ends the process a little later.
    """
    if sys.platform == "win32":
        yield
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    end = math.ceil(time.process_time()) + seconds + SPARE
    end = end if hard == resource.RLIM_INFINITY else min(end, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (end, hard))
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError
