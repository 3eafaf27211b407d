"""PNG and JPEG: their size before they are opened, and their pixels alone."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from workbook.errors import Code
from workbook.source.pictures.kind import Kind, PictureError, damaged

PIXELS = 25_000_000
"""A small file may hold many more: they would fill the memory."""
SIDE = 1200
"""Pixels kept on the longer side: 300 to the inch at 100 mm, and a small file."""
_QUALITY = 92


def tidy_raster(data: bytes, kind: Kind) -> tuple[bytes, float, float]:
    """Return the picture written anew, upright and without notes, its width and height in pixels.

    Raises:
        PictureError: W001 damaged, W003 too many pixels.
    """
    try:
        with _whole_only(), Image.open(io.BytesIO(data), formats=[kind.name]) as image:
            if image.width * image.height > PIXELS:
                raise PictureError(
                    Code.PICTURE_TOO_LARGE,
                    f"has {image.width} × {image.height} pixels, more than {PIXELS // 1_000_000} million.",
                    f"Make it smaller: {SIDE} pixels on the longer side are enough.",
                )
            upright = ImageOps.exif_transpose(image)
            pixels = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, zlib.error) as error:
        raise damaged("its pixels cannot be read") from error
    except Image.DecompressionBombError as error:
        raise PictureError(
            Code.PICTURE_TOO_LARGE,
            "has far too many pixels.",
            f"Make it smaller: {SIDE} pixels on the longer side are enough.",
        ) from error
    pixels.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return _written(pixels, kind), pixels.width, pixels.height


@contextmanager
def _whole_only() -> Iterator[None]:
    """Let Pillow refuse a picture that breaks off; WeasyPrint, once loaded, has it take them all."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def grey_raster(data: bytes, kind: Kind) -> bytes:
    """Return the picture in shades of grey."""
    with Image.open(io.BytesIO(data), formats=[kind.name]) as image:
        return _written(image.convert("LA" if image.mode == "RGBA" else "L"), kind)


def _written(pixels: Image.Image, kind: Kind) -> bytes:
    buffer = io.BytesIO()
    pixels.info = {}  # a colour profile or a note of the camera would be written again
    if kind is Kind.JPEG:
        pixels.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    else:
        pixels.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
