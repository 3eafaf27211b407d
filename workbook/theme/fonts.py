"""Fonts come from Python packages (``fontpkg-…``), never from the machine: the same bytes everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg
from fontpkg.errors import FamilyNotInstalled
from fontTools.ttLib import TTFont

from workbook.errors import Code, Diagnostic, FindingsError, MissingToolError

REGULAR, BOLD = 400, 700


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
        FindingsError: W008, it has no upright regular and bold face with a file of its own.
    """
    slug = fontpkg.slugify(family)
    try:
        files = fontpkg.family(slug).files
    except FamilyNotInstalled as error:
        raise MissingToolError(
            f"The font family {family}", f"pip install fontpkg-{slug.replace('_', '-')}"
        ) from error
    found = [Face(family, int(f.weight), f.style, Path(f.path)) for f in files if f.weight is not None]
    if not {(REGULAR, "normal"), (BOLD, "normal")} <= {(face.weight, face.style) for face in found}:
        raise FindingsError([_unfit(family)])
    return tuple(sorted(found, key=lambda f: (f.style != "normal", f.weight)))


def licence(family: str) -> str:
    """Return the name of an installed family's licence, as its package gives it (an SPDX identifier)."""
    return str(fontpkg.family(fontpkg.slugify(family)).license)


@cache
def letters(family: str) -> frozenset[str]:
    """Return the characters that every upright face of a family can draw.

    Raises:
        MissingToolError, FindingsError: as `faces`.
    """
    sets = []
    for face in faces(family):
        if face.style == "normal":
            with TTFont(face.path, lazy=True) as font:
                sets.append(frozenset(map(chr, font.getBestCmap())))
    return frozenset.intersection(*sets)


def _unfit(family: str) -> Diagnostic:
    """Say that a family is a variable one, whose bytes in a PDF would differ from build to build."""
    return Diagnostic(
        Code.FONT_UNFIT,
        f"The font family {family} cannot be used: it has no regular and bold face of its own.",
        "Choose a family with a file for each weight; one variable file for all weights will not do.",
    )
