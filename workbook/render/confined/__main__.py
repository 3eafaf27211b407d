"""The confined process: takes tasks, does those that it is asked for, and says how each went."""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from workbook.errors import FindingsError, MissingToolError, Span
from workbook.render.confined.limits import Limits, OutOfTimeError, limit_memory, limited_time
from workbook.render.confined.messages import Composed, Found, Lacking, Stopped, write
from workbook.render.confined.walls import keep_within
from workbook.render.rendered import Rendered
from workbook.render.task import Task


def main() -> None:
    """Read limits, roots and tasks from the standard input, then the number of each task to do."""
    out = _only_for_messages()
    asked = sys.stdin.buffer
    limits: Limits
    roots: tuple[Path, ...]
    tasks: tuple[Task, ...]
    limits, roots, tasks = pickle.load(asked)  # noqa: S301 - the program's own objects, from the program
    sys.excepthook = _telling(out)
    keep_within(roots)
    limit_memory(limits.memory)
    while number := asked.readline():
        task = tasks[int(number)]
        with limited_time(limits.time_for(task.sheets)):
            message = _done(task, out)
        write(message, out)


def _done(task: Task, out: BinaryIO) -> Rendered | Found | Lacking:
    try:
        engine = task.engine()
        manuscript = task.compose()
        write(Composed(), out)
        return engine(manuscript)
    except FindingsError as error:
        return Found(error.findings)
    except MissingToolError as missing:
        return Lacking(missing.tool, missing.mend)
    except ModuleNotFoundError as missing:
        return Lacking(missing.name or "")


def _only_for_messages() -> BinaryIO:
    """Return what the messages go to; whatever else an engine prints goes nowhere."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return out


def _telling(out: BinaryIO) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return what says why the process ends.

    **Why** at its very end: nothing is carried on with, so nothing has to be caught.
    """

    def tell(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        why = {OutOfTimeError: "time", MemoryError: "memory", RecursionError: "depth"}.get(kind, "failure")
        frames = traceback.extract_tb(trace)
        places = [Span(Path(f.filename), f.lineno) for f in frames if f.lineno]
        template = next((place for place in reversed(places) if place.path.suffix == ".j2"), None)
        last = f"{places[-1].path.name}:{places[-1].line}" if places else "no place"
        write(Stopped(why, template, f"{kind.__name__} at {last}"), out)

    return tell


if __name__ == "__main__":
    main()
