"""``workbook crisis``."""

from __future__ import annotations

import click

from workbook.cli.options import country_option, json_option


@click.command("crisis")
@click.option("--list", "briefly", is_flag=True, help="A line for each country, of all.")
@country_option
@json_option
def command(briefly: bool, countries: tuple[str, ...], as_json: bool) -> None:
    """Show the crisis lines of each country.

    Those of your practice's countries, if you have a practice folder that names some.

    \b
    Examples:
      workbook crisis --list
      workbook crisis --country uk --country ie
      workbook crisis --json
    """
    from workbook.cli.looking.crisis import show_crisis

    show_crisis(countries, briefly=briefly, as_json=as_json)
