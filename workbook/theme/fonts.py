"""Fonts come from Python packages (``fontpkg-…``), never from the machine: the same bytes everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg
from fontpkg.errors import FamilyNotInstalled

from workbook.errors import MissingToolError


@dataclass(frozen=True)
class Face:
    """One face of a family: weight 100–900, style ``normal`` or ``italic``, its file."""

    family: str
    weight: int
    style: str
    path: Path


@cache
def faces(family: str) -> tuple[Face, ...]:
    """Return the static faces of an installed family, upright before italic, light before bold.

    Raises:
        MissingToolError: no package brings the family.
    """
    slug = fontpkg.slugify(family)
    try:
        files = fontpkg.family(slug).files
    except FamilyNotInstalled as error:
        raise MissingToolError(
            f"The font family {family}", f"pip install fontpkg-{slug.replace('_', '-')}"
        ) from error
    found = (Face(family, int(f.weight), f.style, Path(f.path)) for f in files)
    return tuple(sorted(found, key=lambda f: (f.style != "normal", f.weight)))
