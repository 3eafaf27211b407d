"""Pictures that a project brings, such as a logo: read, checked, and written anew.

**Why** written anew: what the engines get is then what was looked at. A photograph's place and owner, an
editor's notes, scripts and half-hidden layers do not get into a client's file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.source.files import read_bytes
from workbook.source.pictures.kind import Kind, PictureError, kind_of

LIMIT = 5_000_000
"""Bytes. A logo has a hundredth of that."""


@dataclass(frozen=True)
class Picture:
    """A picture that was checked. ``width`` and ``height`` are pixels, or the drawing's own units."""

    kind: Kind
    data: bytes
    width: float
    height: float

    @property
    def media_type(self) -> str:
        """What the picture is called in an e-book's manifest."""
        return self.kind.media_type

    def grey(self) -> Picture:
        """Return the picture without colour."""
        if self.kind is Kind.SVG:
            from workbook.source.pictures.drawing import grey_drawing

            return replace(self, data=grey_drawing(self.data))
        from workbook.source.pictures.raster import grey_raster

        return replace(self, data=grey_raster(self.data, self.kind))


def read_picture(path: Path, roots: Sequence[Path], named_at: Span) -> Picture:
    """Return the picture in a file; ``named_at`` is the place that asks for it.

    Raises:
        FindingsError: F001 to F005, W001 to W004, at the place that asks.
    """
    try:
        data = read_bytes(path, roots, LIMIT)
        kind = kind_of(data)
        _refuse_misnamed(path, kind)
        if kind is Kind.SVG:
            from workbook.source.pictures.drawing import tidy_drawing

            return Picture(kind, *tidy_drawing(data))
        from workbook.source.pictures.raster import tidy_raster

        return Picture(kind, *tidy_raster(data, kind))
    except FindingsError as error:
        raise FindingsError(
            replace(f, message=f"The picture {path.name!r}: {f.message}", span=named_at)
            for f in error.findings
        ) from None
    except PictureError as error:
        message = f"The picture {path.name!r} {error.message}"
        raise FindingsError([Diagnostic(error.code, message, error.hint, named_at)]) from None


def _refuse_misnamed(path: Path, kind: Kind) -> None:
    if path.suffix.lower() not in kind.suffixes:
        raise PictureError(
            Code.PICTURE_MISNAMED,
            f"holds {kind.value}, which its name does not say.",
            f"Call it {path.stem}{kind.suffixes[0]}, here too.",
        )
