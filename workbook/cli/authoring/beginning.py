"""Begin a new file in the project's folder, with the schema that lets an editor complete it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from workbook.cli.project import find_project
from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.render.writing import write_atomically
from workbook.source.library import SUFFIXES, Library
from workbook.source.schemas import schema
from workbook.source.shelves import EDITIONS, EXERCISES, WORKBOOKS, Shelf
from workbook.source.starters import starter

_SHELVES: dict[str, Shelf[Any]] = {shelf.kind: shelf for shelf in (EXERCISES, WORKBOOKS, EDITIONS)}
_NEXT = {
    "exercise": ("workbook check {path}", "workbook show {name}", "workbook handout {name}"),
    "workbook": ("workbook list", "workbook check {path}", "workbook build {path}"),
    "edition": ("workbook list workbooks", "workbook check {path}", "workbook build --edition {name}"),
}


def begin(kind: str, name: str) -> None:
    """Write a starter file and say what to do next.

    Raises:
        FindingsError: ``name`` cannot be an id, or there is such a file, or it cannot be written.
    """
    shelf, text, folder = _SHELVES[kind], starter(kind, name), find_project().folder
    path = folder / shelf.folder / f"{name}.yaml"
    for suffix in SUFFIXES:
        refuse_existing(path.with_suffix(suffix))
    write_atomically(folder / "schema" / f"{kind}.schema.json", schema(kind).encode())
    write_atomically(path, text.encode())
    click.echo(f"{path.as_posix()} is yours. Open it in an editor; notes in it explain every line.")
    if Library.stock().has(shelf, name):
        click.echo(f"The stock has `{name}` too; in this folder yours is taken.")
    click.echo("Then:")
    for step in _NEXT[kind]:
        click.echo(f"  {step.format(path=path.as_posix(), name=name)}")


def refuse_existing(
    path: Path, message: str = "There is a file of this name, and it is left as it is."
) -> None:
    """Leave a file alone that is there already.

    Raises:
        FindingsError: F008, there is such a file.
    """
    if os.path.lexists(path):
        hint = "Choose another name, or move that file away."
        raise FindingsError([Diagnostic(Code.FILE_EXISTS, message, hint, Span(path))])
