"""``workbook doctor``."""

from __future__ import annotations

import click

from workbook.cli.options import json_option


@click.command("doctor")
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Say what is installed, and what mends the rest.

    Ends with exit code 3 when something is missing that making workbooks needs.

    \b
    Examples:
      workbook doctor
      workbook doctor --json
    """
    from workbook.cli.inspection.report import report

    ctx.exit(report(as_json=as_json))
