"""This side of the confined process: begin it, ask it for files, and end it whatever happens."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Self

from workbook.errors import Code, Diagnostic, FindingsError, MissingToolError, Span
from workbook.render.confined.limits import Limits
from workbook.render.confined.messages import Composed, Found, Lacking, Message, Stopped, read
from workbook.render.rendered import Rendered
from workbook.render.task import Task

LIMITS = Limits()
_FEWER = "Take out what you last put into the theme, or build with `--theme calm`."


class Press:
    """Makes files in a process of its own; to be used in a ``with`` statement.

    ``foreign`` is what the pages are made with that did not come with the program; ``roots`` are the folders
    that may be read for it. No file of the process's is left: it writes to a folder that is removed here.
    """

    def __init__(self, tasks: Sequence[Task], foreign: Span, roots: Sequence[Path], limits: Limits) -> None:
        self._tasks = tuple(tasks)
        self._foreign = foreign
        self._given = (limits, tuple(roots), self._tasks)
        self._limits = limits
        self._said: SimpleQueue[Message | None] = SimpleQueue()
        self._ends = ExitStack()

    def __enter__(self) -> Self:
        folder = self._ends.enter_context(tempfile.TemporaryDirectory(prefix="workbook-"))
        temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
        self._process = subprocess.Popen(
            # -P: the working folder may be a stranger's, and no module is to be found there.
            [sys.executable, "-P", "-m", "workbook.render.confined"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **temporary},
            start_new_session=True,  # Ctrl-C is for this process, which then ends that one
        )
        self._ends.callback(self._end)
        threading.Thread(target=self._listen, daemon=True).start()
        self._tell(pickle.dumps(self._given))
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    def make(self, number: int, composed: Callable[[], None]) -> Rendered:
        """Return a task's file; ``composed`` is called when its markup is ready.

        Raises:
            FindingsError: its mistakes; or U001 to U003: it took too much, or the engine failed.
            MissingToolError, ModuleNotFoundError: its engine is not installed.
        """
        self._tell(f"{number}\n".encode())
        wait = self._limits.wait_for(self._tasks[number].sheets)
        try:
            while isinstance(message := self._said.get(timeout=wait), Composed):
                composed()
        except Empty:
            raise self._stopped(Stopped("time")) from None
        if isinstance(message, Rendered):
            return message
        if isinstance(message, Found):
            raise FindingsError(replace(f, span=f.span or self._foreign) for f in message.findings)
        if isinstance(message, Lacking) and message.mend:
            raise MissingToolError(message.tool, message.mend)
        if isinstance(message, Lacking):
            raise ModuleNotFoundError(f"No module named {message.tool!r}", name=message.tool)
        raise self._stopped(message or self._died())

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - it is a pipe
        while (message := read(self._process.stdout)) is not None:
            self._said.put(message)
        self._said.put(None)

    def _tell(self, data: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        with suppress(BrokenPipeError):  # it has gone; what it said before tells why
            self._process.stdin.write(data)
            self._process.stdin.flush()

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        with suppress(BrokenPipeError):
            self._process.__exit__(None, None, None)

    def _died(self) -> Stopped:
        """Return what the system ended the process for."""
        ended = -self._process.wait()
        names = {24: "time", 9: "memory"}  # SIGXCPU; SIGKILL is the system's own, when its memory is full
        return Stopped(names.get(ended, "failure"), what=f"signal {ended}" if ended > 0 else f"exit {-ended}")

    def _stopped(self, reason: Stopped) -> FindingsError:
        return FindingsError([_finding(reason, self._foreign, self._limits)])


def _finding(reason: Stopped, foreign: Span, limits: Limits) -> Diagnostic:
    place = reason.where or foreign
    if reason.why == "time":
        return Diagnostic(
            Code.TOO_SLOW,
            "The pages made with this take too long, so the work was stopped; no file was written.",
            f"Look for a loop without end, or boxes deep within each other. {_FEWER}",
            place,
        )
    if reason.why == "memory":
        return Diagnostic(
            Code.TOO_MUCH_MEMORY,
            f"The pages made with this need more than {limits.memory // 10**9} GB of memory; "
            "no file was written.",
            f"Look for a table or picture of enormous size. {_FEWER}",
            place,
        )
    if reason.why == "depth":
        return Diagnostic(
            Code.ENGINE_FAILED,
            "The pages made with this nest too deep, so the work was stopped; no file was written.",
            f"Look for elements, or templates, deep within each other. {_FEWER}",
            place,
        )
    return Diagnostic(
        Code.ENGINE_FAILED,
        f"The pages made with this cannot be laid out ({reason.what}); no file was written.",
        f"{_FEWER} If that fails too, it is a bug of ours: please report it.",
        place,
    )
