from __future__ import annotations

import socket

import pytest

from workbook.editorial.reading import syllables as room
from workbook.editorial.reading.syllables import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("walk", 1),
        ("Therapist", 3),
        ("client’s", 2),
        ("therapist's", 3),
        ("if-then", 2),
        ("cross‑legged", 3),
        ("12", 1),
        ("0800", 1),
        ("housemate", 2),
        ("favourable", 4),
        ("practised", 2),
        ("internalising", 5),
        ("flatmates", 2),
        ("steadies", 2),
        ("grumblingly", 4),
        ("foghornless", 3),
        ("zorble", 2),
        ("vloped", 1),
        ("glorted", 2),
        ("sh", 1),
    ],
)
def test_counts(word: str, count: int) -> None:
    assert syllables(word) == count


def test_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the dictionary is a file of its package")

    monkeypatch.setattr(socket, "socket", refuse)
    room._dictionary.cache_clear()
    assert len(room._dictionary()) > 100_000
