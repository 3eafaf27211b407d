"""Make a booklet of a finished PDF, and say how to print it."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.clients.keeping import recorder
from workbook.cli.findings import as_json, printable
from workbook.cli.project import find_project
from workbook.errors import shown_path
from workbook.model.code import codes_within
from workbook.prepress.booklet import booklet
from workbook.render.writing import prepare_destination, write_atomically
from workbook.source.clients.register import Register


def fold(file: Path, dest: Path, *, quiet: bool, as_json_object: bool) -> None:
    """Write ``<name>-booklet.pdf`` and say how many sheets it takes.

    Raises:
        FindingsError: the file cannot be imposed, or the booklet cannot be written.
    """
    target = dest / f"{file.stem}-booklet.pdf"
    data, sheets = booklet(file)
    prepare_destination(target)
    register = Register(find_project().folder)
    codes = codes_within(target.name)
    for code in set(codes).intersection(register.codes()):
        recorder(register, code)(target)
    write_atomically(target, data, private=bool(codes))
    if as_json_object:
        click.echo(as_json([], files=[{"path": shown_path(target), "sheets": sheets, "bytes": len(data)}]))
    elif not quiet:
        paper = "sheet" if sheets == 1 else "sheets"
        click.echo(f"{printable(shown_path(target))}  {sheets} {paper} of paper")
        click.echo("Print on both sides, turned at the short edge, at 100 %. Fold once, staple in the fold.")
