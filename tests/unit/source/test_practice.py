"""A practice's own file: what it may hold, what is wrong with it, and what it does to a book."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook import bundled
from workbook.errors import Code, Diagnostic, FindingsError, Severity
from workbook.model.practice import Practice, PracticeFile
from workbook.source.files import LIMIT
from workbook.source.library import Library
from workbook.source.practice_folder import CONTENT_FOLDERS, find_folder
from workbook.source.shelves import SHELVES

WHOLE = """
name: Oak House
therapist: Your Name
credentials: Counsellor
phone: "020 7946 0000"
email: hello@example.org
website: https://example.org
address: 1 Example Lane
licence: Copies for our own clients only.
logo: pictures/oak.svg
countries: [uk, ie]
paper: letter
profile: roomy
sides: single
theme: warm
tokens: {accent: "#123456"}
language: en
"""


def library(folder: Path, text: str) -> Library:
    (folder / "practice.yaml").write_text(text, encoding="utf-8")
    return Library.at(folder)


def findings(library: Library) -> list[Diagnostic]:
    with pytest.raises(FindingsError) as caught:
        library.book("speaking-up")
    return list(caught.value.findings)


def test_every_key(tmp_path: Path) -> None:
    practice = library(tmp_path, WHOLE).practice
    assert practice.model_fields_set == set(PracticeFile.model_fields)
    assert (practice.paper, practice.countries, practice.creator) == ("letter", ("uk", "ie"), "Oak House")
    assert practice.signature == "Oak House · Your Name, Counsellor"
    assert practice.contact == (
        ("020 7946 0000", ""),
        ("hello@example.org", "mailto:hello@example.org"),
        ("https://example.org", "https://example.org"),
    )
    assert practice.rights == "CC BY 4.0. Copies for our own clients only."


def test_without_the_file_nothing_is_said(tmp_path: Path) -> None:
    assert Library.at(tmp_path).practice == PracticeFile()
    assert Library.at(tmp_path).practice_file is None
    assert Practice().signature == Practice().creator == ""
    assert Practice().contact == ()


@pytest.mark.parametrize("words", ["javascript:alert(1)", "http://example.org", "example.org", "https://a b"])
def test_only_a_safe_address_is_a_link(words: str) -> None:
    assert Practice(website=words).contact == ((words, ""),)
    assert Practice(email=words).contact == ((words, ""),)
    assert Practice(email="a@b.org?bcc=c@d.org").contact == (("a@b.org?bcc=c@d.org", ""),)


def test_a_stock_book_in_its_hands(tmp_path: Path) -> None:
    book = library(tmp_path, WHOLE).book("speaking-up")
    assert book.workbook.practice.name == "Oak House"
    assert [country.id for country in book.countries] == ["uk", "ie"]


def test_where_nobody_names_countries_all_are_taken(tmp_path: Path) -> None:
    plan = (bundled.content() / "workbooks/starting.yaml").read_text(encoding="utf-8")
    (tmp_path / "workbooks").mkdir()
    own = "\n".join(line for line in plan.splitlines() if not line.startswith("crisis:"))
    (tmp_path / "workbooks/starting.yaml").write_text(own, encoding="utf-8")
    found = [country.id for country in library(tmp_path, "name: Oak House").book("starting").countries]
    assert found[:3] == ["us", "uk", "ie"]
    assert "international" not in found


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("name: [", Code.YAML_SYNTAX, 1),
        ("", Code.YAML_NOT_A_MAPPING, 1),
        ("name: *oak", Code.YAML_ALIAS, 1),
        ("name: A\nfone: 1", Code.UNKNOWN_KEY, 2),
        ("phone: 2079460000", Code.WRONG_TYPE, 1),
        ("name: A\npaper: a3", Code.WRONG_VALUE, 2),
        ("logo: ../../etc/passwd", Code.WRONG_VALUE, 1),
        ("logo: /etc/passwd", Code.WRONG_VALUE, 1),
        ("logo: https://example.org/a.png", Code.WRONG_VALUE, 1),
        ("tokens:\n  acent: '#123456'", Code.UNKNOWN_KEY, 2),
        ("tokens:\n  accent: red", Code.WRONG_VALUE, 2),
        ("name: '{{ client.name }}'", Code.UNKNOWN_VALUE, 1),
        ("countries: [uk, zz]", Code.UNKNOWN_COUNTRY, 1),
        ("countries: [uk, uk]", Code.DUPLICATE_ID, 1),
        ("language: xx", Code.UNKNOWN_LANGUAGE, 1),
    ],
)
def test_mistakes_are_located(text: str, code: Code, line: int, tmp_path: Path) -> None:
    found = findings(library(tmp_path, text))
    assert [(f.code, f.span.path, f.span.line) for f in found if f.span] == [
        (code, tmp_path / "practice.yaml", line)
    ]
    assert found[0].hint
    assert found[0].severity is Severity.ERROR


def test_hostile_files(tmp_path: Path) -> None:
    file = tmp_path / "practice.yaml"
    file.mkdir()
    assert [f.code for f in findings(Library.at(tmp_path))] == [Code.FILE_NOT_READABLE]
    file.rmdir()
    file.write_bytes(b"name: \xff")
    assert [f.code for f in findings(Library.at(tmp_path))] == [Code.FILE_NOT_UTF8]
    file.write_bytes(b"#" * (LIMIT + 1))
    assert [f.code for f in findings(Library.at(tmp_path))] == [Code.FILE_TOO_LARGE]
    file.unlink()
    file.symlink_to("practice.yaml")
    assert [f.code for f in findings(Library.at(tmp_path))] == [Code.FILE_NOT_READABLE]


def test_the_stock_can_be_read_though_the_practice_cannot(tmp_path: Path) -> None:
    broken = library(tmp_path, "name: [")
    assert broken.exercise("bond-safe-enough").value.id == "bond-safe-enough"
    assert broken.workbook("speaking-up").value.id == "speaking-up"


def test_an_exercise_called_practice_makes_no_practice(tmp_path: Path) -> None:
    for shelf in SHELVES:
        assert shelf.folder in CONTENT_FOLDERS
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/practice.yaml").touch()
    assert find_folder(tmp_path / "exercises") is None
    (tmp_path / "practice.yaml").touch()
    assert find_folder(tmp_path / "exercises") == tmp_path
