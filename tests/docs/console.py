"""Runs the commands of a guide as its reader would, one after the other in one folder.

In a block marked ``console`` each line that begins with ``$`` is a command; the lines under it, if any, are
what it prints. There ``…`` stands for anything, alone on a line for any lines. A YAML block after the comment
``write: FILE`` becomes that file; after ``in FILE, instead of: LINE`` it takes the line's place. ``in the
program's FILE`` does so in a copy of the program's own content, which is used from then on: a newer program.

A client's code is random. The one that a page shows under ``workbook client new`` stands, from there on, for
the one that was really made.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.docs.guides import ROOT, Fence, fences
from workbook import bundled
from workbook.cli.program import program
from workbook.model.code import codes_within

_OLD_LINES = re.compile(r"^.*: warning H002: .*\n(?:  hint: .*\n)?", re.MULTILINE)
"""Crisis lines grow old with the calendar; that is no fault of the guides."""
_PROGRAMS = "in the program's "


def follow(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do all that a page tells its reader to do; fail where something else happens than it says."""
    home = folder / "reader"
    home.mkdir()
    monkeypatch.chdir(home)
    codes: dict[str, str] = {}
    for fence in fences(page):
        if fence.language == "console":
            for command, printed in commands(fence):
                place = f"{page.name}, block at line {fence.line}: {command}"
                run(_as_made(command, codes), _as_made(printed, codes), place, codes)
        elif fence.comment.startswith(_PROGRAMS):
            edit(_as_made_in(fence, codes), _newer_program(folder / "newer", monkeypatch))
        elif fence.comment:
            edit(_as_made_in(fence, codes), Path())


def _newer_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the content that the program has from now on, a copy of its own."""
    if not folder.is_dir():
        shutil.copytree(bundled.content(), folder)
        monkeypatch.setattr(bundled, "content", lambda: folder)
    return folder


def _as_made(text: str, codes: dict[str, str]) -> str:
    """Return a text with the codes that were made, for those that the page shows."""
    for shown, made in codes.items():
        text = text.replace(shown, made)
    return text


def _as_made_in(fence: Fence, codes: dict[str, str]) -> Fence:
    return replace(fence, text=_as_made(fence.text, codes), comment=_as_made(fence.comment, codes))


def commands(fence: Fence) -> Iterator[tuple[str, str]]:
    """Yield each command of a block and what it is said to print."""
    parts = re.split(r"^\$ (.+)\n", fence.text, flags=re.MULTILINE)
    assert not parts[0].strip(), f"line {fence.line}: begin the block with `$ `"
    yield from zip(parts[1::2], parts[2::2], strict=True)


def run(command: str, printed: str, place: str, codes: dict[str, str]) -> None:
    """Run one command and compare; note in ``codes`` which code was made for the one shown."""
    words = shlex.split(command)
    match words[0]:
        case "workbook":
            output, exit_code = run_workbook(words[1:])
            if words[1:3] == ["client", "new"]:
                codes |= dict(zip(codes_within(printed)[:1], codes_within(output), strict=False))
            compare(output, exit_code, _as_made(printed, codes), place)
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


def edit(fence: Fence, folder: Path) -> None:
    """Write or change a file below ``folder`` as the comment before a block says."""
    if match := re.fullmatch(r"write: (\S+)", fence.comment):
        path = folder / match[1]
        assert path.parent.is_dir(), f"{path}: the page has not made its folder"
        path.write_text(fence.text, encoding="utf-8")
    elif match := re.fullmatch(rf"(?:{_PROGRAMS})?(?:in )?(\S+), instead of: (.+)", fence.comment):
        path = folder / match[1]
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
