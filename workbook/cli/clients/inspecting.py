"""Say what in a finished file could tell whose it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from workbook.cli.clients.passwords import from_file
from workbook.cli.findings import as_json, printable
from workbook.cli.looking.paper import print_page, table
from workbook.cli.project import find_project
from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.client import Client
from workbook.model.code import codes_within
from workbook.prepress.identifying.epub import traces_of_epub
from workbook.prepress.identifying.pdf import traces_of_pdf
from workbook.prepress.identifying.traces import DamagedError, Known, LockedError, Trace
from workbook.source.clients.register import Register

_LIMIT = 300_000_000
_KEYS = ("called", "pronouns", "note", "next")


def inspect_file(file: Path, typed: str | None, password_file: Path | None, *, as_json_object: bool) -> None:
    """Print a finished file's traces.

    Raises:
        FindingsError: F001, F002, K012, K013, or what is wrong with the client's file.
    """
    data = _read(file)
    client = _client(file, typed)
    password = from_file(password_file) if password_file else ""
    traces = [*_known(client).search(file.name, "file name"), *_traces(file, data, password, _known(client))]
    found = _gathered(traces)
    if as_json_object:
        rows = [{"where": t.where, "what": t.what, "value": t.value or None} for t in found]
        click.echo(as_json([], file=file.name, client_file=client is not None, traces=rows))
        return
    print_page(
        table(("Where", "What", "Value"), [tuple(map(printable, _row(t))) for t in found], ("Where", "Value"))
    )
    if client is None:
        click.echo("No client's file is at hand; with --client CODE the client's words are looked for too.")
    click.echo("Read the pages as well: no program knows every word that could tell a person.")


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LIMIT:
            raise _refused(file)
        return file.read_bytes()
    except FileNotFoundError:
        message, hint = "There is no such file.", "Look at the spelling of its name and folder."
        raise FindingsError([Diagnostic(Code.FILE_NOT_FOUND, message, hint, Span(file))]) from None
    except OSError as reason:
        words = (reason.strerror or str(reason)).lower()
        message = f"The file cannot be read: {words}."
        hint = "Look at its rights."
        raise FindingsError([Diagnostic(Code.FILE_NOT_READABLE, message, hint, Span(file))]) from reason


def _client(file: Path, typed: str | None) -> Client | None:
    """Return the client whose code was typed, or else stands in the file's name."""
    register = Register(find_project().folder)
    if typed is not None:
        return register.get(typed).value
    codes = [code for code in codes_within(file.name) if code in register.codes()]
    return register.get(codes[0]).value if codes else None


def _known(client: Client | None) -> Known:
    practice = find_project().practice
    names = ("name", "therapist", "credentials", "phone", "email", "website", "address")
    shown = {f"your practice's {key}": str(value) for key in names if (value := getattr(practice, key, None))}
    secret: dict[str, str] = {}
    if client is not None:
        said = {key: getattr(client, key) for key in _KEYS} | client.slots
        written = find_project().library.locale(practice.language).value.dates.written
        for key, value in said.items():
            if value:
                words = written(value) if isinstance(value, dt.date) else value
                secret[f"the client's `{key}`"] = words
    return Known(shown, secret)


def _traces(file: Path, data: bytes, password: str, known: Known) -> Iterator[Trace]:
    try:
        if data[:1024].lstrip().startswith(b"%PDF"):
            yield from traces_of_pdf(data, password, known)
        elif data.startswith(b"PK"):
            yield from traces_of_epub(data, known)
        else:
            raise _refused(file)
    except LockedError:
        hint = "Give its password: --password-file FILE."
        raise FindingsError([Diagnostic(Code.LOCKED, "This file is locked.", hint, Span(file))]) from None
    except DamagedError:
        raise _refused(file) from None


def _refused(file: Path) -> FindingsError:
    message = "This is no PDF or EPUB that can be read."
    hint = "Name a file that `workbook build` or `workbook handout` made."
    return FindingsError([Diagnostic(Code.NOT_INSPECTABLE, message, hint, Span(file))])


def _gathered(traces: Sequence[Trace]) -> list[Trace]:
    """Return each trace once; those of the same sort on several pages, or in several parts, as one."""
    places: dict[tuple[str, str, str], list[str]] = {}
    found: list[Trace] = []
    for trace in dict.fromkeys(traces):
        word, _, place = trace.where.partition(" ")
        if word in {"page", "part"}:
            places.setdefault((word, trace.what, trace.value), []).append(place)
        else:
            found.append(trace)
    for (word, what, value), named in places.items():
        found.append(Trace(f"{word if len(named) == 1 else word + 's'} {', '.join(named)}", what, value))
    return found


def _row(trace: Trace) -> tuple[str, str, str]:
    return trace.where, trace.what, trace.value
