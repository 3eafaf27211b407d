"""The one way by which the PDF engine reads files: fonts and pictures below the allowed folders, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

FILE_LIMIT = 20 * 1024 * 1024
"""Bytes; no font or picture of a workbook is larger."""


class RefusedError(FatalURLFetchingError):  # type: ignore[misc]  # WeasyPrint has no types
    """A page asked for something that it may not have; ``what`` names it, ``reason`` says why."""

    def __init__(self, what: str, reason: str) -> None:
        self.what = what
        self.reason = reason
        super().__init__(f"{what}: {reason}")


class ProjectFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Reads files below ``roots`` and data that the page itself carries."""

    def __init__(self, roots: Sequence[Path]) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self._roots = tuple(root.resolve() for root in roots)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what stands at the address.

        Raises:
            RefusedError: the address leads to the network, or out of the folders, or the file is too large.
        """
        parts = urlsplit(url)
        if parts.scheme == "file":
            self._allow(Path(unquote(parts.path)), parts.netloc)
        elif parts.scheme != "data":
            raise RefusedError(url[:200], "nothing is ever fetched from the network")
        response: Any = super().fetch(url, headers)
        return response

    def _allow(self, path: Path, host: str) -> None:
        resolved = path.resolve()
        if host or not any(resolved.is_relative_to(root) for root in self._roots):
            raise RefusedError(path.name, "it lies outside the folders of the project and the program")
        if not resolved.is_file():
            raise RefusedError(path.name, "there is no such file")
        if resolved.stat().st_size > FILE_LIMIT:
            raise RefusedError(path.name, "it is larger than 20 MB")
