"""What looks as if it could tell who a client is, or what ails them: such things have no use on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from workbook.errors import Code, Diagnostic, Severity
from workbook.model.client import Client
from workbook.model.text import Location
from workbook.source.loading import Loaded

_KEYS = MappingProxyType(
    {
        "an e-mail address": {"mail", "email"},
        "a phone number": {"phone", "tel", "telephone", "mobile", "cell"},
        "a birth date": {"birth", "born", "birthday", "birthdate", "dob", "age"},
        "a diagnosis": {
            "diagnosis",
            "diagnoses",
            "icd",
            "dsm",
            "disorder",
            "medication",
            "symptom",
            "symptoms",
        },
        "a record number": {"nhs", "ssn", "insurance", "patient", "record", "case"},
        "a full name or address": {"surname", "lastname", "address", "street", "postcode", "zip"},
    }
)
_VALUES = MappingProxyType(
    {
        "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
        "a phone number": re.compile(
            r"(?<![\w-])(?!\d\d?-\d\d?-\d{4}\b)(?:\+|0|\()\d[\d ()-]{5,}\d(?![\w-])"
            r"|\b\d{3}[- .]\d{3}[- .]\d{4}\b"
        ),
        "a birth date": re.compile(
            r"\b(?:19\d\d|20[01]\d)-\d\d?-\d\d?\b|\b\d\d?[./-]\d\d?[./-](?:19\d\d|20[01]\d)\b"
            r"|\b\d\d? [A-Z][a-z]+ (?:19\d\d|20[01]\d)\b|\b[A-Z][a-z]+ \d\d?, (?:19\d\d|20[01]\d)\b"
        ),
        "a diagnosis": re.compile(
            r"\b(?-i:F\d\d(?:\.\d+)?|6[A-E]\d[0-9A-Z](?:\.\w+)?)\b"
            r"|\bdiagnos|\b(?:bipolar|schizo|psychosis|psychotic|autis|anorexi|bulimi|borderline)"
            r"|\b(?:PTSD|ADHD|OCD|BPD|GAD)\b"
            r"|\b(?:depressive|anxiety|personality|eating|panic|mood) (?:disorder|episode)",
            re.IGNORECASE,
        ),
    }
)
"""How such things are written. A date before 2020 is taken for a birth date; sessions are later."""


_PEOPLE = ("person", "contact")
_WHOSE = re.compile(r"(?:my|your|our)(?= )", re.IGNORECASE)
_MAY_BE_A_NUMBER = {"contact", "urgent-contact"}


def resemblance_of_key(key: str) -> str | None:
    """Return what a key, or a column's heading, looks like it is for."""
    words = set(re.split(r"[\W_]+", key.lower()))
    return next((name for name, known in _KEYS.items() if words & known), None)


def resemblance_of_value(value: str) -> str | None:
    """Return what a value looks like."""
    return next((name for name, pattern in _VALUES.items() if pattern.search(value)), None)


def suspicious(client: Loaded[Client]) -> list[Diagnostic]:
    """Return a warning for each key and value that looks as if it told more than a page needs."""
    return [
        Diagnostic(
            Code.TELLS_TOO_MUCH,
            f"`{location[-1]}` looks as if it held {what}.",
            "No page needs it. Leave it out here, and keep it in your own records.",
            client.document.span(location),
            Severity.WARNING,
        )
        for location, what in _found(client.value)
    ]


def misfits(client: Loaded[Client]) -> list[Diagnostic]:
    """Return a warning for each name that says whose: pages say “you” in one sentence and “I” in the next."""
    return [
        Diagnostic(
            Code.WHOSE_PERSON,
            f"`{key}` begins with “{match[0].lower()}”: wrong where a page says “you”, or where it says “I”.",
            "Write what the person is called, or “the” in its place: Mum, Aunt Ros, the twins.",
            client.document.span(("slots", key)),
            Severity.WARNING,
        )
        for key in _PEOPLE
        if (match := _WHOSE.match(str(client.value.slots.get(key, ""))))
    ]


def _found(client: Client) -> Iterator[tuple[Location, str]]:
    for key in ("called", "pronouns", "note"):
        value = getattr(client, key)
        if value and (what := resemblance_of_value(value)):
            yield (key,), what
    for key, said in client.slots.items():
        what = resemblance_of_key(key) or resemblance_of_value(str(said))
        if what and not (what == "a phone number" and key in _MAY_BE_A_NUMBER):
            yield ("slots", key), what
