"""Say what was found, and what mends the rest."""

from __future__ import annotations

from collections.abc import Sequence

import click

from workbook.cli.findings import to_json
from workbook.cli.inspection.parts import Part, all_parts
from workbook.cli.inspection.practice import find_practice
from workbook.errors import ExitCode


def report(*, as_json: bool) -> ExitCode:
    """Print every part and return what the command ends with: 3 where something needed is missing.

    The practice in use comes first, as far as it can be read where parts are missing.
    """
    parts, practice = list(all_parts()), find_practice()
    lacking = [part for part in parts if not part.is_well]
    if as_json:
        click.echo(to_json({"practice": practice._asdict(), "parts": [_as_object(part) for part in parts]}))
    else:
        click.secho("Your practice", bold=True)
        click.echo(f"  {_MARKS[practice.state]}  {practice.words}\n")
        _print_rows("To make workbooks", [part for part in parts if part.needed])
        click.echo()
        checking = [part for part in parts if not part.needed]
        _print_rows("To check files, and for `workbook release` (optional)", checking)
        click.echo()
        _print_mends(lacking)
    return ExitCode.MISSING_TOOL if any(part.needed for part in lacking) else ExitCode.OK


_MARKS = {
    "well": click.style("ok  ", fg="green"),
    "faulty": click.style("look", fg="yellow", bold=True),
    "none": "    ",
}


def _print_rows(heading: str, parts: Sequence[Part]) -> None:
    click.secho(heading, bold=True)
    width = max(len(part.name) for part in parts)
    for part in parts:
        mark = click.style("ok  ", fg="green") if part.is_well else click.style("lack", fg="red", bold=True)
        click.echo(f"  {mark}  {part.name:<{width}}  {part.found}")


def _print_mends(lacking: Sequence[Part]) -> None:
    if not lacking:
        click.echo("Nothing is missing.")
        return
    for words, needed in (("To mend it:", True), ("If you want to check files, or to make releases:", False)):
        if mends := dict.fromkeys(part.mend for part in lacking if part.needed is needed):
            click.echo(words)
            for mend in mends:
                click.echo(f"  {mend}")


def _as_object(part: Part) -> dict[str, object]:
    return {
        "name": part.name,
        "found": part.found,
        "ok": part.is_well,
        "needed": part.needed,
        "mend": part.mend or None,
    }
