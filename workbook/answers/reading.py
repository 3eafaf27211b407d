"""Read the fields of a filled PDF.

**Why** so wary: the file comes from another person's machine. Nothing in it runs, no text that it holds gets
into an error's words, and whatever is odd is refused or left out, in so many words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from workbook.errors import Code, Diagnostic, FindingsError, Severity, Span
from workbook.source.files import read_bytes

LIMIT = 64_000_000
"""Bytes. A filled book of 200 pages has two million."""
MOST_FIELDS = 20_000
LONGEST = 100_000
"""Letters of one field."""
RADIO = 1 << 15
"""Flag of a field whose choices shut each other out (ISO 32000-1, 12.7.4.2.1)."""
BUTTON = 1 << 16
"""Flag of a button to press, which has no value."""
_NAME = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+){1,3}")


class Sort(StrEnum):
    """What a field holds."""

    TEXT = "text"
    TICK = "tick"
    CHOICE = "choice"


@dataclass(frozen=True)
class Filled:
    """One field of a filled page.

    ``label`` is its words as read aloud, ``value`` what was typed, ``yes`` where it is ticked, or the name
    of what was chosen; empty where nothing was. ``chosen`` has the label of the choice.
    """

    name: str
    label: str
    sort: Sort
    value: str
    chosen: str = ""


@dataclass(frozen=True)
class Form:
    """All fields of a file in reading order, and what is to be said about it."""

    fields: tuple[Filled, ...]
    findings: tuple[Diagnostic, ...]


def read_form(path: Path) -> Form:
    """Return the fields of a PDF that `workbook … --fillable` has made and someone has filled in.

    Raises:
        FindingsError: the file cannot be read, is locked, has no such form, or one beyond all measure.
    """
    data = read_bytes(path, limit=LIMIT)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _form(pdf, path)
    except pikepdf.PasswordError as error:
        message = "This PDF is locked with a password."
        hint = "Ask for a copy without one, or open it with the password and save it without."
        raise _wrong(path, Code.FORM_LOCKED, message, hint) from error
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError, KeyError, AttributeError) as error:
        # Beside a broken file, pikepdf raises what a value of the wrong kind gives in Python.
        hint = "Ask for it again; it may have been cut off on its way."
        raise _wrong(path, Code.FILE_NOT_READABLE, "This cannot be read as a PDF.", hint) from error


def _form(pdf: pikepdf.Pdf, path: Path) -> Form:
    fields: dict[str, Filled] = {}
    others = 0
    form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    for name, label, field in _terminals(form.get("/Fields", pikepdf.Array()), path):
        if not _NAME.fullmatch(name):
            others += 1
        elif (filled := _filled(name, label, field, path)) is not None:
            fields[name] = filled
    if not fields:
        message = "This PDF has no fields of a workbook to read."
        hint = "Only a PDF made with --fillable and filled in on a screen has any; a scan or a print has not."
        raise _wrong(path, Code.NO_FORM, message, hint)
    findings: tuple[Diagnostic, ...] = ()
    if others:
        message = f"{others} fields in it are not a workbook's; they are left out."
        hint = "Another program added them; look at them in a PDF viewer."
        findings = (Diagnostic(Code.FOREIGN_FIELDS, message, hint, Span(path), Severity.WARNING),)
    return Form(tuple(fields.values()), findings)


def _terminals(roots: Any, path: Path) -> Iterator[tuple[str, str, pikepdf.Object]]:
    """Yield each field that has no fields below it: its whole name, its label, itself."""
    count = 0
    waiting = [(field, "", "") for field in reversed(list(roots))]
    while waiting:
        field, above, label = waiting.pop()
        count += 1
        if count > MOST_FIELDS:
            message = f"It has more than {MOST_FIELDS} fields; no workbook has so many."
            raise _wrong(path, Code.FORM_TOO_LARGE, message, "Do not open it; ask who sent it.")
        if not isinstance(field, pikepdf.Dictionary):
            continue
        own = _text(field.get("/T", ""), path)
        name = ".".join(filter(None, (above, own)))
        label = _text(field.get("/TU", ""), path) or label
        below = [kid for kid in field.get("/Kids", ()) if isinstance(kid, pikepdf.Dictionary) and "/T" in kid]
        if below:
            waiting += [(kid, name, label) for kid in reversed(below)]
        else:
            yield name, label, field


def _filled(name: str, label: str, field: pikepdf.Object, path: Path) -> Filled | None:
    kind, flags = field.get("/FT"), int(field.get("/Ff", 0))
    if kind == pikepdf.Name.Tx:
        return Filled(name, label, Sort.TEXT, cleaned(_text(field.get("/V", ""), path)))
    if kind != pikepdf.Name.Btn or flags & BUTTON:
        return None
    state, widget = _state(field)
    if flags & RADIO:
        own = cleaned(_text(widget.get("/TU", ""), path)) if widget is not None else ""
        return Filled(name, label, Sort.CHOICE, state, own.removeprefix(f"{label}: ") if own != label else "")
    return Filled(name, label, Sort.TICK, "yes" if state else "")


def _state(field: pikepdf.Object) -> tuple[str, pikepdf.Object | None]:
    """Return the name of the state that a button is in, and the widget that shows it.

    **Why** two looks: some programs set the value and some only what is shown.
    """
    kids: list[pikepdf.Object] = [k for k in field.get("/Kids", ()) if isinstance(k, pikepdf.Dictionary)]
    value = _off(field.get("/V"))
    for widget in kids or [field]:
        drawn = widget.get("/AP", pikepdf.Dictionary()).get("/N", pikepdf.Dictionary())
        states = {_off(state) for state in drawn.keys()} - {""}  # noqa: SIM118 - pikepdf's, not a dict
        shown = _off(widget.get("/AS"))
        if (value and value in states) or (not value and shown):
            return value or shown, widget
    return value, None


def _off(state: Any) -> str:
    name = str(state or "").removeprefix("/")
    return "" if name == "Off" else name


def _text(value: Any, path: Path) -> str:
    """Return a text string or a text stream (ISO 32000-1, 7.9.2 and 12.7.4.3); anything else is no text."""
    if isinstance(value, pikepdf.Stream):
        value = pikepdf.String(value.read_bytes())
    if not isinstance(value, (str, pikepdf.String)):
        return ""
    text = str(value)
    if len(text) > LONGEST:
        message = f"One of its fields holds more than {LONGEST} letters."
        raise _wrong(path, Code.FORM_TOO_LARGE, message, "Do not open it; ask who sent it.")
    return text


def cleaned(text: str) -> str:
    """Return a text with lines ended alike, no spaces at their ends, no signs that would steer a terminal."""
    lines = [line.rstrip() for line in re.split("\r\n|\r|\n", text)]
    text = "\n".join(lines).strip("\n")
    return "".join("\ufffd" if _steers(sign) else sign for sign in text)


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t"


def _wrong(path: Path, code: Code, message: str, hint: str) -> FindingsError:
    return FindingsError([Diagnostic(code, message, hint, Span(path))])
