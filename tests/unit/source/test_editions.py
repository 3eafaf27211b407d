from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from workbook.errors import Code, FindingsError, Severity
from workbook.model.edition import Edition, PaperName, ProfileName
from workbook.model.isbn import check_digit, is_right
from workbook.model.page import PAPERS, PROFILES
from workbook.source.editions import cover_path, edition_mistakes
from workbook.source.library import Library


def project(folder: Path, *lines: str) -> Library:
    (folder / "editions").mkdir(exist_ok=True)
    text = "\n".join(("id: mine", "workbook: speaking-up", *lines))
    (folder / "editions/mine.yaml").write_text(text + "\n", encoding="utf-8")
    return Library.at(folder)


def found(library: Library) -> list[tuple[Code, Severity]]:
    findings = edition_mistakes(library.edition("mine"), library)
    return [(finding.code, finding.severity) for finding in findings]


@pytest.mark.parametrize(
    ("isbn", "right"),
    [
        ("978-0-306-40615-7", True),
        ("9780306406157", True),
        ("978-0-306-40615-8", False),
        ("978-0-306-46015-7", False),
        ("0306406152", False),
    ],
)
def test_check_digits(isbn: str, right: bool) -> None:
    assert is_right(isbn) is right


def test_each_digit_can_be_a_check_digit() -> None:
    assert {check_digit(f"97800000000{number:02}") for number in range(100)} == set(range(10))


def test_papers_and_profiles_are_those_of_the_pages() -> None:
    assert list(get_args(PaperName)) == list(PAPERS)
    assert list(get_args(ProfileName)) == list(PROFILES)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1600, 2560), []),
        ((2400, 3000), [(Code.PICTURE_SIZE, Severity.ERROR)]),
        ((800, 1280), [(Code.PICTURE_SIZE, Severity.WARNING)]),
    ],
)
def test_a_covers_size(size: tuple[int, int], expected: list[tuple[Code, Severity]], tmp_path: Path) -> None:
    Image.new("1", size).save(tmp_path / "cover.png")
    library = project(tmp_path, "cover: cover.png")
    assert found(library) == expected
    assert cover_path(library.edition("mine")) == tmp_path / "cover.png"


def test_a_picture_with_more_pixels_than_can_be(tmp_path: Path) -> None:
    Image.new("1", (60_000, 5_000)).save(tmp_path / "cover.png")
    assert found(project(tmp_path, "cover: cover.png")) == [(Code.COVER_UNUSABLE, Severity.ERROR)]


def test_an_isbn_written_as_a_number(tmp_path: Path) -> None:
    library = project(tmp_path, "isbn:", "  epub: 9780306406157")
    assert found(library) == []
    assert library.edition("mine").value.isbn.epub == "9780306406157"


def test_a_closer_tag_of_the_same_language(tmp_path: Path) -> None:
    assert found(project(tmp_path, "language: en-GB")) == []


def test_an_edition_that_there_is_not(library: Library) -> None:
    with pytest.raises(FindingsError) as caught:
        library.edition("speking-up")
    assert [f.code for f in caught.value.findings] == [Code.UNKNOWN_EDITION]
    assert "`speaking-up`" in caught.value.findings[0].hint


@pytest.mark.parametrize("name", ["speaking-up", "complete"])
def test_the_stock_editions_invent_no_isbn(name: str, library: Library) -> None:
    edition: Edition = library.edition(name).value
    assert not any(edition.isbn.model_dump().values())
    assert edition.workbook == name
    assert not edition.accessibility.conforms_to
