"""The crisis lines, by country."""

from __future__ import annotations

from collections.abc import Sequence

import click
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from workbook.cli.findings import to_json
from workbook.cli.looking.paper import print_page, table
from workbook.cli.project import find_library
from workbook.errors import Diagnostic, FindingsError
from workbook.model.crisis import CrisisCountry, CrisisLine
from workbook.source.library import Library
from workbook.source.shelves import CRISIS


def show_crisis(names: Sequence[str], *, briefly: bool, as_json: bool) -> None:
    """Print the crisis lines of the countries named, or else of the practice's, or of all.

    ``briefly`` prints a line for each country, of all where none is named.

    Raises:
        FindingsError: all that is wrong with the countries' names and files.
    """
    library = find_library()
    ours = () if briefly else library.practice.countries
    countries = _countries(library, names or ours or library.ids(CRISIS))
    if as_json:
        click.echo(to_json({"countries": [country.model_dump(mode="json") for country in countries]}))
    elif briefly:
        rows = [
            (c.id, c.name, c.emergency, str(len(c.lines)), str(min(e.verified_on for e in c.lines)))
            for c in countries
        ]
        headings = ("Id", "Country", "Emergency", "Lines", "Checked")
        print_page(table(headings, rows, wraps=("Country", "Emergency"), numbers=("Lines",)))
    else:
        print_page(*(part for country in countries for part in _country(country)))
        if ours and not names:
            click.echo("These are your practice's countries. `workbook crisis --list` names all.")


def _countries(library: Library, names: Sequence[str]) -> list[CrisisCountry]:
    found, findings = list[CrisisCountry](), list[Diagnostic]()
    for name in names:
        try:
            found.append(library.country(name).value)
        except FindingsError as error:
            findings += error.findings
    if findings:
        raise FindingsError(findings)
    return found


def _country(country: CrisisCountry) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(f"{country.name} ({country.id})", "bold")]
    parts.append(Text(f"  In danger: {country.emergency}"))
    for entry in country.lines:
        parts += ["", Padding(Text(entry.name, "bold"), (0, 0, 0, 2))]
        parts += [Padding(Text(text), (0, 0, 0, 4)) for text in _entry(entry)]
    return [*parts, ""]


def _entry(entry: CrisisLine) -> list[str]:
    ways = (f"call {entry.phone}" if entry.phone else "", f"text {entry.text}" if entry.text else "")
    lines = [" · ".join(way for way in ways if way), entry.hours, entry.url]
    lines += [entry.note] if entry.note else []
    return [line for line in [*lines, f"checked {entry.verified_on}"] if line]
