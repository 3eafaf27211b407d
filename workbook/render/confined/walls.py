"""What the confined process may touch: it reads where it has to, writes to its own folder, and no more.

**Why** beside the sandbox and the fetcher, which refuse all that already: this holds even where one of them
has a hole. It sees all that Python opens; what the C libraries open (fonts) goes by fontconfig's own file.
"""

from __future__ import annotations

import mimetypes
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import workbook

_NEVER = frozenset(
    (
        *("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"),
        *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty"),
        *("os.startfile", "pty.spawn", "ftplib.connect", "http.client.connect"),
    )
)
_CHANGES = frozenset(
    ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate")
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def keep_within(roots: Sequence[Path]) -> None:
    """Refuse from now on the network, other programs, and files outside; nothing can take this back.

    ``roots`` are read beside the program's own folders; written is the folder for temporary files alone.
    """
    mimetypes.init(files=[])  # else it would read the machine's lists, and differ from the next machine's
    own = tempfile.gettempdir()
    programs: set[str] = {
        sys.prefix,
        sys.base_prefix,
        sys.exec_prefix,
        sys.base_exec_prefix,
        *filter(None, sys.path),
    }
    package = Path(workbook.__file__).parents[1]
    read = tuple({os.path.realpath(path) for path in (*programs, str(package), *map(str, roots), own)})
    write = (os.path.realpath(own),)

    def look(event: str, args: tuple[object, ...]) -> None:
        if event in _NEVER:
            raise PermissionError(f"{event} is not allowed here")
        if event == "open":
            _refuse(args, read, write)
        elif event in _CHANGES and not _lies_in(args[0], write):
            raise PermissionError(f"{event} is not allowed here")

    sys.addaudithook(look)


def _refuse(args: tuple[object, ...], read: tuple[str, ...], write: tuple[str, ...]) -> None:
    path, mode, flags = args
    if isinstance(path, int) or path is None or path == os.devnull:
        return
    letters = mode if isinstance(mode, str) else ""
    writing = bool(set("wax+") & set(letters)) or (isinstance(flags, int) and flags & _WRITING)
    if not _lies_in(path, write if writing else read):
        raise PermissionError("a file outside the folders of the project and the program")


def _lies_in(path: object, roots: tuple[str, ...]) -> bool:
    real = os.path.realpath(os.fsdecode(path)) if isinstance(path, str | bytes | os.PathLike) else ""
    return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in roots)
