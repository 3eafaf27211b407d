"""A runner for the commands, a project folder to run them in, and engines that take no time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbook.cli.program import program
from workbook.compose.manuscript import Manuscript
from workbook.render.rendered import Rendered

FILES = Path(__file__).parent / "files"
Run = Callable[..., Result]


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

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(program, arguments, prog_name="workbook")

    return run


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> list[Manuscript]:
    """Put engines in place that only note what they are asked to render."""
    asked: list[Manuscript] = []

    def render(manuscript: Manuscript) -> Rendered:
        asked.append(manuscript)
        return Rendered(manuscript.title.encode(), (), 48)

    monkeypatch.setattr("workbook.render.pdf.render_pdf", render)
    monkeypatch.setattr("workbook.render.epub.render_epub", render)
    return asked
