from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.unit.cli.conftest import ROOT, Installation, Start
from workbook.cli.authoring.checking import _print_lines
from workbook.cli.failures import Guard
from workbook.cli.inspection.platforms import native
from workbook.cli.program import program
from workbook.errors import Code, Diagnostic, MissingToolError

PRIVATE = "Anna is afraid of Bernd"


def end_with(error: BaseException) -> int:
    """Let an error end a command and return the exit code."""
    with Guard(click.Context(program, info_name="workbook")) as guard:
        raise error
    return guard.exit_code


class PrivateError(Exception):
    pass


def test_a_bug_is_reported_without_what_was_in_the_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        _print_lines([Diagnostic(Code.UNKNOWN_KEY, PRIVATE)], PRIVATE)  # there is no such format
    except KeyError as reason:
        error = PrivateError(PRIVATE, tmp_path)
        error.__cause__ = reason
    assert end_with(error) == 70
    out, err = capsys.readouterr()
    assert out == ""
    assert "This is a bug in workbook" in err
    assert "report" in err
    assert "PrivateError at no place of ours" in err
    assert "KeyError at workbook.cli.authoring.checking:" in err
    for private in (PRIVATE, "Anna", str(tmp_path), "Traceback", "test_failures"):
        assert private not in err


@pytest.mark.parametrize("error", [OSError(errno.EIO, "io"), RecursionError(), ValueError(), MemoryError()])
def test_any_unexpected_end_is_a_bug(error: BaseException) -> None:
    assert end_with(error) == 70


def test_an_error_that_names_itself_as_its_cause_ends() -> None:
    error = ValueError()
    error.__cause__ = error
    assert end_with(error) == 70


def test_a_module_of_ours_that_is_missing_is_a_bug(installation: Installation) -> None:
    installation.lose("workbook/source/schemas.py")
    done = installation("schema", "exercise")
    assert done.returncode == 70
    assert done.stdout == ""
    assert "command schema" in done.stderr
    assert "ModuleNotFoundError at " in done.stderr
    assert "workbook.cli.commands.schema:" in done.stderr
    assert str(installation.site) not in done.stderr


def test_a_missing_package_ends_with_3(installation: Installation) -> None:
    installation.lose("yaml")
    done = installation("list")
    assert (done.returncode, done.stdout) == (3, "")
    assert "The Python package yaml is missing." in done.stderr
    assert "workbook doctor" in done.stderr


@pytest.mark.parametrize(
    ("name", "command"), [("content", "list"), ("content", "new exercise x"), ("templates", "theme list")]
)
def test_a_folder_that_the_installation_lacks_ends_with_3(
    name: str, command: str, installation: Installation
) -> None:
    installation.lose(name)
    done = installation(*command.split())
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        f"error: The program's own folder `{name}` is missing.\n"
        f"  hint: To install it: {installation.python} -m pip install --force-reinstall guided-workbook\n"
    )


@pytest.mark.parametrize(
    ("typed", "file", "completed"),
    [
        ("build min", "workbooks/mine.yaml", "plain,mine"),
        ("build --theme cl", "templates/clear/theme.yaml", "plain,clear"),
    ],
)
def test_a_shell_completes_even_where_folders_are_lacking(
    typed: str, file: str, completed: str, installation: Installation, folder: Path
) -> None:
    installation.lose("content", "templates")
    (folder / file).parent.mkdir(parents=True)
    (folder / file).touch()
    words = f"workbook {typed}"
    done = subprocess.run(
        [str(installation.python), "-m", "workbook"],
        env={
            "PYTHONPATH": str(installation.site),
            "_WORKBOOK_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{completed}\n", "")


def test_a_missing_engine_ends_with_3(project: Path, without_library: Start) -> None:
    assert project
    done = without_library("libpango-1.0.so.0", "build", "mine", "--output", "pdf")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"error: Pango is missing.\n  hint: To install it: {native('pango')}\n"


def test_a_missing_font_is_installed_into_this_python(capsys: pytest.CaptureFixture[str]) -> None:
    assert end_with(MissingToolError("The font family Lora", "pip install fontpkg-lora")) == 3
    assert capsys.readouterr().err == (
        "error: The font family Lora is missing.\n"
        f"  hint: To install it: {sys.executable} -m pip install fontpkg-lora\n"
    )


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_a_finding_wherever_it_is_met(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert end_with(OSError(number, os.strerror(number))) == 1
    assert capsys.readouterr().err.startswith("error F007: There is no room left on the disk.\n  hint: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_to_a_full_disk() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "workbook", "schema"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"},
        )
    assert done.returncode == 1
    assert "F007" in done.stderr
    assert "Traceback" not in done.stderr
    assert "ignored" not in done.stderr


def test_a_reader_that_has_gone_is_no_bug() -> None:
    """As in ``workbook schema exercise | head -1``."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "workbook", "schema", "exercise"],
            cwd=ROOT,
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == ""


def test_a_terminal_that_lacks_a_sign_gets_another(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workbook", "show", "a-good-hour"],
        cwd=project,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "?Would it be useful to look for an hour that was different??" in " ".join(
        done.stdout.decode("latin-1").split()
    )
