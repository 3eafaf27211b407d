from __future__ import annotations

from pathlib import Path

from workbook.errors import Code, Severity
from workbook.source.checking import check, look
from workbook.source.library import Library
from workbook.source.shelves import CRISIS, LOCALES
from workbook.source.starters import starter


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(*paths: Path, library: Library | None = None) -> list[tuple[str, Code]]:
    findings = check(paths, library or Library.stock())
    return [(f.span.path.name, f.code) for f in findings if f.span]


def test_the_stock_has_no_errors() -> None:
    assert [f for f in check([], Library.stock()) if f.severity is Severity.ERROR] == []


def test_every_file_of_the_stock_is_looked_at() -> None:
    library = Library.stock()
    seen = {file.loaded.path.stem for file in look([], library) if file.loaded}
    names = {*library.exercise_ids(), *library.workbook_ids(), *library.ids(CRISIS), *library.ids(LOCALES)}
    assert seen == names


def test_a_project_and_the_stock_where_nothing_is_named(tmp_path: Path) -> None:
    write(tmp_path, "exercises/own.yaml", "id: [")
    write(tmp_path, "notes.yaml", "id: [")
    assert ("own.yaml", Code.YAML_SYNTAX) in found(library=Library.at(tmp_path))
    assert "notes.yaml" not in {name for name, _ in found(library=Library.at(tmp_path))}


def test_the_sort_of_content_is_told_by_folder_then_by_keys(tmp_path: Path) -> None:
    by_key = write(tmp_path, "mine.yaml", "id: mine\nparts: []\n")
    assert ("mine.yaml", Code.TOO_SHORT) in found(by_key)
    by_folder = write(tmp_path, "crisis/xx.yaml", "id: xx\nparts: []\n")
    assert ("xx.yaml", Code.UNKNOWN_KEY) in found(by_folder)


def test_a_file_that_is_none_is_told_only_when_named(tmp_path: Path) -> None:
    other = write(tmp_path, "theme.yaml", "colour: blue\n")
    write(tmp_path, ".github/dependabot.yml", "a: [")
    assert found(other) == [("theme.yaml", Code.MISSING_KEY)]
    assert found(tmp_path) == []


def test_folders_are_searched_to_the_bottom(tmp_path: Path) -> None:
    write(tmp_path, "one/two/exercises/own.yml", "a: [")
    assert found(tmp_path) == [("own.yml", Code.YAML_SYNTAX)]


def test_what_is_not_there(tmp_path: Path) -> None:
    assert found(tmp_path / "none.yaml") == [("none.yaml", Code.FILE_NOT_FOUND)]
    assert found(tmp_path / "none") == [("none", Code.FILE_NOT_FOUND)]


def test_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    elsewhere = write(tmp_path, "elsewhere/own.yaml", starter("exercise", "own"))
    project = write(tmp_path, "project/exercises/mine.yaml", starter("exercise", "mine")).parents[1]
    (project / "exercises" / "own.yaml").symlink_to(elsewhere)
    assert found(project) == [("own.yaml", Code.FILE_OUTSIDE)]


def test_the_same_file_twice_is_told_once(tmp_path: Path) -> None:
    path = write(tmp_path, "exercises/own.yaml", "a: [")
    assert len(found(path, path, tmp_path)) == 1


def test_needs_and_next_are_looked_up_in_the_files_own_project(tmp_path: Path) -> None:
    text = starter("exercise", "own").replace("# needs: [bond-safe-enough]", "needs: [other, lost]")
    path = write(tmp_path, "exercises/own.yaml", text)
    write(tmp_path, "exercises/other.yaml", starter("exercise", "other"))
    (finding,) = check([path], Library.stock())
    assert (finding.code, finding.severity) == (Code.UNKNOWN_EXERCISE, Severity.WARNING)
    assert "`lost`" in finding.message


def test_an_id_that_stands_in_two_nested_folders(tmp_path: Path) -> None:
    text = starter("exercise", "evening-walk")
    write(tmp_path, "exercises/evening-walk.yaml", text)
    write(tmp_path, "exercises/drafts/evening-walk.yaml", text)
    assert [(f.span.path.parent.name, f.code) for f in check([tmp_path], Library.at(tmp_path)) if f.span] == [
        ("exercises", Code.NAME_TWICE)
    ]
    (tmp_path / "exercises/drafts/evening-walk.yaml").unlink()
    assert found(tmp_path, library=Library.at(tmp_path)) == []


def test_an_exercise_of_two_projects_is_no_double(tmp_path: Path) -> None:
    text = starter("exercise", "evening-walk")
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        write(folder, "exercises/evening-walk.yaml", text)
    assert found(*folders) == []


def test_an_exercise_that_takes_the_place_of_a_stock_one(tmp_path: Path) -> None:
    path = write(tmp_path, "exercises/bond-safe-enough.yaml", starter("exercise", "bond-safe-enough"))
    (finding,) = check([path], Library.at(tmp_path))
    assert (finding.code, finding.severity) == (Code.REPLACES_STOCK, Severity.WARNING)
    assert finding.span and path.read_text().splitlines()[finding.span.line - 1] == "id: bond-safe-enough"
