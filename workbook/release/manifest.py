"""``manifest.json``: what a release was made from, with what, and what every checker said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from importlib import metadata
from typing import Annotated, Literal

from fontTools.ttLib import TTFont
from pydantic import StringConstraints

from workbook import __version__
from workbook.model.base import Model
from workbook.release.forms import Deliverable, Form
from workbook.release.judging import Verdict
from workbook.release.source import Source, sum_of, theme_sum
from workbook.theme.fonts import Face, faces

_ENGINES = ("ebooklib", "fonttools", "pikepdf", "pillow", "resvg-py", "weasyprint")
_VERSION = 5
"""The font's own word on its version: name 5 of the OpenType table ``name``."""


FileName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=120)]


class ReleasedFile(Model):
    """A file for readers; ``extent`` counts pages, or an e-book's sections; a picture has none."""

    name: FileName
    form: Form
    bytes: int
    sha256: str
    extent: int | None = None
    width_mm: float | None = None
    height_mm: float | None = None
    isbn: str | None = None


class FontRecord(Model):
    """A font's file, as its package brought it."""

    family: str
    weight: int
    style: str
    version: str
    sha256: str


class VerdictRecord(Model):
    """What a checker said of a file."""

    file: str
    checker: str
    version: str
    judges: str
    verdict: Literal["passed", "failed", "could not check"]


class Manifest(Model):
    """The whole record of a release. It names no clock, no person's folder and no machine."""

    manifest: Literal[1] = 1
    edition: str
    workbook: str
    version: str
    title: str
    language: str
    date: dt.date
    tool: str
    engines: dict[str, str]
    theme: str
    theme_sha256: str
    content: dict[str, str]
    exercises: dict[str, str]
    fonts: tuple[FontRecord, ...]
    files: tuple[ReleasedFile, ...]
    verdicts: tuple[VerdictRecord, ...]


def write_manifest(
    source: Source,
    files: Sequence[tuple[Deliverable, str]],
    verdicts: Iterable[Verdict],
) -> Manifest:
    """Return the manifest; each file comes with its ISBN or nothing."""
    return Manifest(
        edition=source.edition.id,
        workbook=source.book.workbook.id,
        version=source.book.workbook.version,
        title=source.title,
        language=source.language,
        date=source.date,
        tool=__version__,
        engines={name: metadata.version(name) for name in _ENGINES},
        theme=source.theme.name,
        theme_sha256=theme_sum(source.theme),
        content={name: sum_of(path.read_bytes()) for name, path in source.files().items()},
        exercises={exercise.id: exercise.version for exercise in source.book.exercises.values()},
        fonts=tuple(_font(face) for name in source.theme.families for face in faces(name)),
        files=tuple(_file(file, isbn) for file, isbn in files),
        verdicts=tuple(
            VerdictRecord(
                file=v.file, checker=v.checker, version=v.version, judges=v.judges, verdict=v.outcome.value
            )
            for v in verdicts
        ),
    )


def _file(file: Deliverable, isbn: str) -> ReleasedFile:
    paper = file.paper if file.name.endswith(".pdf") else None
    return ReleasedFile(
        name=file.name,
        form=file.form,
        bytes=len(file.data),
        sha256=sum_of(file.data),
        extent=file.extent or None,
        width_mm=paper and round(paper.width, 1),
        height_mm=paper and round(paper.height, 1),
        isbn=isbn or None,
    )


def _font(face: Face) -> FontRecord:
    with TTFont(face.path, lazy=True) as font:
        version = str(font["name"].getDebugName(_VERSION) or "")
    return FontRecord(
        family=face.family,
        weight=face.weight,
        style=face.style,
        version=version,
        sha256=sum_of(face.path.read_bytes()),
    )
