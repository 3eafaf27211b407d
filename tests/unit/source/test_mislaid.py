from __future__ import annotations

from pathlib import Path

import pytest

from workbook.errors import Code
from workbook.source.checking import check
from workbook.source.library import Library
from workbook.source.starters import starter


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    (tmp_path / "practice.yaml").write_text("name: Harbour Practice\n", encoding="utf-8")
    (tmp_path / "exercises").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", ["own.yaml.txt", "own.YAML", "own.Yml"])
def test_a_name_that_is_nearly_contents(practice: Path, name: str) -> None:
    path = practice / "exercises" / name
    path.write_text(starter("exercise", "own"), encoding="utf-8")
    (practice / "exercises" / "notes.txt").write_text("mine", encoding="utf-8")
    (finding,) = check([practice], Library.at(practice))
    assert finding.code is Code.FILE_MISNAMED
    assert finding.span is not None
    assert finding.span.path == path


def test_content_that_lies_beside_its_folder(practice: Path) -> None:
    path = practice / "own.yaml"
    path.write_text(starter("exercise", "own"), encoding="utf-8")
    (finding,) = check([practice], Library.at(practice))
    assert finding.code is Code.FILE_MISPLACED
    assert "`exercises`" in finding.hint
    path.rename(practice / "exercises" / "own.yaml")
    assert check([practice], Library.at(practice)) == []
