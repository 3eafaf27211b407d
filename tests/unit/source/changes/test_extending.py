from __future__ import annotations

from tests.unit.source.changes.conftest import SHEET, Project, fails
from workbook.errors import Code
from workbook.source.checking import check


def extend(project: Project, name: str, base: str, text: str = "") -> None:
    path = project.folder / f"exercises/{name}.yaml"
    path.write_text(f"id: {name}\nextends: {base}\nversion: 1.0.0\n{text}", encoding="utf-8")


def test_a_new_exercise_from_an_old_one(project: Project) -> None:
    extend(project, "mine", "plain-sheet", "set: {title: Mine}\nblocks:\n  - reword: first\n    lines: 7\n")
    mine = project.get("mine").value
    assert (mine.id, mine.title, mine.purpose) == ("mine", "Mine", "Show **every** part of a sheet once.")
    assert project.get().value.title == "A plain sheet"
    assert mine.provenance.changed_from is not None
    assert mine.provenance.changed_from.exercise == "plain-sheet"
    assert mine.provenance.licence == "CC-BY-4.0"
    assert mine.provenance.seeds == project.get().value.provenance.seeds
    assert {"mine", "plain-sheet"} <= set(project.library.exercise_ids())
    assert check([project.folder], project.library) == []


def test_it_is_made_from_what_the_project_has(project: Project) -> None:
    project.write("set: {purpose: Ours.}\n")
    extend(project, "mine", "plain-sheet", "set: {title: Mine}\n")
    extend(project, "more", "mine", "set: {close: Go.}\n")
    more = project.get("more").value
    assert (more.title, more.purpose, more.close) == ("Mine", "Ours.", "Go.")
    assert more.provenance.changed_from is not None
    assert more.provenance.changed_from.exercise == "plain-sheet"


def test_mistakes_are_found_through_all_files(project: Project) -> None:
    extend(project, "mine", "plain-sheet", "set: {titel: Mine}\n")
    extend(project, "more", "mine")
    assert fails(lambda: project.get("more"))[0].startswith("4 S001 `titel`")
    extend(project, "mine", "plain-sheet", "set: {title: Mine}\n")
    project.sheet(SHEET.replace("minutes: 5", "minutes: 99"))
    assert fails(lambda: project.get("more"))[0].startswith("9 S004 `minutes` is 99")


def test_no_exercise_extends_itself(project: Project) -> None:
    extend(project, "mine", "more")
    extend(project, "more", "mine")
    for name in ("mine", "more"):
        (found,) = fails(lambda name=name: project.get(name))  # type: ignore[misc]
        assert f"2 {Code.EXTENDS_ITSELF.value} `{name}` extends itself" in found
    extend(project, "plain-sheet", "plain-sheet")
    assert "C008" in fails(project.get)[0]


def test_one_or_the_other(project: Project) -> None:
    extend(project, "mine", "plain-sheet", "exercise: plain-sheet\n")
    assert "not both" in fails(lambda: project.get("mine"))[-1]
    (project.folder / "exercises/mine.yaml").write_text("extends: plain-sheet\nversion: 1.0.0\n")
    assert "`id` and `extends`" in fails(lambda: project.get("mine"))[0]
    extend(project, "mine", "no-such-page")
    assert fails(lambda: project.get("mine"))[0].startswith("2 R001 There is no exercise `no-such-page`.")


def test_a_chain_has_an_end(project: Project) -> None:
    extend(project, "page-0", "plain-sheet")
    for number in range(1, 60):
        extend(project, f"page-{number}", f"page-{number - 1}")
    assert "More than 10 exercises" in fails(lambda: project.get("page-59"))[0]
    assert project.get("page-9").value.title == "A plain sheet"
    library = project.library
    for number in range(10):
        library.exercise(f"page-{number}")
    assert "More than 10" in fails(lambda: library.exercise("page-10"))[0]
