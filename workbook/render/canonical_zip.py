"""A ZIP archive whose bytes depend on its members' names, contents and order, and on nothing else.

**Why.** ``zipfile`` by itself writes the clock, the platform and the umask into every member, so that
two builds of one book differ. Deflated bytes still depend on the zlib at hand: across machines
compare contents.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Iterable

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = stat.S_IFREG | 0o644
_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")


def write_zip(members: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """Return an archive of the members in the given order; those named in ``stored`` are not compressed.

    Raises:
        ValueError: a name appears twice (in any letter case), or is not a plain relative ASCII path.
    """
    seen: set[str] = set()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            if not _NAME.fullmatch(name):
                raise ValueError(f"The archive member {name!r} is not named in plain ASCII.")
            if name.lower() in seen:
                raise ValueError(f"The archive has two members named {name!r}.")
            seen.add(name.lower())
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = _UNIX
            info.external_attr = _MODE << 16
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
    return buffer.getvalue()


def rewrite_zip(archive: bytes, stored: frozenset[str] = frozenset()) -> bytes:
    """Return the same members in the same order as ``write_zip`` writes them."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return write_zip([(info.filename, source.read(info)) for info in source.infolist()], stored)
