"""A release's folder appears whole, or not at all; an older one stays until it is replaced."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from workbook.errors import Code, FindingsError
from workbook.release.folder import place_folder, read_folder, sweep

FILES = {"a.txt": b"one", "b.txt": b"two" * 1000}


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_is_written_once(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mine-1.0.0"
    assert place_folder(folder, FILES, replace=False)
    before = folder.stat().st_mtime_ns
    assert not place_folder(folder, FILES, replace=True)
    assert folder.stat().st_mtime_ns == before
    assert read_folder(folder) == FILES
    assert _names(folder.parent) == ["mine-1.0.0"]


def test_another_one_is_replaced_only_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "mine-1.0.0"
    place_folder(folder, {"old.txt": b"old"}, replace=False)
    with pytest.raises(FindingsError) as caught:
        place_folder(folder, FILES, replace=False)
    assert [finding.code for finding in caught.value.findings] == [Code.RELEASE_DIFFERS]
    assert read_folder(folder) == {"old.txt": b"old"}
    assert place_folder(folder, FILES, replace=True)
    assert read_folder(folder) == FILES
    assert _names(tmp_path) == ["mine-1.0.0"]


def test_a_full_disk_leaves_the_older_one_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "mine-1.0.0"
    place_folder(folder, {"old.txt": b"old"}, replace=False)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))  # more than the first file, less than the second
    try:
        with pytest.raises(FindingsError) as caught:
            place_folder(folder, FILES, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [finding.code for finding in caught.value.findings] == [Code.DISK_FULL]
    assert read_folder(folder) == {"old.txt": b"old"}
    assert _names(tmp_path) == ["mine-1.0.0"]


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / ".mine-1.0.0-abc.tmp").mkdir()
    (tmp_path / ".other-1.0.0-abc.tmp").mkdir()
    sweep(tmp_path / "mine-1.0.0")
    assert _names(tmp_path) == [".other-1.0.0-abc.tmp"]
