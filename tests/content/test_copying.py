"""No stock text has seven words in a row in common with one of the texts that the ideas come from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.content.seed_runs import DIGITS, LENGTH, copied, hashed, kept, main, runs, words
from workbook.model.text import texts
from workbook.source.library import Library
from workbook.source.shelves import EXERCISES, LOCALES, WORKBOOKS, Shelf

SEEDS = os.environ.get("WORKBOOK_SEEDS", "")
STOCK = Library.stock()
SHELVES: tuple[Shelf[Any], ...] = (EXERCISES, WORKBOOKS, LOCALES)
FILES = [(shelf, name) for shelf in SHELVES for name in STOCK.ids(shelf)]


@pytest.mark.parametrize(("shelf", "name"), FILES, ids=[f"{shelf.kind}-{name}" for shelf, name in FILES])
def test_nothing_is_copied(shelf: Shelf[Any], name: str) -> None:
    seeds = kept()
    found = {
        " ".join(map(str, at.location)): shared
        for at in texts(STOCK.get(shelf, name).value)
        if (shared := copied(at.text, seeds))
    }
    assert found == {}


def test_the_hashes_are_whole() -> None:
    assert len(kept()) > 4000
    assert {len(digest) for digest in kept()} == {DIGITS}


@pytest.mark.skipif(not Path(SEEDS).is_dir() or not SEEDS, reason="WORKBOOK_SEEDS names no folder")
def test_the_hashes_are_fresh() -> None:
    assert hashed(Path(SEEDS)) == sorted(kept())


def test_a_copy_is_found(tmp_path: Path) -> None:
    (tmp_path / "seed.txt").write_text("they do n't know , it 's late and the Door is shut", encoding="utf-8")
    seeds = hashed(tmp_path)
    assert copied("They don’t know: it’s **late** and so on", seeds) == [
        "they do nt know it s late",
        "do nt know it s late and",
    ]
    assert copied("It’s late and the door", seeds) == []


def test_runs() -> None:
    assert len(list(runs("one two three four five six seven eight"))) == 8 - LENGTH + 1
    assert list(runs("too few")) == []
    assert words("A_b, C-d") == ["a", "b", "c", "d"]


def test_the_script_refuses_what_is_no_folder_of_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept()
    assert main([]) == 2
    assert main([str(tmp_path)]) == 1
    assert "nothing is changed" in capsys.readouterr().err
    assert kept() == before
