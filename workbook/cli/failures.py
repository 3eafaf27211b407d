"""The one place where whatever ends a command early becomes words and an exit code."""

from __future__ import annotations

import errno
import platform
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import click

import workbook
from workbook.bundled import MissingFolderError
from workbook.cli.findings import JSON_WANTED, as_json, print_findings
from workbook.cli.inspection.platforms import mend, whole
from workbook.errors import Code, Diagnostic, ExitCode, FindingsError, MissingToolError

STOPPED = 130
"""What a shell reports for a program that was stopped by Ctrl-C: 128 + SIGINT."""

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PACKAGE = Path(workbook.__file__).resolve().parent


class Guard:
    """Catches what a command raises; ``exit_code`` is then what the program ends with.

    **Why** not ``except Exception``: nothing is carried on with. Click's own ends (usage, help, ``exit``)
    and a closed pipe are Click's to handle.
    """

    def __init__(self, ctx: click.Context) -> None:
        self.exit_code = int(ExitCode.OK)
        self._ctx = ctx

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> bool:
        if error is None or _is_clicks(error):
            return False
        self.exit_code = tell(
            error, self._ctx.invoked_subcommand or "", as_json_too=JSON_WANTED in self._ctx.meta
        )
        return True


def tell(error: BaseException, command: str, *, as_json_too: bool = False) -> int:
    """Say what ended a command and return the exit code."""
    if (findings := _findings(error)) is not None:
        if as_json_too:
            click.echo(as_json(findings))
        else:
            print_findings(findings)
        return ExitCode.FINDINGS
    if (missing := _missing(error)) is not None:
        click.echo(f"{click.style('error', fg='red', bold=True)}: {missing.tool} is missing.", err=True)
        click.echo(f"  hint: To install it: {missing.mend}", err=True)
        return ExitCode.MISSING_TOOL
    if isinstance(error, KeyboardInterrupt):
        click.echo("Stopped. No file was left half written.", err=True)
        return STOPPED
    click.echo("\n".join(bug_report(error, command)), err=True)
    return ExitCode.BUG


def bug_report(error: BaseException, command: str) -> Iterator[str]:
    """Yield what a person may send us about a bug: names of our own code, nothing that was in a file."""
    yield "This is a bug in workbook; your files are not at fault, and none was left half written."
    yield "Please report it with the lines below. They hold nothing from your files, nor where they lie."
    yield f"  workbook {workbook.__version__}, command {command or '(none)'}"
    yield f"  Python {platform.python_version()} on {platform.system()}"
    link: BaseException | None = error
    seen: list[BaseException] = []
    while link is not None and link not in seen:
        seen.append(link)
        yield f"  {type(link).__name__} at {', '.join(_own_places(link)) or 'no place of ours'}"
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _own_places(error: BaseException) -> Iterator[str]:
    """Yield ``module:line`` of our own frames, the innermost last."""
    for frame, line in traceback.walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename).resolve()
        if path.is_relative_to(_PACKAGE):
            yield f"{'.'.join(path.relative_to(_PACKAGE.parent).with_suffix('').parts)}:{line}"


def _is_clicks(error: BaseException) -> bool:
    ends = (SystemExit, GeneratorExit, click.ClickException, click.Abort, click.exceptions.Exit)
    return isinstance(error, ends) or (isinstance(error, OSError) and error.errno == errno.EPIPE)


def _findings(error: BaseException) -> tuple[Diagnostic, ...] | None:
    if isinstance(error, FindingsError):
        return error.findings
    if isinstance(error, OSError) and error.errno in _DISK_FULL:
        hint = "Free some room, also in the folder for temporary files, and run the command again."
        return (Diagnostic(Code.DISK_FULL, "There is no room left on the disk.", hint),)
    return None


def _missing(error: BaseException) -> MissingToolError | None:
    if isinstance(error, MissingToolError):
        return MissingToolError(error.tool, mend(error))
    if isinstance(error, MissingFolderError):
        return MissingToolError(f"The program's own folder `{error.name}`", whole())
    if isinstance(error, ModuleNotFoundError) and error.name and not error.name.startswith("workbook"):
        return MissingToolError(f"The Python package {error.name}", "see `workbook doctor`")
    return None
