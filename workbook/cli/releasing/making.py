"""Make a release and say what it holds."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from types import FrameType

import click

from workbook.cli.editions import open_edition
from workbook.cli.findings import as_json, print_findings, printable
from workbook.cli.making.status import Status, is_live
from workbook.errors import shown_path
from workbook.release.forms import Form
from workbook.release.judging import Outcome
from workbook.release.releasing import Released, release

_STEPS = 9


def make(
    name: str, dest: Path, *, replace: bool, allow_unchecked: bool, quiet: bool, as_json_object: bool
) -> None:
    """Make a release of an edition and print its files and its verdicts.

    Raises:
        FindingsError: it is refused, or cannot be written.
        MissingToolError: an engine is not installed.
    """
    source, _ = open_edition(name)  # what it warns of is refused with all else
    silent = quiet or as_json_object
    with (
        _stopped_kindly(),
        Status(_STEPS, live=is_live() and not silent) as status,
        redirect_stdout(io.StringIO()),  # WeasyPrint prints a page of advice where it lacks a library
    ):

        def begin(doing: str) -> None:
            status.end()
            status.begin(f"Making {printable(doing)}")

        made = release(source, dest, begin, replace=replace, allow_unchecked=allow_unchecked)
    if as_json_object:
        click.echo(_object(made))
        return
    print_findings(made.findings)
    if not quiet:
        _say(made)


def _say(made: Released) -> None:
    if not made.written:
        click.echo(f"Nothing has changed: {printable(shown_path(made.folder))} is as it was.")
        return
    click.echo(f"{printable(shown_path(made.folder))}/")
    width = max(len(file.name) for file in made.files)
    for file in made.files:
        click.echo(f"  {file.name:<{width}}  {_extent(file.form, file.extent)}".rstrip())
    click.echo("  and report.html, accessibility.html, LICENCES.md, metadata.csv, manifest.json, SHA256SUMS")
    passed = sum(verdict.outcome is Outcome.PASSED for verdict in made.verdicts)
    open_ones = [v for v in made.verdicts if v.outcome is Outcome.COULD_NOT_CHECK]
    if not open_ones:
        click.echo(f"All {passed} checks passed.")
        return
    click.echo(f"{passed} of {len(made.verdicts)} checks passed. These could not be made:")
    for verdict in open_ones:
        click.echo(f"  {verdict.checker} on {verdict.file}: {printable(verdict.said[0])}")


def _extent(form: Form, extent: int) -> str:
    if not extent:
        return ""
    unit = "section" if form is Form.EPUB else "page"
    return f"{extent:>3} {unit}{'' if extent == 1 else 's'}"


def _object(made: Released) -> str:
    return as_json(
        made.findings,
        folder=shown_path(made.folder),
        written=made.written,
        files=[
            {"name": file.name, "form": file.form.value, "extent": file.extent, "bytes": len(file.data)}
            for file in made.files
        ],
        verdicts=[
            {"file": v.file, "checker": v.checker, "version": v.version, "verdict": v.outcome.value}
            for v in made.verdicts
        ],
    )


@contextmanager
def _stopped_kindly() -> Iterator[None]:
    """Let a request to end stop the work as Ctrl-C does, so that nothing is left half written."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
