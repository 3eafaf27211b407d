"""What the confined process says: one line of JSON each, and after the last one the file's bytes.

**Why** plain data: what a stranger's pages went through is never taken for code.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import IO, Any

from pydantic import TypeAdapter

from workbook.errors import Diagnostic, Span
from workbook.render.rendered import Rendered

_RENDERED = TypeAdapter(Rendered)


@dataclass(frozen=True)
class Composed:
    """The pages' markup is ready; now they are laid out."""


@dataclass(frozen=True)
class Found:
    """The file cannot be made: mistakes."""

    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Lacking:
    """The file cannot be made: something is not installed; without ``mend`` it is a Python package."""

    tool: str
    mend: str = ""


@dataclass(frozen=True)
class Stopped:
    """The process ends itself: ``why`` is ``time``, ``memory``, ``depth`` or ``failure``.

    ``where`` is the line of a template that it stood in; ``what`` names the failure, without a word of any
    file.
    """

    why: str
    where: Span | None = None
    what: str = ""


_SORTS: dict[str, type[Composed | Found | Lacking | Stopped]] = {
    sort.__name__: sort for sort in (Composed, Found, Lacking, Stopped)
}
Message = Composed | Found | Lacking | Stopped | Rendered


def write(message: Message, to: IO[bytes]) -> None:
    """Send a message."""
    data = b""
    if isinstance(message, Rendered):
        data, message = message.data, replace(message, data=b"")
    sort = type(message)
    body = TypeAdapter(sort).dump_python(message, mode="json")
    head = {"sort": sort.__name__, "body": body, "bytes": len(data)}
    to.write(json.dumps(head).encode() + b"\n" + data)
    to.flush()


def read(source: IO[bytes]) -> Message | None:
    """Return the next message, or ``None`` where the other side has gone, or was cut off within one."""
    line = source.readline()
    if not line.endswith(b"\n"):
        return None
    head: dict[str, Any] = json.loads(line)
    if head["sort"] == Rendered.__name__:
        data = source.read(head["bytes"])
        whole = len(data) == head["bytes"]
        return replace(_RENDERED.validate_python(head["body"]), data=data) if whole else None
    sort: type[Composed | Found | Lacking | Stopped] = _SORTS[head["sort"]]
    return TypeAdapter(sort).validate_python(head["body"])
