"""Runs the commands of a guide as its reader would, one after the other in one folder.

In a block marked ``console`` each line that begins with ``$`` is a command; the lines under it, if any, are
what it prints. There ``…`` stands for anything, alone on a line for any lines. A YAML block after the comment
``write: FILE`` becomes that file; after ``in FILE, instead of: LINE`` it takes the line's place.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.docs.guides import ROOT, Fence, fences
from workbook.cli.program import program

_OLD_LINES = re.compile(r"^.*: warning H002: .*\n(?:  hint: .*\n)?", re.MULTILINE)
"""Crisis lines grow old with the calendar; that is no fault of the guides."""


def follow(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do all that a page tells its reader to do; fail where something else happens than it says."""
    monkeypatch.chdir(folder)
    for fence in fences(page):
        if fence.language == "console":
            for command, printed in commands(fence):
                place = f"{page.name}, block at line {fence.line}: {command}"
                run(command, printed, place)
        elif fence.comment:
            edit(fence)


def commands(fence: Fence) -> Iterator[tuple[str, str]]:
    """Yield each command of a block and what it is said to print."""
    parts = re.split(r"^\$ (.+)\n", fence.text, flags=re.MULTILINE)
    assert not parts[0].strip(), f"line {fence.line}: begin the block with `$ `"
    yield from zip(parts[1::2], parts[2::2], strict=True)


def run(command: str, printed: str, place: str) -> None:
    """Run one command and compare."""
    words = shlex.split(command)
    match words[0]:
        case "workbook":
            compare(*run_workbook(words[1:]), printed, place)
        case "mkdir":
            Path(words[1]).mkdir()
        case "chmod":
            Path(words[2]).chmod(int(words[1], 8))
        case "cd":
            os.chdir(words[1])
        case "sha256sum":
            if shutil.which("sha256sum"):
                done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
                compare(done.stdout, done.returncode, printed, place)
        case "python":
            assert words[1] == "-m" and importlib.util.find_spec(words[2]), place
        case script:
            assert script.startswith("scripts/"), f"{place}: not a command that a guide may show here"
            assert os.access(ROOT / script, os.X_OK), place


def run_workbook(arguments: list[str]) -> tuple[str, int]:
    """Return what the command prints, on both streams, and its exit code."""
    result = CliRunner().invoke(program, arguments, prog_name="workbook", catch_exceptions=False)
    return _OLD_LINES.sub("", result.output), result.exit_code


def compare(output: str, exit_code: int, printed: str, place: str) -> None:
    """Compare what is printed with what the page says, and the exit code with what that means."""
    wanted = 0
    if re.search(r"^(?:\S+: )?error [A-Z]\d{3}: |^\d+ errors?\b", printed, re.MULTILINE):
        wanted = 1
    elif re.search(r"^Usage: workbook .*\n(?:.*\n)*Error: ", printed, re.MULTILINE):
        wanted = 2
    assert exit_code == wanted, f"{place}\n{output}"
    if printed.strip():
        pattern = "".join(_line(line) for line in _tidy(printed))
        shown = "".join(f"{line}\n" for line in _tidy(output))
        assert re.fullmatch(pattern, shown), f"{place}\n--- the page says\n{printed}\n--- printed\n{output}"


def edit(fence: Fence) -> None:
    """Write or change a file as the comment before a block says."""
    if match := re.fullmatch(r"write: (\S+)", fence.comment):
        path = Path(match[1])
        assert path.parent.is_dir(), f"{path}: the page has not made its folder"
        path.write_text(fence.text, encoding="utf-8")
    elif match := re.fullmatch(r"in (\S+), instead of: (.+)", fence.comment):
        path = Path(match[1])
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        place = lines.index(match[2] + "\n")
        lines[place : place + 1] = [fence.text]
        path.write_text("".join(lines), encoding="utf-8")


def _tidy(text: str) -> list[str]:
    """Return the lines, runs of blanks made one: columns are as wide as what happens to be in them."""
    return [" ".join(line.split()) for line in text.strip().splitlines()]


def _line(line: str) -> str:
    if line == "…":
        return r"(?:.*\n)*"
    return ".*".join(re.escape(piece) for piece in line.split("…")) + r"\n"
