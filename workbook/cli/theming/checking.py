"""Check themes along with the content: those that are named, or all of the project's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from workbook.compose.proof import proof_theme
from workbook.errors import Diagnostic
from workbook.source.files import walk
from workbook.theme.lookup import Themes

FOLDER, FILE = "templates", "theme.yaml"


class Named(NamedTuple):
    """A theme by its name, and the folder whose ``templates`` it lies in."""

    project: Path
    name: str


def theme_of(path: Path) -> Named | None:
    """Return the theme that a file belongs to: one that lies in a folder of ``templates``."""
    if path.name != FILE and path.suffix not in {".css", ".j2"}:
        return None
    parts = path.absolute().parts
    places = [place for place, part in enumerate(parts[:-2]) if part == FOLDER]
    return Named(Path(*parts[: places[-1]]), parts[places[-1] + 1]) if places else None


def check_themes(paths: Sequence[Path]) -> list[Diagnostic]:
    """Return all mistakes in the themes that some files and folders belong to or hold."""
    found = sorted({named for path in paths for named in _themes(path)})
    return [finding for project, name in found for finding in proof_theme(Themes(project), name)]


def theme_files(path: Path) -> Iterator[Path]:
    """Yield a theme's file that is named, or those that name the themes of a folder."""
    if path.is_dir():
        yield from (file for file in walk(path) if file.name == FILE and theme_of(file) is not None)
    elif theme_of(path) is not None:
        yield path


def _themes(path: Path) -> Iterator[Named]:
    for file in walk(path) if path.is_dir() else (path,):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if not hidden and (named := theme_of(file)) is not None:
            yield named
