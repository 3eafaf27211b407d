"""Look at a release again and say whether it is as it was."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.findings import as_json, print_findings
from workbook.errors import ExitCode, Severity
from workbook.release.verifying import verify


def look_again(folder: Path, *, quiet: bool, as_json_object: bool) -> ExitCode:
    """Print what differs and return what the command ends with.

    Raises:
        FindingsError: there is no release in the folder.
    """
    findings, files = verify(folder)
    if as_json_object:
        click.echo(as_json(findings, files=files))
    else:
        print_findings(findings)
        if not findings and not quiet:
            click.echo(f"{files} files as they were released; the checkers say the same.")
    failed = any(finding.severity is Severity.ERROR for finding in findings)
    return ExitCode.FINDINGS if failed else ExitCode.OK
