"""Real builds that cannot be written: a sentence at the file, and the older file still whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

resource = pytest.importorskip("resource", reason="limits are set as on Unix")

CHECKOUT = Path(__file__).parents[2]
PROJECT = CHECKOUT / "tests/unit/cli/files"
LIMIT = 16_384


def workbook(folder: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "workbook", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that any user may look into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
        (folder / "dist").mkdir()
        (folder / "dist/mine.epub").write_text("older")
        yield folder


def give_up_power() -> None:
    """Take from root what lets it write anywhere: prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)."""
    if os.geteuid() == 0 and ctypes.CDLL(None).prctl(24, 1, 0, 0, 0):
        raise OSError


def assert_refused(done: subprocess.CompletedProcess[str], folder: Path, code: str) -> None:
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith(f"dist/mine.epub:1:1: error {code}: ")
    assert "\n  hint: " in done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / "dist/mine.epub").read_text() == "older"
    assert [path.name for path in (folder / "dist").iterdir()] == ["mine.epub"]


def test_a_disk_without_room(folder: Path) -> None:
    done = workbook(
        folder,
        "build",
        "mine",
        "--output",
        "epub",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT)),
    )
    assert_refused(done, folder, "F007")


@pytest.mark.skipif(sys.platform != "linux" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_leave_to_write(folder: Path) -> None:
    (folder / "dist").chmod(0o555)
    done = workbook(folder, "build", "mine", "--output", "epub", preexec_fn=give_up_power)
    assert_refused(done, folder, "F006")


@pytest.mark.skipif(sys.platform != "linux" and os.geteuid() == 0, reason="root may write anywhere")
def test_it_is_known_before_anything_is_made(folder: Path) -> None:
    """Else a person would wait for a file that has nowhere to go."""
    (folder / "dist").chmod(0o555)
    done = workbook(folder, "build", "mine", preexec_fn=give_up_power)
    assert done.returncode == 1
    assert done.stderr.startswith("dist/mine.pdf:1:1: error F006: This file cannot be written: you may not")
    code = "import sys\nfrom workbook.render.writing import prepare_destination as prepare\n"
    code += "from pathlib import Path\nprepare(Path('dist/mine.pdf'))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=give_up_power,
    )
    assert "FindingsError: F006 This file cannot be written: you may not write" in done.stderr
