"""Faults of themes are told by each checker, a crash is never a pass, and a stranger's theme is held."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.e2e.releases import WORKBOOK, Done, project, run
from tests.unit.cli.conftest import ROOT

pytestmark = pytest.mark.xdist_group("release-refused")

HOSTILE = ROOT / "tests/hostile"
THEME = 'title: Ours\ndescription: A look of a practice.\nextends: calm\ntokens: {accent: "#5b2a6e"}\n'
MAKING = (
    '{% extends "!base/sections/colophon.html.j2" %}\n{% block making %}{{ super() }}\nSAID{% endblock %}\n'
)
FAULTS = '<h4 id="making">The making</h4><p id="making">Made twice.</p>'
SOUND = '<p class="where-from">Made in our house.</p>'
NO_ROOM = "-Xmx10m"
"""Less memory than any checker written in Java can do with."""
IMPATIENT = """
import workbook.release.building as building
from workbook.cli import main
from workbook.render.confined.limits import Limits

building.LIMITS = Limits(seconds=4, seconds_a_sheet=0, memory=1_500_000_000, patience=10)
main()
"""


def with_theme(folder: Path, name: str, said: str = "", css: str = "", tokens: str = THEME) -> Path:
    """Return a project whose workbook has a theme of a stranger's."""
    project(folder, workbooks=WORKBOOK.replace("theme: calm", f"theme: {name}"))
    theme = folder / "templates" / name
    (theme / "sections").mkdir(parents=True)
    (theme / "theme.yaml").write_text(tokens, encoding="utf-8")
    if said:
        (theme / "sections/colophon.html.j2").write_text(MAKING.replace("SAID", said), encoding="utf-8")
    if css:
        (theme / "epub.css").write_text(css, encoding="utf-8")
    return folder


def faults(done: Done) -> set[tuple[str, str]]:
    """Return which checker found a fault in which file."""
    told = re.findall(r"error Z004: (.+?) finds a fault in (\S+): ", done.stderr)
    return {(checker, file) for checker, file in told}


def test_each_checker_is_heard_on_a_faulty_theme(tmp_path: Path) -> None:
    folder = with_theme(tmp_path, "ours", FAULTS, ".colophon p { color: #aaaaaa }")
    done = run(folder, "two")
    assert done.returncode == 1
    books = {f"two-{form}.pdf" for form in ("print", "fillable", "large-print", "therapist")}
    assert faults(done) == {
        *(("veraPDF", book) for book in books),
        *(("page-validation", book) for book in books),
        *((checker, "two.epub") for checker in ("EPUBCheck", "Ace", "workbook, EPUB preflight")),
    }
    for said in ("7.4.2-1: Heading level 3 is skipped", 'Duplicate ID "making"', "color-contrast", "X016: "):
        assert said in done.stderr
    lines = [line for line in done.stderr.splitlines() if " error Z004: " in line]
    assert len(lines) == len(set(lines))
    assert not (folder / "releases").exists()


def test_a_checker_that_crashes_has_passed_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path)
    done = run(folder, "two", JAVA_TOOL_OPTIONS=NO_ROOM)
    assert done.returncode == 1
    told = re.findall(r"error Z003: (\S+) could not check (\S+): .*OutOfMemoryError", done.stderr)
    assert len(told) == 6, done.stderr
    assert {checker for checker, _ in told} == {"EPUBCheck", "veraPDF"}
    assert not (folder / "releases").exists()

    done = run(folder, "two", "--allow-unchecked", JAVA_TOOL_OPTIONS=NO_ROOM)
    assert done.returncode == 0, done.stderr
    assert "13 of 19 checks passed. These could not be made:\n" in done.stdout
    released = folder / "releases/two-1.2.0"
    verdicts = json.loads((released / "manifest.json").read_text("utf-8"))["verdicts"]
    unchecked = {(v["checker"], v["file"]) for v in verdicts if v["verdict"] == "could not check"}
    assert unchecked == {(checker, file) for checker, file in told}
    for page in ("report.html", "accessibility.html"):
        assert "could not check" in (released / page).read_text("utf-8")
    seen = run(folder, "--verify", str(released))
    assert seen.returncode == 0, "what could not be checked then and passes now is a warning"
    assert seen.stderr.count("warning Z009: ") == 6


def test_a_strangers_theme_that_is_sound_is_released(tmp_path: Path) -> None:
    folder = with_theme(tmp_path, "ours", SOUND)
    done = run(folder, "two")
    assert done.returncode == 0, done.stderr
    assert "All 19 checks passed." in done.stdout
    with zipfile.ZipFile(folder / "releases/two-1.2.0/two.epub") as book:
        assert "Made in our house." in book.read("EPUB/colophon.xhtml").decode()
    report = (folder / "releases/two-1.2.0/report.html").read_text("utf-8")
    assert str(tmp_path) not in re.sub(r'"data:[^"]+"', "", report)


def test_a_themes_faint_colour_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    done = run(with_theme(tmp_path, "ours", tokens=THEME.replace("#5b2a6e", "#d9c8e0")), "two")
    assert done.returncode == 1
    assert "templates/ours/theme.yaml:4:10: error W006: " in done.stderr


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ("script-in-page", "U006"),
        ("python-by-class", "T002"),
        ("endless-loop", "U001"),
        ("picture-from-network", "E002"),
        ("style-from-disk", "E002"),
        ("cover-from-disk", "U003"),
    ],
)
def test_a_hostile_theme_is_refused(tmp_path: Path, case: str, code: str) -> None:
    folder = with_theme(tmp_path / "project", "mine", tokens=THEME)
    text = (folder / "workbooks/two.yaml").read_text("utf-8")
    (folder / "workbooks/two.yaml").write_text(text.replace("[title-page,", "[title-page, how-to-use,"))
    shutil.copytree(HOSTILE / case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expect"))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-P", "-c", IMPATIENT, "release", "two"],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f" error {code}: " in done.stderr, done.stderr
    assert "templates/mine/" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "releases").exists()
    assert list(temporary.iterdir()) == []
