from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run
from workbook.errors import MissingToolError

PRIVATE = "Anna is afraid of Bernd"
PLACE = "workbook.cli.authoring.checking.check_and_report"


def raising(error: BaseException) -> object:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


class PrivateError(Exception):
    pass


def test_a_bug_is_reported_without_what_was_in_the_files(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / f"{PRIVATE}.yaml").write_text(f"id: {PRIVATE}")

    def fail(paths: list[Path], *_: object, **__: object) -> None:
        try:
            dict[str, str]()[PRIVATE]
        except KeyError as error:
            raise PrivateError(PRIVATE, paths[0].absolute()) from error

    monkeypatch.setattr(PLACE, fail)
    result = run("check", f"{PRIVATE}.yaml")
    assert result.exit_code == 70
    assert result.stdout == ""
    assert "This is a bug in workbook" in result.stderr
    assert "report" in result.stderr
    assert "command check" in result.stderr
    assert "PrivateError at " in result.stderr
    assert "KeyError at " in result.stderr
    assert "workbook.cli.commands.check:" in result.stderr
    for private in (PRIVATE, "Anna", str(folder), "Traceback", "test_failures"):
        assert private not in result.stderr


@pytest.mark.parametrize("error", [OSError(errno.EIO, "io"), RecursionError(), ValueError(), MemoryError()])
def test_any_unexpected_end_is_a_bug(error: BaseException, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PLACE, raising(error))
    assert run("check").exit_code == 70


def test_an_error_that_names_itself_as_its_cause_ends(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    error = ValueError()
    error.__cause__ = error
    monkeypatch.setattr(PLACE, raising(error))
    assert run("check").exit_code == 70


def test_a_missing_tool_ends_with_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PLACE, raising(MissingToolError("Pango", "brew install pango")))
    result = run("check")
    assert result.exit_code == 3
    assert result.stderr == "error: Pango is missing.\n  hint: To install it: brew install pango\n"


def test_a_missing_package_ends_with_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PLACE, raising(ModuleNotFoundError("No module", name="yaml")))
    result = run("check")
    assert result.exit_code == 3
    assert "The Python package yaml is missing." in result.stderr
    assert "workbook doctor" in result.stderr


def test_a_module_of_ours_that_is_missing_is_a_bug(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PLACE, raising(ModuleNotFoundError("No module", name="workbook.nowhere")))
    assert run("check").exit_code == 70


def test_ctrl_c_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PLACE, raising(KeyboardInterrupt()))
    result = run("check")
    assert result.exit_code == 130
    assert result.stderr.startswith("Stopped.")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_a_finding_wherever_it_is_met(
    number: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PLACE, raising(OSError(number, os.strerror(number))))
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr.startswith("error F007: There is no room left on the disk.\n  hint: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_to_a_full_disk() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "workbook", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "F007" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_gone_is_no_bug() -> None:
    """As in ``workbook schema exercise | head -1``."""
    code = (
        "import os, sys\n"
        "read, write = os.pipe(); os.close(read); os.dup2(write, 1)\n"
        "from workbook.cli import main\n"
        "sys.argv = ['workbook', 'schema', 'exercise']\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == ""


def test_a_terminal_that_lacks_a_sign_gets_another() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workbook", "show", "boundary-one-sentence"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"Begin with ?I?" in done.stdout
