"""A checker that is missing or falls over could not check; it never passes a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.docs.guides import page
from workbook.model.page import PAPERS
from workbook.release.checkers.message import CheckerFailed
from workbook.release.forms import Form
from workbook.release.judging import CHECKERS, Answers, Checker, Judged, Outcome, judge, missing


def _checker(check: object, version: str = "7") -> Checker:
    def told() -> str:
        if not version:
            raise CheckerFailed("It is not installed.")
        return version

    return Checker("Judge", "a standard", (Form.PRINT,), True, told, check)  # type: ignore[arg-type]


def _file(tmp_path: Path) -> Judged:
    return Judged(Form.PRINT, tmp_path / "a-print.pdf", PAPERS["a4"])


def _silent(files: Sequence[Judged]) -> Answers:
    return {file.path: [] for file in files}


def _loud(files: Sequence[Judged]) -> Answers:
    return {file.path: [f"{file.path}: it is wrong"] for file in files}


def _crashing(files: Sequence[Judged]) -> Answers:
    raise CheckerFailed(f"no verdict on {files[0].path}:\n\na long trace\nof many lines")


@pytest.mark.parametrize(
    ("check", "version", "outcome", "said"),
    [
        (_silent, "7", Outcome.PASSED, ()),
        (_loud, "7", Outcome.FAILED, ("a-print.pdf: it is wrong",)),
        (_crashing, "7", Outcome.COULD_NOT_CHECK, ("no verdict on a-print.pdf: a long trace",)),
        (_silent, "", Outcome.COULD_NOT_CHECK, ("It is not installed.",)),
    ],
)
def test_verdicts(
    tmp_path: Path, check: object, version: str, outcome: Outcome, said: tuple[str, ...]
) -> None:
    (verdict,) = judge([_file(tmp_path)], [_checker(check, version)])
    assert (verdict.file, verdict.outcome, verdict.said) == ("a-print.pdf", outcome, said)


def test_a_missing_checker_is_known_before_anything_is_made() -> None:
    assert [(checker.name, why) for checker, why in missing([_checker(_silent, "")])] == [
        ("Judge", "It is not installed.")
    ]
    assert missing([_checker(_silent)]) == []


def test_a_real_checker_without_its_java_could_not_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    (tmp_path / "a-print.pdf").write_bytes(b"no PDF")
    by_name = {verdict.checker: verdict.outcome for verdict in judge([_file(tmp_path)])}
    assert by_name["veraPDF"] is Outcome.COULD_NOT_CHECK
    assert by_name["page-validation"] is Outcome.COULD_NOT_CHECK
    assert Outcome.PASSED not in by_name.values()


def test_the_guide_has_the_table_of_checkers() -> None:
    lines = page("docs/publisher.md").read_text("utf-8").splitlines()
    listed = [
        line.split(" | ")[0].removeprefix("| ")
        for line in lines
        if line.endswith(("`--allow-unchecked` |", "| no |"))
    ]
    assert listed == [checker.name for checker in CHECKERS]


def test_every_form_has_a_checker() -> None:
    assert {form for checker in CHECKERS for form in checker.forms} == set(Form)
