"""Which practice folder is in use here."""

from __future__ import annotations

from typing import NamedTuple

from workbook.errors import FindingsError


class Found(NamedTuple):
    """A practice folder, or none: ``state`` is well, faulty or none."""

    state: str
    folder: str | None
    name: str | None
    words: str


def find_practice() -> Found:
    """Return the practice folder in use, and whether its file is well."""
    try:
        from workbook.cli.project import find_project

        project = find_project()
        if project.file is None:
            return Found("none", None, None, "none here; `workbook init` begins one")
        folder = str(project.file.parent)
        try:
            name = project.practice.name
        except FindingsError:
            return Found(
                "faulty", folder, None, f"{folder}: practice.yaml has mistakes; see `workbook check`"
            )
        return Found("well", folder, name, f"{name}, in {folder}" if name else folder)
    except FindingsError as error:
        return Found("faulty", None, None, error.findings[0].message)
    except (ImportError, FileNotFoundError):
        return Found("none", None, None, "cannot be looked for while something is missing")
