from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from workbook import bundled
from workbook.errors import Code, FindingsError
from workbook.source.library import Library
from workbook.source.starters import starter

HANG = 30
"""Seconds of processor time after which something hangs; no claim about speed, those live in benchmarks/."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A practice's folder with one exercise, one of the stock's changed, and one workbook."""
    for folder in ("exercises", "workbooks"):
        (tmp_path / folder).mkdir()
    write(tmp_path, "exercises/own.yaml", starter("exercise", "own"))
    changed = starter("exercise", "strength-in-body").replace("A good enough hour", "Changed")
    write(tmp_path, "exercises/strength-in-body.yaml", changed)
    plan = starter("workbook", "mine").replace(
        "- start-paint-or-repair", "- own\n      - start-paint-or-repair"
    )
    write(tmp_path, "workbooks/mine.yaml", plan)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def codes(call: object, *args: str) -> list[Code]:
    assert callable(call)
    with pytest.raises(FindingsError) as caught:
        call(*args)
    return [finding.code for finding in caught.value.findings]


def test_the_stock() -> None:
    library = Library.stock()
    assert {"strength-in-body", "strength-stood-up"} <= set(library.exercise_ids())
    assert library.exercise_ids() == tuple(sorted(library.exercise_ids()))
    assert "speaking-up" in library.workbook_ids()
    assert [loaded.value.id for loaded in library.exercises()] == list(library.exercise_ids())
    assert {"us", "uk", "ie", "ca", "au", "nz"} <= {loaded.value.id for loaded in library.countries()}


def test_the_stock_workbook_with_all_that_it_names() -> None:
    book = Library.stock().book("speaking-up")
    assert [entry.exercise for entry in book.workbook.entries()] == list(book.exercises)
    assert [country.id for country in book.countries] == list(book.workbook.crisis)
    assert book.locale.language == "en"


def test_a_book_is_gathered_quickly() -> None:
    start = time.process_time()
    Library.stock().book("speaking-up")
    assert time.process_time() - start < HANG


def test_files_are_read_once_and_only_where_named(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.stock()
    exercise = library.exercise("strength-in-body")
    monkeypatch.setattr("workbook.source.library.load", None)
    assert library.exercise("strength-in-body") is exercise


def test_a_broken_exercise_that_is_not_named_does_no_harm(project: Path) -> None:
    write(project, "exercises/broken.yaml", "id: [")
    library = Library.at(project)
    assert library.book("mine")
    assert codes(Library([project]).exercises) == [Code.YAML_SYNTAX]


def test_the_projects_own_comes_first(project: Path) -> None:
    library = Library.at(project)
    assert library.exercise("strength-in-body").value.title == "Changed"
    assert library.exercise("strength-stood-up").path.is_relative_to(bundled.content())
    assert {"own", "strength-stood-up"} <= set(library.exercise_ids())
    assert library.exercise_ids().count("strength-in-body") == 1
    assert library.book("speaking-up").exercises["strength-in-body"].title == "Changed"


def test_a_folder_with_nothing_in_it_is_a_project(tmp_path: Path) -> None:
    assert Library.at(tmp_path).book("speaking-up")


def test_a_workbook_by_its_path(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stock = Library.stock()
    assert "own" in stock.book(str(project / "workbooks" / "mine.yaml")).exercises
    shutil.copy(project / "workbooks" / "mine.yaml", project / "mine.yaml")
    assert "own" in stock.book(str(project / "mine.yaml")).exercises
    monkeypatch.chdir(project)
    assert stock.workbook("mine.yaml").value.id == "mine"
    assert "own" in stock.book("workbooks/mine.yaml").exercises
    assert codes(stock.book, "workbooks/none.yaml") == [Code.FILE_NOT_FOUND]


def test_names_that_nothing_bears(project: Path) -> None:
    library = Library.at(project)
    assert codes(library.exercise, "bond-safe-enuogh") == [Code.UNKNOWN_EXERCISE]
    assert codes(library.workbook, "speaking-pu") == [Code.UNKNOWN_WORKBOOK]
    assert codes(library.country, "atlantis") == [Code.UNKNOWN_COUNTRY]
    assert codes(library.locale, "xx") == [Code.UNKNOWN_LANGUAGE]
    with pytest.raises(FindingsError, match="speaking-pu") as caught:
        library.book("speaking-pu")
    assert caught.value.findings[0].hint == "Did you mean `speaking-up`?"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../exercises/own", "/etc/passwd", "own\0", "a" * 5000, "own.yaml"]
)
def test_names_lead_nowhere_else(project: Path, name: str) -> None:
    assert codes(Library.at(project).exercise, name) == [Code.UNKNOWN_EXERCISE]


def test_a_language_falls_back_to_its_family() -> None:
    library = Library.stock()
    assert library.locale("en-GB").value.language == "en"
    assert library.locale("en-Latn-GB").value.language == "en"
    assert codes(library.locale, "english") == [Code.UNKNOWN_LANGUAGE]


def test_all_that_is_wrong_with_all_files_at_once(project: Path) -> None:
    write(project, "exercises/own.yaml", starter("exercise", "own").replace("minutes: 15", "minutes: 99"))
    write(project, "exercises/bond-safe-enough.yaml", "id: [")
    plan = (project / "workbooks" / "mine.yaml").read_text().replace("# crisis: [us, uk]", "crisis: [us, zz]")
    write(project, "workbooks/mine.yaml", plan.replace("# language: en", "language: xx"))
    with pytest.raises(FindingsError) as caught:
        Library.at(project).book("mine")
    assert [(f.span.path.name, f.code) for f in caught.value.findings if f.span] == [
        ("bond-safe-enough.yaml", Code.YAML_SYNTAX),
        ("own.yaml", Code.WRONG_VALUE),
        ("mine.yaml", Code.UNKNOWN_LANGUAGE),
        ("mine.yaml", Code.UNKNOWN_COUNTRY),
    ]


def test_a_link_out_of_the_project_is_refused(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "linked.yaml"
    elsewhere.write_text(starter("exercise", "linked"))
    (project / "exercises" / "linked.yaml").symlink_to(elsewhere)
    assert codes(Library.at(project).exercise, "linked") == [Code.FILE_OUTSIDE]


def test_an_exercise_twice_in_a_book_is_one_exercise_once_as_each_sheet(project: Path) -> None:
    plan = (project / "workbooks" / "mine.yaml").read_text()
    write(
        project,
        "workbooks/mine.yaml",
        plan.replace("- own\n", "- own\n      - {exercise: own, variant: short}\n"),
    )
    assert Library.at(project).book("mine").exercises["own"].id == "own"
    write(project, "workbooks/mine.yaml", plan.replace("- own\n", "- own\n      - own\n"))
    assert codes(Library.at(project).book, "mine") == [Code.DUPLICATE_ID]
