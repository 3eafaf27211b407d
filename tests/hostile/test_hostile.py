"""Folders that a stranger may send: each ends with a sentence at the right file, soon, and leaves nothing.

A case is a folder with a file ``expect`` and what is laid over a small practice; what cannot lie in the
repository is made by the function of its name in ``generating``. ``expect`` has the command, the code, the
file, and where it is not 1 what the command ends with; the code ``none`` means that the command does its work
as if nothing were there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.generating import GENERATORS, SECRET

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/expect"))
WALL = 90
"""Seconds by the clock, where others use the machine too; most cases take two."""

PROGRAM = """
import workbook.cli.making.production as production
from workbook.cli import main
from workbook.render.confined.limits import Limits

production.LIMITS = Limits(seconds=4, seconds_a_sheet=0, memory=1_500_000_000, patience=10)
main()
"""
"""The command, with a shorter time for each file."""


def _expected(case: str) -> dict[str, str]:
    lines = (HERE / case / "expect").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    folder = tmp_path / "practice"
    theme = folder / "templates/mine"
    theme.mkdir(parents=True)
    (folder / "practice.yaml").write_text("name: Oak House\n", encoding="utf-8")
    (theme / "theme.yaml").write_text("title: Mine\ndescription: Mine\nextends: calm\n", encoding="utf-8")
    return folder


def test_there_are_many() -> None:
    assert len(CASES) >= 25
    assert set(GENERATORS) <= set(CASES)


@pytest.mark.parametrize("case", CASES)
def test_it_ends_with_a_sentence(case: str, practice: Path, tmp_path: Path) -> None:
    expected = _expected(case)
    shutil.copytree(HERE / case, practice, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expect"))
    if case in GENERATORS:
        GENERATORS[case](practice)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, *expected["run"].split()],
        cwd=practice,
        env={**os.environ, "TMPDIR": str(temporary), "COLUMNS": "200"},
        capture_output=True,
        timeout=WALL,
        check=False,
    )
    said = (done.stdout + done.stderr).decode()
    assert "Traceback" not in said and "bug in workbook" not in said, said
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", said), "signs that steer a terminal"
    assert SECRET not in said
    assert done.returncode == int(expected.get("ends", expected["code"] != "none")), said
    if expected["code"] != "none":
        place = rf"{re.escape(expected['file'])}:\d+:\d+: " if "file" in expected else ""
        found = rf"^{place}(error |warning )?{expected['code']}:? "
        assert re.search(found, said, re.MULTILINE), said
    if done.returncode:
        assert not list(practice.rglob("*.pdf")) and not list(practice.rglob("*.epub"))
    assert not list(practice.rglob(".workbook-*"))
    assert not (practice / "ran").exists(), "a stranger's Python was run"
    assert list(temporary.iterdir()) == []
