"""What sort of picture some bytes are: by what they hold, not by the file's name."""

from __future__ import annotations

import re
from enum import Enum

from workbook.errors import Code

_SVG = re.compile(rb"\A(\xef\xbb\xbf)?\s*(<\?xml|<!--|<!DOCTYPE\s+svg|<([\w.-]+:)?svg)", re.IGNORECASE)


class Kind(Enum):
    """A sort of picture that the pages may carry."""

    PNG = "a PNG picture"
    JPEG = "a JPEG picture"
    SVG = "an SVG drawing"

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What a file of this sort may be called, the usual one first."""
        return {Kind.PNG: (".png",), Kind.JPEG: (".jpg", ".jpeg"), Kind.SVG: (".svg",)}[self]

    @property
    def media_type(self) -> str:
        """What an e-book's manifest calls it."""
        return {Kind.PNG: "image/png", Kind.JPEG: "image/jpeg", Kind.SVG: "image/svg+xml"}[self]


class PictureError(Exception):
    """A picture cannot be used; whoever knows which file and token makes a located finding of it.

    ``message`` goes on after the picture's name.
    """

    def __init__(self, code: Code, message: str, hint: str) -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)


def kind_of(data: bytes) -> Kind:
    """Return what sort of picture it is.

    Raises:
        PictureError: W001: none that we know.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if _SVG.match(data):
        return Kind.SVG
    raise PictureError(
        Code.NOT_A_PICTURE,
        "is not a PNG, JPEG or SVG picture.",
        "Open it in a program for pictures and export it as PNG or SVG.",
    )


def damaged(reason: str) -> PictureError:
    """Return the finding for a picture that cannot be read to its end."""
    return PictureError(
        Code.NOT_A_PICTURE,
        f"is damaged: {reason}.",
        "Export it again from the program in which it was made.",
    )
