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

_SMALLER = {
    "A3": "Its pages are A4. For A4 paper, make the file with --paper a5.",
    "11 × 17 in": "Its pages are Letter. For Letter paper, make the file with --paper half-letter.",
}
"""What to do about sheets that few printers take, by their paper."""


def fold(file: Path, dest: Path, *, quiet: bool, as_json_object: bool) -> None:
    """Write ``<name>-booklet.pdf`` and say how many sheets it takes.

    Raises:
        FindingsError: the file cannot be imposed, or the booklet cannot be written.
    """
    target = dest / f"{file.stem}-booklet.pdf"
    folded = booklet(file)
    prepare_destination(target)
    register = Register(find_project().folder)
    codes = codes_within(target.name)
    for code in set(codes).intersection(register.codes()):
        recorder(register, code)(target)
    write_atomically(target, folded.data, private=bool(codes))
    if as_json_object:
        row = {"sheets": folded.sheets, "paper": folded.paper, "bytes": len(folded.data)}
        click.echo(as_json([], files=[{"path": shown_path(target), **row}]))
    elif not quiet:
        number = "1 sheet" if folded.sheets == 1 else f"{folded.sheets} sheets"
        click.echo(f"{printable(shown_path(target))}  {number} of paper, {folded.paper}")
        if folded.paper in _SMALLER:
            click.echo(_SMALLER[folded.paper])
        click.echo("Print on both sides, turned at the short edge, at 100 %. Fold once, staple in the fold.")
