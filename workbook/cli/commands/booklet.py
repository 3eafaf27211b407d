"""``workbook booklet``."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.options import dest_option, json_option, quiet_option


@click.command("booklet")
@click.argument("file", type=click.Path(path_type=Path))
@dest_option("The folder to write to.  [default: beside FILE]")
@quiet_option
@json_option
def command(file: Path, dest: Path | None, quiet: bool, as_json: bool) -> None:
    """Lay a PDF's pages out for folding.

    Two pages come on each side of a sheet, in the order of a stapled booklet. A5 pages
    come out on A4 sheets, half letter on Letter. Print on both sides, turned at the short edge, at 100 %;
    fold the pile once and staple it in the fold.

    \b
    Examples:
      workbook build speaking-up --output pdf --paper a5
      workbook booklet dist/speaking-up.pdf
    """
    from workbook.cli.making.folding import fold

    fold(file, dest or file.parent, quiet=quiet, as_json_object=as_json)
