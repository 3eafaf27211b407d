"""Running a Java program and finding the jars that came with a Python package."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from workbook.release.checkers.message import CheckerFailed

_ADVICE = "`workbook doctor` says how to install it."
_SECONDS = 300
# A checker lives for a second or two: the quick compiler and the plain collector suit it best.
_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
_NOTED = "Picked up "  # Java says so of each variable that it takes options from
# Homebrew does not put its Java on the PATH, and macOS puts a stub there that only prints advice.
_HOMEBREW = (Path("/opt/homebrew/opt/openjdk/bin/java"), Path("/usr/local/opt/openjdk/bin/java"))


def find_java() -> str:
    """Return the ``java`` to run: that of JAVA_HOME, of Homebrew on macOS, or of the PATH.

    Raises:
        CheckerFailed: there is none.
    """
    home = os.environ.get("JAVA_HOME")
    candidates = [Path(home) / "bin" / "java"] if home else []
    if sys.platform == "darwin":
        candidates.extend(_HOMEBREW)
    for candidate in candidates:
        found = shutil.which(candidate)
        if found:
            return found
    found = shutil.which("java")
    if found is None:
        raise CheckerFailed(f"There is no java here. {_ADVICE}")
    return found


def find_jar(package: str, inside: str) -> Path:
    """Return the jar at the path ``inside`` of an installed Python package, without importing it.

    Raises:
        CheckerFailed: the package or the jar is not installed.
    """
    spec = importlib.util.find_spec(package)
    places = spec.submodule_search_locations if spec else None
    for place in places or ():
        jar = Path(place) / inside
        if jar.is_file():
            return jar
    raise CheckerFailed(f"The Python package {package} with its {inside} is not installed. {_ADVICE}")


def run_java(arguments: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run Java and return what it said; the caller judges the exit code.

    Raises:
        CheckerFailed: Java did not start, or was not done after five minutes.
    """
    command = [find_java(), *_OPTIONS, *(str(argument) for argument in arguments)]
    # Java reads file names by the locale; the plain C locale would lose every accent.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(  # noqa: S603 - the Java that was found, on our own arguments
            command,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            env=environment,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as reason:
        raise CheckerFailed(f"Java did not do its work: {reason}") from reason
    said = done.stderr.splitlines(keepends=True)
    done.stderr = "".join(line for line in said if not line.startswith(_NOTED))
    return done
