"""Begin a client's file, and list the codes there are."""

from __future__ import annotations

import json
from pathlib import Path

import click

from workbook import bundled
from workbook.cli.project import find_project
from workbook.errors import Code, Diagnostic, FindingsError, Span, shown_path
from workbook.model.client import Client
from workbook.model.code import make_code
from workbook.render.writing import write_atomically
from workbook.source.clients.register import FOLDER_MODE, Register
from workbook.source.document import parse
from workbook.source.loading import build
from workbook.source.schemas import schema

_IGNORED = "# Nothing in this folder goes into a history that others may read.\n*\n"


def begin_client(called: str | None) -> None:
    """Write a new client's file under a new code, and say what comes next.

    Raises:
        FindingsError: the name cannot stand in the file, or the file cannot be written.
    """
    register = Register(find_project().folder)
    code = next(code for code in iter(make_code, "") if not register.path(code).exists())
    text = _text(code, called)
    _prepare(register.folder)
    write_atomically(register.root / "schema" / "client.schema.json", schema("client").encode())
    path = register.path(code)
    write_atomically(path, text.encode(), private=True)
    click.echo(code)
    click.echo(f"{shown_path(path)} is this client's file. Only you can open it; keep who it is elsewhere.")
    click.echo(f"Fill in what you want on the pages, then: workbook build speaking-up --client {code}")


def list_clients() -> None:
    """Print the codes, and nothing else of any client."""
    for code in Register(find_project().folder).codes():
        click.echo(code)


def _text(code: str, called: str | None) -> str:
    text = (bundled.content() / "starters" / "client.yaml").read_text(encoding="utf-8")
    text = text.replace("\ncode: client\n", f"\ncode: {code}\n", 1)
    if called:
        # JSON's quoted strings are YAML's, whatever signs are in them.
        quoted = json.dumps(called, ensure_ascii=False)
        text = text.replace("\n# called: Sam\n", f"\ncalled: {quoted}\n", 1)
    try:
        build(parse(Path(f"{code}.yaml"), text), Client)
    except FindingsError:
        message = "What the client is called cannot stand in the file."
        hint = "Use up to 60 letters on one line, without signs that steer a terminal."
        raise FindingsError([Diagnostic(Code.WRONG_VALUE, message, hint)]) from None
    return text


def _prepare(folder: Path) -> None:
    """Make the folder of clients for its owner alone, and keep it out of git wherever it lies.

    Raises:
        FindingsError: F006, it cannot be made.
    """
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        folder.chmod(FOLDER_MODE)
    except OSError as reason:
        message = f"The folder of clients cannot be made: {(reason.strerror or str(reason)).lower()}."
        hint = "Look at the rights of the folder it goes into."
        raise FindingsError([Diagnostic(Code.DESTINATION, message, hint, Span(folder))]) from reason
    if not (folder / ".gitignore").exists():
        write_atomically(folder / ".gitignore", _IGNORED.encode())
