"""A runner for the commands, a small project to run them in, and ways to take a part away for real."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbook.cli.program import program

FILES = Path(__file__).parent / "files"
ROOT = Path(__file__).parents[3]
Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[str]"]


def invoke(*arguments: str) -> Result:
    """Run the command in this process, so that the engines are read once."""
    return CliRunner().invoke(program, arguments, prog_name="workbook")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def project(folder: Path) -> Path:
    """A working folder with one exercise and one workbook of it."""
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture
def run(folder: Path) -> Run:  # noqa: ARG001 - so that nothing is written into the checkout
    """Run the command in the working folder."""
    return invoke


@dataclass(frozen=True)
class Made:
    """What a command said, and the folder that it worked in."""

    result: Result
    folder: Path


@pytest.fixture(scope="session")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The small project's workbook, both files, made once."""
    folder = tmp_path_factory.mktemp("mine")
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    with chdir(folder):
        return Made(invoke("build", "mine"), folder)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python of its own with no package at all."""
    folder = tmp_path_factory.mktemp("python")
    venv.create(folder, with_pip=False)
    return folder


@dataclass(frozen=True)
class Installation:
    """A copy of the program with its folders, and links to the packages that it stands on."""

    site: Path
    python: Path

    def lose(self, *names: str) -> None:
        """Take away what begins so: packages, folders, files of the program."""
        for name in names:
            found = list(self.site.glob(f"{name}*"))
            assert found, name
            for path in found:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

    def __call__(self, *arguments: str, path: str = os.environ["PATH"]) -> subprocess.CompletedProcess[str]:
        """Run the command in a folder of its own."""
        folder = self.site.parent / "work"
        folder.mkdir(exist_ok=True)
        return subprocess.run(
            [str(self.python), "-m", "workbook", *arguments],
            cwd=folder,
            env={"PATH": path, "PYTHONPATH": str(self.site), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def installation(tmp_path: Path, home: Path) -> Installation:
    """An installation to take something away from."""
    site = tmp_path / "site"
    shutil.copytree(ROOT / "workbook", site / "workbook")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, site / name)
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if entry.suffix != ".pth" and entry.name != "__pycache__" and not (site / entry.name).exists():
            (site / entry.name).symlink_to(entry)
    return Installation(site, home / "bin/python")


@pytest.fixture
def without_library(tmp_path: Path) -> Start:
    """Run the command where a library of the system cannot be loaded."""
    if sys.platform != "linux":
        pytest.skip("only Linux looks into LD_LIBRARY_PATH")

    def start(library: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "workbook", *arguments],
            env={**os.environ, "PYTHONPATH": str(ROOT), **broken(library, tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

    return start


def broken(library: str, folder: Path) -> dict[str, str]:
    """Return the environment in which a library of the system cannot be loaded.

    **Why** an empty file: the loader meets it before the real one, and refuses it.
    """
    place = folder / "broken"
    place.mkdir(exist_ok=True)
    (place / library).touch()
    return {"LD_LIBRARY_PATH": str(place)}
