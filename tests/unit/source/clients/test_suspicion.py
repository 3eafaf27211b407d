from __future__ import annotations

from pathlib import Path

import pytest

from workbook.errors import Code
from workbook.source.clients.register import load_client
from workbook.source.clients.suspicion import (
    misfits,
    resemblance_of_key,
    resemblance_of_value,
    suspicious,
)


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("write to sam.o+x@example.co.uk", "an e-mail address"),
        ("020 7946 0000", "a phone number"),
        ("+44 20 7946 0000", "a phone number"),
        ("(555) 123 4567", "a phone number"),
        ("555-123-4567", "a phone number"),
        ("1987-04-02", "a birth date"),
        ("2/4/1987", "a birth date"),
        ("born 2 April 1987", "a birth date"),
        ("April 2, 1987", "a birth date"),
        ("F32.1", "a diagnosis"),
        ("6B40", "a diagnosis"),
        ("since the PTSD", "a diagnosis"),
        ("an eating disorder", "a diagnosis"),
        ("Diagnosed in May", "a diagnosis"),
    ],
)
def test_what_looks_like_something(value: str, what: str) -> None:
    assert resemblance_of_value(value) == what


@pytest.mark.parametrize(
    "value",
    [
        "Mum",
        "Sunday lunch at 1",
        "I leave at four.",
        "2026-12-03",
        "3/12/2026",
        "03-12-2026",
        "the 24th of December",
        "room 12, floor 3",
        "I owe them 1200",
        "my anxious side",
        "F sharp",
        "I am in order",
    ],
)
def test_what_does_not(value: str) -> None:
    assert resemblance_of_value(value) is None


@pytest.mark.parametrize("key", ["email", "phone-number", "date-of-birth", "diagnosis", "Home address"])
def test_keys(key: str) -> None:
    assert resemblance_of_key(key)


@pytest.mark.parametrize("key", ["person", "contact", "what-they-ask", "next-session", "page", "stage"])
def test_harmless_keys(key: str) -> None:
    assert resemblance_of_key(key) is None


def test_findings_are_located_and_silent(tmp_path: Path) -> None:
    path = tmp_path / "clients" / "c-7f3h-j.yaml"
    path.parent.mkdir()
    path.write_text(
        "code: c-7f3h-j\ncalled: q@example.org\nslots:\n  diagnosis: secret\n  contact: Ros 020 7946 0000\n"
        "  person: Ros 020 7946 0000\n",
        encoding="utf-8",
    )
    found = suspicious(load_client(path, tmp_path))
    assert [(f.code, f.span.line) for f in found if f.span] == [(Code.TELLS_TOO_MUCH, n) for n in (2, 4, 6)]
    said = " ".join(f.message + f.hint for f in found)
    assert not {"secret", "example", "7946", "Ros"} & set(said.replace("@", " ").split())


@pytest.mark.parametrize(
    ("person", "lines"),
    [("my brothers", [3]), ("Our Ben", [3]), ("Mum", []), ("Myra", []), ("the twins", [])],
)
def test_whose_person_it_is_depends_on_who_speaks(tmp_path: Path, person: str, lines: list[int]) -> None:
    path = tmp_path / "clients" / "c-7f3h-j.yaml"
    path.parent.mkdir()
    path.write_text(f"code: c-7f3h-j\nslots:\n  person: {person}\n  my-limit: my own\n", encoding="utf-8")
    found = misfits(load_client(path, tmp_path))
    assert [(f.code, f.span.line) for f in found if f.span] == [(Code.WHOSE_PERSON, n) for n in lines]
    assert not any("brothers" in f.message + f.hint for f in found)
