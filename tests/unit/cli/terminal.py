"""A real terminal: what a person would see, and when."""

from __future__ import annotations

import codecs
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tests.unit.cli.conftest import ROOT


@contextmanager
def terminal() -> Iterator[tuple[IO[str], Callable[[], str]]]:
    """Open a terminal: where to write, and a way to read what was written since; empty at its end."""
    ours, theirs = pty.openpty()
    letters = codecs.getincrementaldecoder("utf-8")()

    def read() -> str:
        text = ""
        while not text:  # a read may end in the middle of a letter
            try:
                data = os.read(ours, 65_536)
            except OSError:  # so Linux says that nobody holds the other end
                return ""
            if not data:
                return ""
            text = letters.decode(data)
        return text

    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        yield stream, read
    os.close(ours)


def environment() -> dict[str, str]:
    """Return what a program finds on a terminal of 80 columns."""
    known = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    return {**known, "PYTHONPATH": str(ROOT), "COLUMNS": "80", "TERM": "xterm-256color"}


def on_a_terminal(*arguments: str, cwd: Path, code: int = 0, **more: str) -> str:
    """Run the command on a terminal, with more in its environment, and return all that it shows."""
    with terminal() as (stream, read):
        command = [sys.executable, "-m", "workbook", *arguments]
        process = subprocess.Popen(command, cwd=cwd, env=environment() | more, stdout=stream, stderr=stream)
        stream.close()
        shown = "".join(iter(read, ""))
        assert process.wait() == code, shown
    return shown.replace("\r\n", "\n")


def typed(*lines: str, command: str, cwd: Path) -> tuple[int, str]:
    """Run a command where a person answers each question with a line; return its code and the screen."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "workbook", command],
        cwd=cwd,
        env=environment(),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown, answers = b"", list(lines)
    while True:
        try:
            shown += os.read(ours, 65_536)
        except OSError:  # so Linux says that nobody holds the other end
            break
        if answers and shown.endswith(b": "):
            shown += b"\n"  # so that one question is answered once
            os.write(ours, answers.pop(0).encode() + b"\n")
    os.close(ours)
    return process.wait(), shown.decode().replace("\r\n", "\n")
