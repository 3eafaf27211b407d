"""Presses: processes that lay out the gatherings of a book at the same time.

**Why**: an engine uses one processor only, and a book of a hundred pages keeps its reader waiting. The
engine is slow to load, too; here it is loaded while a book is read and composed, and once for all presses.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import TypeVar

from workbook.errors import Code, Diagnostic, FindingsError, MissingToolError
from workbook.render.environment import variable
from workbook.render.gathering import Gathering
from workbook.render.printed import Extent, Numbers, Printed

PANGO = ("Pango", "scripts/setup, or see 'workbook doctor'")
"""What WeasyPrint stands on, and what installs it."""
_LONGEST = 60
"""Bytes of a folder's path to which two names can still be added for a socket."""
Said = TypeVar("Said", Extent, Printed)


def load_ahead() -> None:
    """Begin to load the engine, in a process of its own, and go on."""
    _processes()


def print_apart(gatherings: Sequence[Gathering]) -> list[Printed]:
    """Return each gathering's pages, numbered through; each is printed by a press of its own.

    Raises:
        FindingsError: a page asked for something that it may not have; or U003: a press failed.
        MissingToolError: what the engine stands on is not installed.
    """
    with ExitStack() as ends:
        folder = ends.enter_context(tempfile.TemporaryDirectory(prefix="workbook-"))
        presses = [ends.enter_context(_press(gathering, folder)) for gathering in gatherings]
        extents = [_heard(press, Extent) for press in presses]
        for press, numbers in zip(presses, numbered_through(extents), strict=True):
            press.send(numbers)
        return [_heard(press, Printed) for press in presses]


def numbered_through(extents: Sequence[Extent]) -> list[Numbers]:
    """Return the numbers of each gathering's pages: each begins where the one before it ends."""
    befores = [sum(extent.pages for extent in extents[:number]) for number in range(len(extents))]
    folios = {
        address: before + index + 1
        for before, extent in zip(befores, extents, strict=True)
        for address, index in extent.addresses.items()
    }
    return [Numbers(before, folios) for before in befores]


@cache
def _processes() -> ForkServerContext | SpawnContext:
    """Return what begins processes: on Linux it doubles one that has loaded the engine.

    **Why** not elsewhere: a process that has loaded Pango cannot safely be doubled there. Each press then
    loads its own, as it does where no folder can be had for the socket by which the first is asked.
    """
    if sys.platform == "linux":
        from multiprocessing import forkserver

        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["workbook.render.loaded"])
        with suppress(OSError), _no_module_from_the_working_folder(), _room_for_a_socket():
            forkserver.ensure_running()
            return context
    return multiprocessing.get_context("spawn")


@contextmanager
def _press(gathering: Gathering, folder: str) -> Iterator[Connection]:
    """Begin a press, and end it whatever happens; what it writes for a while goes to ``folder``."""
    here, there = _processes().Pipe()
    process = _processes().Process(target=_print, args=(gathering, there, folder), daemon=True)
    with here:
        with there, _no_module_from_the_working_folder():
            process.start()
        try:
            yield here
        finally:
            process.kill()
            process.join()


def _print(gathering: Gathering, there: Connection, folder: str) -> None:
    """Print a gathering: say its extent, hear its numbers, say its pages."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that began this one
    tempfile.tempdir = folder
    gc.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)  # the engine prints advice where it lacks a library
    os.dup2(nowhere, 2)  # a failure's own words may have a client's in them

    def ask(extent: Extent) -> Numbers:
        there.send(extent)
        numbers: Numbers = there.recv()
        return numbers

    try:
        from workbook.render.printing import print_gathering
    except OSError as error:
        there.send(error)
        return
    try:
        there.send(print_gathering(gathering, ask))
    except FindingsError as error:
        there.send(error.findings)


def _heard(press: Connection, sort: type[Said]) -> Said:
    try:
        said = press.recv()
    except EOFError:
        raise FindingsError([_FAILED]) from None
    if isinstance(said, OSError):
        raise MissingToolError(*PANGO) from said
    if not isinstance(said, sort):
        raise FindingsError(said)
    return said


_FAILED = Diagnostic(
    Code.ENGINE_FAILED,
    "The pages cannot be laid out; no file was written.",
    "If there is memory to spare, it is a bug of ours: please report it.",
)


def _no_module_from_the_working_folder() -> AbstractContextManager[None]:
    """Let processes begun meanwhile find no module there: it may be a stranger's."""
    return variable("PYTHONSAFEPATH", "1")


@contextmanager
def _room_for_a_socket() -> Iterator[None]:
    """Let temporary files be in ``/tmp`` meanwhile, where the folder's path is too long for a socket's name.

    Linux takes 108 bytes (unix(7)); two names of Python's own come after the folder's.
    """
    before = tempfile.tempdir
    if len(os.fsencode(tempfile.gettempdir())) > _LONGEST:
        tempfile.tempdir = "/tmp"  # noqa: S108 - the socket's folder is made for its owner alone
    try:
        yield
    finally:
        tempfile.tempdir = before
