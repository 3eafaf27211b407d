"""Look at a cover that an edition brings: what it is and how large, before anything is made of it."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

LIMIT = 20_000_000
"""Bytes. A cover of 1600 × 2560 pixels has one or two million."""


class NoPictureError(ValueError):
    """The file is not a picture that a book can carry; the message says what it is instead."""


@dataclass(frozen=True)
class Measured:
    """A picture's form (``JPEG`` or ``PNG``) and its size in pixels."""

    form: str
    width: int
    height: int


def measure_picture(path: Path, root: Path) -> Measured:
    """Return what a picture's file says of itself; nothing of it is drawn.

    **Why** Pillow late: it is slow to load, and only an edition with a picture needs it.

    Raises:
        NoPictureError: there is no such file, or not below ``root``, or it is neither JPEG nor PNG, or far
            too large.
    """
    from PIL import Image, UnidentifiedImageError

    if not path.resolve().is_relative_to(root.resolve()):
        raise NoPictureError("it lies outside the project's folder")
    if not path.is_file():
        raise NoPictureError("there is no such file")
    if path.stat().st_size > LIMIT:
        raise NoPictureError(f"it has more than {LIMIT // 1_000_000} MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=("JPEG", "PNG")) as opened:
                return Measured(str(opened.format), *opened.size)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NoPictureError("it has far too many pixels") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise NoPictureError("it is neither a JPEG nor a PNG picture") from None
