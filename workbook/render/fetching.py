"""The one way by which the PDF engine reads: fonts from their folders, and pictures that were checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from workbook.compose.manuscript import PictureFile

BASE = "book:/"
"""What addresses in a page are relative to. Without one the engine would drop them with a mere warning; this
one it cannot join with them, so a picture is asked for by the name that the markup has."""
FILE_LIMIT = 20 * 1024 * 1024
"""Bytes; no font or picture of a workbook is larger."""


@dataclass(frozen=True)
class Refusal:
    """Something that a page asked for and may not have: ``what`` names it, ``reason`` says why."""

    what: str
    reason: str


class ProjectFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Reads files below ``roots``, the manuscript's pictures and data that the page itself carries.

    It remembers what it refused.

    **Why** a memory and not only an exception: the engine swallows even a fatal one inside an SVG picture.
    """

    def __init__(self, roots: Sequence[Path], pictures: Sequence[PictureFile] = ()) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False)
        self._roots = tuple(root.resolve() for root in roots)
        self._pictures = {picture.name: picture for picture in pictures}
        self.refused: list[Refusal] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what stands at the address.

        Raises:
            FatalURLFetchingError: the address leads to the network, or out of the folders, or the file
                is not there or too large.
        """
        if picture := self._pictures.get(url):
            return URLFetcherResponse(url, picture.data, {"Content-Type": picture.media_type})
        refusal = self._refusal(url)
        if refusal is not None:
            self.refused.append(refusal)
            raise FatalURLFetchingError(refusal.reason)
        response: Any = super().fetch(url, headers)
        return response

    def _refusal(self, url: str) -> Refusal | None:
        parts = urlsplit(url)
        if parts.scheme == "data":
            return None
        if parts.scheme != "file":
            network = "nothing is ever fetched from the network"
            reason = network if parts.scheme else "pages carry no file but the logo that the theme names"
            return Refusal(url[:200], reason)
        path = Path(unquote(parts.path)).resolve()
        if parts.netloc or not any(path.is_relative_to(root) for root in self._roots):
            return Refusal(path.name, "it lies outside the folders of the project and the program")
        if not path.is_file():
            return Refusal(path.name, "there is no such file")
        if path.stat().st_size > FILE_LIMIT:
            return Refusal(path.name, "it is larger than 20 MB")
        return None
