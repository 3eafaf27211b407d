"""The confined process: the same bytes, walls that hold, and an end whatever happens."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.reader import Reader
from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.workbook import Variant
from workbook.render.confined.limits import Limits
from workbook.render.confined.press import Press
from workbook.render.pdf import render_pdf
from workbook.render.rendered import Rendered
from workbook.render.task import Task
from workbook.theme.lookup import Theme

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are set as on Unix")
FOREIGN = Span(Path("theme.yaml"))
QUICK = Limits(seconds=2, seconds_a_sheet=0, memory=1_500_000_000, patience=5)
_OUTSIDE = Path(__file__).parents[3] / "README.md"


@pytest.fixture
def compose(plain_sheet: Exercise, english: Locale, calm: Theme) -> Callable[[], Manuscript]:
    return partial(compose_handout, plain_sheet, Variant.FULL, (), english, calm, Reader())


def _rendered(said: object) -> Rendered:
    return Rendered(str(said).encode(), (), 1)


def _outcome(compose: Callable[[], Manuscript], engine: Callable[[Manuscript], Rendered]) -> Diagnostic:
    with (
        Press([Task(Medium.PRINT, compose, engine)], FOREIGN, [], QUICK) as press,
        pytest.raises(FindingsError) as caught,
    ):
        press.make(0, lambda: None)
    (finding,) = caught.value.findings
    assert finding.span == FOREIGN
    return finding


def test_the_bytes_are_the_same(compose: Callable[[], Manuscript]) -> None:
    here = render_pdf(compose())
    composed: list[bool] = []
    limits = replace(QUICK, seconds=60)
    with Press([Task(Medium.PRINT, compose)], FOREIGN, [], limits) as press:
        there = press.make(0, lambda: composed.append(True))
    assert there == here
    assert composed == [True]


def _busy(_manuscript: Manuscript) -> Rendered:
    while True:
        pass


def _asleep(_manuscript: Manuscript) -> Rendered:
    time.sleep(3600)
    return _rendered("")


def _greedy(_manuscript: Manuscript) -> Rendered:
    return _rendered(len(bytearray(8_000_000_000)))


def _crashing(_manuscript: Manuscript) -> Rendered:
    os.kill(os.getpid(), signal.SIGSEGV)
    return _rendered("")


def _failing(_manuscript: Manuscript) -> Rendered:
    raise KeyError("a word from a file")


@pytest.mark.parametrize(
    ("engine", "code"),
    [
        (_busy, Code.TOO_SLOW),
        (_asleep, Code.TOO_SLOW),
        (_greedy, Code.TOO_MUCH_MEMORY),
        (_crashing, Code.ENGINE_FAILED),
        (_failing, Code.ENGINE_FAILED),
    ],
)
def test_whatever_happens_is_a_finding(
    compose: Callable[[], Manuscript], engine: Callable[[Manuscript], Rendered], code: Code
) -> None:
    finding = _outcome(compose, engine)
    assert finding.code is code
    assert "a word from a file" not in finding.message


def _read_outside(_manuscript: Manuscript) -> Rendered:
    return _rendered(_tried(lambda: Path("/etc/hostname").read_bytes()))


def _write_beside(_manuscript: Manuscript) -> Rendered:
    return _rendered(_tried(lambda: _OUTSIDE.open("a").close()))


def _connect(_manuscript: Manuscript) -> Rendered:
    return _rendered(_tried(lambda: socket.create_connection(("127.0.0.1", 9))))


def _start_program(_manuscript: Manuscript) -> Rendered:
    return _rendered(_tried(lambda: subprocess.run(["true"], check=False)))


def _tried(deed: Callable[[], object]) -> str:
    try:
        deed()
    except PermissionError:
        return "refused"
    return "done"


@pytest.mark.parametrize("engine", [_read_outside, _write_beside, _connect, _start_program])
def test_the_walls_hold(compose: Callable[[], Manuscript], engine: Callable[[Manuscript], Rendered]) -> None:
    with Press([Task(Medium.PRINT, compose, engine)], FOREIGN, [Path(__file__).parent], QUICK) as press:
        assert press.make(0, lambda: None).data == b"refused"


def test_nothing_is_left_behind(
    compose: Callable[[], Manuscript], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    press = Press([Task(Medium.PRINT, compose, _asleep)], FOREIGN, [], QUICK)
    with pytest.raises(KeyboardInterrupt), press:
        assert list(tmp_path.iterdir())
        process = press._process.pid
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
