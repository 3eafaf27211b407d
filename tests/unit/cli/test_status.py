from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.terminal import environment, on_a_terminal, terminal
from workbook.cli.making.status import Status, is_live


def test_nothing_but_lines_where_it_is_not_live(capsys: pytest.CaptureFixture[str]) -> None:
    with Status(2, live=False) as status:
        status.begin("Composing")
        status.end()
        status.say("x.pdf")
    assert capsys.readouterr() == ("x.pdf\n", "")


def test_a_bar_that_fills_and_clears(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with terminal() as (stream, read):
        monkeypatch.setattr(sys, "stderr", stream)
        assert is_live()
        with Status(2, live=True) as status:
            status.begin("Composing")
            status.end()
            status.begin("Laying out a very long name")
            status.say("x.pdf")
        stream.close()
        drawn = "".join(iter(read, "")).split("\r\x1b[2K")
    assert capsys.readouterr().out == "x.pdf\n"
    assert drawn == ["", f"[{'-' * 24}] Composing", f"[{'#' * 12}{'-' * 12}] Laying out a", "", ""]
    assert all(len(text) <= 40 for text in drawn)


def test_a_build_on_a_terminal(project: Path) -> None:
    shown = on_a_terminal("build", "mine", "-o", "epub", cwd=project)
    assert f"[{'#' * 12}{'-' * 12}] Laying out mine.epub" in shown
    left = re.sub(r"[^\n]*\r\x1b\[2K", "", shown)  # what is cleared is gone
    assert re.fullmatch(r"dist/mine\.epub .* s\n", left)


def _hear_ctrl_c() -> None:
    """A job in the background is started deaf to Ctrl-C, and its children with it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_stops_it_and_leaves_nothing_half_written(project: Path) -> None:
    names = [f"sheet-{number}" for number in range(80)]  # far more than is made before it is stopped
    text = (project / "exercises/a-good-hour.yaml").read_text(encoding="utf-8")
    for name in names:
        path = project / f"exercises/{name}.yaml"
        path.write_text(text.replace("id: a-good-hour", f"id: {name}"), encoding="utf-8")
    with terminal() as (stream, read):
        process = subprocess.Popen(
            [sys.executable, "-m", "workbook", "handout", *names],
            cwd=project,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=stream,
            preexec_fn=_hear_ctrl_c,  # noqa: PLW1509 - no thread runs here
        )
        stream.close()
        shown = ""
        while "Laying out" not in shown:
            drawn = read()
            assert drawn, shown  # it has ended
            shown += drawn
        process.send_signal(signal.SIGINT)
        shown += "".join(iter(read, ""))
        assert process.wait() == 130
    assert shown.replace("\r\n", "\n").endswith("\r\x1b[2KStopped. No file was left half written.\n")
    made = list((project / "dist").iterdir())
    assert len(made) < len(names)
    assert all(path.suffix == ".pdf" and path.read_bytes().endswith(b"%%EOF\n") for path in made)
