"""Open what changes an exercise in an editor; begin it where there is nothing yet."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.authoring.checking import check_and_report
from workbook.cli.authoring.editors import has_editor
from workbook.cli.project import find_library, find_project
from workbook.errors import ExitCode, FindingsError, shown_path
from workbook.render.writing import write_atomically
from workbook.source.changes.reading import read_change
from workbook.source.document import parse
from workbook.source.files import read_text
from workbook.source.library import Library
from workbook.source.revising.template import template
from workbook.source.revising.updating import note
from workbook.source.schemas import schema
from workbook.source.shelves import CHANGES, EXERCISES


def edit(name: str, *, opens: bool) -> ExitCode:
    """Open the file that changes an exercise, and check it afterwards.

    Raises:
        FindingsError: there is no such exercise, or the file cannot be written.
    """
    project, library = find_project(), find_library()
    path = _existing(library, name, project.root)
    if path is None:
        path = project.folder / CHANGES.folder / f"{name}.yaml"
        exercise = library.exercise(name).value
        write_atomically(project.folder / "schema" / "change.schema.json", schema("change").encode())
        write_atomically(path, template(exercise).encode())
        click.echo(f"{shown_path(path)} is yours. Each line of “{exercise.title}” is in it, switched off.")
    if not opens or not has_editor():
        _say_where(path, name)
        return ExitCode.OK
    click.edit(filename=str(path))
    _note(path)
    return check_and_report((path,), "human", strict=False)


def _existing(library: Library, name: str, root: Path | None) -> Path | None:
    """Return the file of the project that has the exercise otherwise, or has it as its own."""
    path = library.path(CHANGES, name)
    if path is None and (own := library.path(EXERCISES, name)) and root and own.is_relative_to(root):
        path = own
    return path


def _say_where(path: Path, name: str) -> None:
    click.echo(f"Open {shown_path(path)} in an editor. Then:")
    noting = (f"update {name}",) if path.parent.name == CHANGES.folder else ()
    for command in (f"check {shown_path(path)}", f"diff {name}", f"handout {name}", *noting):
        click.echo(f"  workbook {command}")
    if noting:
        click.echo("The last one notes what the page says where you changed it, for when it changes too.")


def _note(path: Path) -> None:
    """Write into a change what the exercise says where it is changed; leave what is not well as it is."""
    library = find_library().around(path)
    try:
        document = parse(path, read_text(path, library.roots))
        change = read_change(document)
        text = note(document, library.changes.base(change))
    except FindingsError:
        return  # the check that follows says what is wrong
    if text != document.text:
        write_atomically(path, text.encode())
