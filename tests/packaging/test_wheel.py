"""The wheel, unpacked alone into an empty environment, works outside the checkout and without a network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[2]
NO_NETWORK = """
import socket

connect = socket.socket.connect

def refuse(*_):
    raise OSError("this test allows no network")

def connect_here(self, address):
    return connect(self, address) if self.family == socket.AF_UNIX else refuse()

socket.socket.connect = connect_here
socket.create_connection = refuse
socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="session")
def wheel(shared: Path) -> Path:
    folder = shared / "wheel"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def python(wheel: Path, shared: Path) -> Path:
    """An environment with the wheel, its dependencies borrowed from this one, and no network."""
    home = shared / "environment"
    with FileLock(f"{home}.lock"):
        if not home.exists():
            venv.create(home, with_pip=False)
            site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(site)
            (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
            (site / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return home / "bin" / "python"


def _run(python: Path, folder: Path, *arguments: str) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    result = subprocess.run(
        [str(python), "-m", "workbook", *arguments],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_wheel_has_code_templates_content_and_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "workbook/_bundled/templates/calm/theme.yaml",
        "workbook/_bundled/templates/base/sections/exercise.html.j2",
        "workbook/_bundled/content/workbooks/speaking-up.yaml",
        "workbook/_bundled/content/locale/en.yaml",
        "workbook/_bundled/content/LICENSE",
    ):
        assert wanted in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/")) or "/work/" in name]


def test_it_is_the_wheels_own_code_that_runs(python: Path, tmp_path: Path) -> None:
    command = [str(python), "-c", "import workbook; print(workbook.__file__)"]
    place = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert str(python.parents[1]) in place


def test_it_builds_a_handout_and_an_epub_offline(python: Path, tmp_path: Path) -> None:
    assert "speaking-up" in _run(python, tmp_path, "list", "workbooks")
    _run(python, tmp_path, "handout", "boundary-one-sentence")
    _run(python, tmp_path, "build", "speaking-up", "--output", "epub")
    made = {path.name for path in (tmp_path / "dist").iterdir()}
    assert made == {"boundary-one-sentence.pdf", "speaking-up.epub"}


def test_a_new_exercise_passes_the_check_there(python: Path, tmp_path: Path) -> None:
    _run(python, tmp_path, "new", "exercise", "my-own-page")
    _run(python, tmp_path, "check", "exercises/my-own-page.yaml")
