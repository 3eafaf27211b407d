"""Remove a client: the file, what was made, the list of it. Say honestly what was not found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from workbook.cli.clients.keeping import made
from workbook.cli.findings import printable
from workbook.cli.project import find_project
from workbook.errors import Code, Diagnostic, FindingsError, Span, shown_path
from workbook.model.code import codes_within
from workbook.source.clients.register import Register

_BEYOND = (
    "Copies, printed pages, backups, e-mail and synced folders are beyond this program; see docs/privacy.md."
)


def purge(typed: str, *, yes: bool) -> None:
    """Remove all that is known of a client, after asking.

    Raises:
        FindingsError: there is no such client, or something could not be removed: then the client's file and
            ledger stay, so that it can be tried again.
    """
    register = Register(find_project().folder)
    code = register.code(typed)
    own = [path for path in (register.ledger(code), register.path(code)) if path.is_file()]
    listed = made(register, code)
    files = sorted({path.resolve() for path in (*listed, *_named(register, code)) if _is_there(path)})
    lost = [path for path in listed if not _is_there(path)]
    if not (own or files):
        message = f"There is no client `{code}` in this practice, and no file made for one."
        raise FindingsError(
            [Diagnostic(Code.UNKNOWN_CLIENT, message, "`workbook client list` shows the codes.")]
        )
    _say("To be removed for good:", [*files, *own])
    _say("Made once, and no longer there. It was moved, renamed or removed; if moved, remove it there:", lost)
    if not yes:
        click.confirm("Remove them?", abort=True, err=True)
    _remove(files)
    _remove(own)
    click.echo(f"{len(files) + len(own)} files removed. {_BEYOND}")


def _named(register: Register, code: str) -> Iterator[Path]:
    """Yield the files below the practice, outside its folder of clients, that have the code in their name."""
    root = register.root.resolve()
    for path in root.rglob(f"*{code}*"):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if code in codes_within(path.name) and path.parent != register.folder.resolve() and not hidden:
            yield path


def _is_there(path: Path) -> bool:
    return path.is_file() or path.is_symlink()


def _say(heading: str, paths: list[Path]) -> None:
    if paths:
        click.echo(heading)
        for path in paths:
            click.echo(f"  {printable(shown_path(path))}")


def _remove(paths: list[Path]) -> None:
    findings = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as reason:
            message = f"This file could not be removed: {(reason.strerror or str(reason)).lower()}."
            hint = "Close the program that has it open, look at its rights, and purge again."
            findings.append(Diagnostic(Code.NOT_REMOVED, message, hint, Span(path)))
    if findings:
        raise FindingsError(findings)
