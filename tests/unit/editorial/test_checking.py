from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from workbook import bundled
from workbook.editorial.books import of_book
from workbook.editorial.checking import check
from workbook.errors import Code, FindingsError, Severity
from workbook.source.library import Library
from workbook.source.starters import KINDS, starter

TODAY = dt.date(2026, 11, 22)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(*paths: Path, today: dt.date = TODAY, library: Library | None = None) -> list[Code]:
    return [finding.code for finding in check(paths, library or Library.stock(), today).findings]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_keeps_the_house_rules(tmp_path: Path, kind: str) -> None:
    assert found(write(tmp_path, f"{kind}s/my-own.yaml", starter(kind, "my-own"))) == []


@pytest.mark.parametrize(
    ("today", "old"),
    [(dt.date(2025, 3, 1), False), (dt.date(2025, 2, 28), False), (dt.date(2025, 3, 2), True)],
)
def test_crisis_lines_grow_old_after_twelve_months(tmp_path: Path, today: dt.date, old: bool) -> None:
    text = (bundled.content() / "crisis" / "us.yaml").read_text(encoding="utf-8")
    lines = [
        "    verified_on: 2024-03-01" if line.strip().startswith("verified_on:") else line
        for line in text.splitlines()
    ]
    path = write(tmp_path, "crisis/us.yaml", "\n".join(lines))
    assert (Code.CRISIS_OLD in found(path, today=today)) is old


def test_the_29th_of_february(tmp_path: Path) -> None:
    text = (bundled.content() / "crisis" / "us.yaml").read_text(encoding="utf-8")
    assert found(write(tmp_path, "crisis/us.yaml", text), today=dt.date(2028, 2, 29))


def test_warnings_about_a_book(tmp_path: Path, library: Library) -> None:
    text = starter("workbook", "mine").replace("back: [notes, crisis,", "back: [notes,")
    path = write(tmp_path, "workbooks/mine.yaml", text)
    assert [f.code for f in of_book(str(path), library, TODAY)] == [Code.NO_CRISIS_PAGE]
    late = of_book(str(path), library, dt.date(2036, 1, 1))
    assert {f.code for f in late} == {Code.NO_CRISIS_PAGE, Code.CRISIS_OLD}
    with pytest.raises(FindingsError):
        of_book("none", library, TODAY)


def test_in_the_stock_only_the_five_texts_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "exercises/own.yaml", starter("exercise", "own"))
    assert found(path) == []
    monkeypatch.setattr(bundled, "content", lambda: tmp_path)
    assert found(path, library=Library((tmp_path,))) == [Code.UNKNOWN_SEED]


def test_house_rules_wait_until_a_file_is_well(tmp_path: Path) -> None:
    text = (
        starter("exercise", "own").replace("minutes: 15", "minutes: soon").replace("close: ", "close: HELP ")
    )
    assert found(write(tmp_path, "exercises/own.yaml", text)) == [Code.WRONG_TYPE]


def test_a_sentence_of_the_stock_is_found_in_a_project(tmp_path: Path) -> None:
    purpose = Library.stock().exercise("boundary-one-sentence").value.purpose
    text = starter("exercise", "own").replace("close: That hour", f"close: {purpose} That hour")
    path = write(tmp_path, "exercises/own.yaml", text)
    (finding,) = check([path], Library.stock(), TODAY).findings
    assert finding.code is Code.SHARED_SENTENCE
    assert "boundary-one-sentence" in finding.message


def test_a_practice_that_repeats_itself_is_warned_only(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path, f"exercises/{name}.yaml", starter("exercise", name))
    both = [tmp_path / "exercises"]
    loose = check(both, Library.at(tmp_path), TODAY).findings
    assert {(f.code, f.severity) for f in loose} == {(Code.SHARED_SENTENCE, Severity.ERROR)}
    write(tmp_path, "practice.yaml", "name: Oak House\n")
    practice = check(both, Library.at(tmp_path), TODAY).findings
    assert {(f.code, f.severity) for f in practice} == {(Code.SHARED_SENTENCE, Severity.WARNING)}


def test_a_project_may_change_a_stock_exercise(tmp_path: Path) -> None:
    stock = bundled.content() / "exercises" / "boundary-one-sentence.yaml"
    path = write(tmp_path, f"exercises/{stock.name}", stock.read_text(encoding="utf-8"))
    assert Code.SHARED_SENTENCE not in found(path)


def test_a_faulty_neighbour_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "exercises/faulty.yaml", "id: [")
    assert found(write(tmp_path, "exercises/own.yaml", starter("exercise", "own"))) == []


def test_figures(tmp_path: Path) -> None:
    path = write(tmp_path, "exercises/own.yaml", starter("exercise", "own"))
    (figures,) = check([path, tmp_path], Library.stock(), TODAY).exercises
    assert (figures.id, figures.minutes, figures.answers) == ("own", 15, 5)
    assert 0 < figures.grade < figures.notes_grade < 12


def test_a_file_that_cannot_be_read_has_no_figures(tmp_path: Path) -> None:
    assert check([tmp_path / "none.yaml"], Library.stock(), TODAY).exercises == ()
