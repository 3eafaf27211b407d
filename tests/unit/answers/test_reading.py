"""Whatever a file from another person's machine holds, it ends in answers or in a located finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from workbook.answers import reading
from workbook.answers.gathering import gather
from workbook.answers.reading import read_form
from workbook.answers.writing import as_yaml, harmless
from workbook.errors import Code, FindingsError

Make = Callable[..., Path]


def text(name: str = "a/b", value: Any = "words", **more: Any) -> Dictionary:
    shown = String(value) if isinstance(value, str) else value
    return Dictionary(FT=Name.Tx, T=String(name), TU=String("Label"), V=shown, **more)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(*fields: Any, encryption: Any = False) -> Path:
        path = tmp_path / "filled.pdf"
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field) for field in fields]))
            pdf.save(path, encryption=encryption)
        return path

    return made


def refused(path: Path) -> tuple[str, str]:
    with pytest.raises(FindingsError) as caught:
        read_form(path)
    (finding,) = caught.value.findings
    assert finding.span is not None and finding.span.path == path
    assert finding.hint
    return finding.code, finding.message


def test_signs_that_would_steer_a_terminal_are_shown_as_such(make: Make) -> None:
    (field,) = read_form(make(text(value="\x1b[2Jred\x07\r\nnext \t \x9b\n"))).fields
    assert field.value == "\ufffd[2Jred\ufffd\nnext \t \ufffd"
    assert "\x1b" not in as_yaml(gather([field]))


def test_a_text_stream_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "stream.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        stream = pdf.make_stream("grün".encode("utf-16"))
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(text(value=stream))]))
        pdf.save(path)
    assert read_form(path).fields[0].value == "grün"


def test_a_tree_of_fields_is_gone_through_once(tmp_path: Path) -> None:
    path = tmp_path / "circle.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        root = pdf.make_indirect(Dictionary(T=String("a/b"), FT=Name.Tx))
        root.Kids = Array([root])
        pdf.Root.AcroForm = Dictionary(Fields=Array([root]))
        pdf.save(path)
    assert refused(path)[0] == Code.FORM_TOO_LARGE


@pytest.mark.parametrize("value", [Name.Yes, 7, Array([1]), Dictionary(A=1), None, True])
def test_a_value_that_is_no_text_is_empty(make: Make, value: Any) -> None:
    (field,) = read_form(make(text(value=value))).fields
    assert field.value == ""


def test_a_form_of_another_kind_has_nothing_to_read(make: Make) -> None:
    assert refused(make(text("Topmostsubform[0].Name[0]")))[0] == Code.NO_FORM
    assert refused(make())[0] == Code.NO_FORM


def test_fields_of_others_are_left_out_in_so_many_words(make: Make) -> None:
    form = read_form(make(text(), text("signature 1"), text("../../etc/passwd")))
    assert [field.name for field in form.fields] == ["a/b"]
    (finding,) = form.findings
    assert (finding.code, finding.message) == (
        Code.FOREIGN_FIELDS,
        "2 fields in it are not a workbook's; they are left out.",
    )


def test_a_locked_file(make: Make) -> None:
    path = make(text(), encryption=pikepdf.Encryption(owner="o", user="u"))
    assert refused(path)[0] == Code.FORM_LOCKED


def test_a_file_locked_against_changes_alone_is_read(make: Make) -> None:
    path = make(text(), encryption=pikepdf.Encryption(owner="o", user=""))
    assert read_form(path).fields[0].value == "words"


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n1 0 obj\n<<", b"%PDF-1.7\n" + b"[" * 5000])
def test_what_is_no_pdf(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    assert refused(path)[0] == Code.FILE_NOT_READABLE


def test_files_that_are_not_there_or_not_files(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.pdf")[0] == Code.FILE_NOT_FOUND
    assert refused(tmp_path)[0] == Code.FILE_NOT_READABLE


def test_files_beyond_all_measure(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(make(text(value="x" * 100_001)))[0] == Code.FORM_TOO_LARGE
    monkeypatch.setattr(reading, "MOST_FIELDS", 2)
    assert refused(make(*(text(f"a/b{n}") for n in range(3))))[0] == Code.FORM_TOO_LARGE
    monkeypatch.setattr(reading, "LIMIT", 100)
    assert refused(make(text()))[0] == Code.FILE_TOO_LARGE


def test_nothing_that_was_typed_is_in_an_errors_words(make: Make) -> None:
    _, message = refused(make(text(value="my secret " * 11_000)))
    assert "secret" not in message


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=cmd"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless("a = b") == "a = b" and harmless(-1) == -1


def test_without_labels_the_names_tell(make: Make) -> None:
    fields = [text(f"s/t/row-{row}-column-1", value=f"v{row}") for row in (1, 2)]
    for field in fields:
        del field.TU
    assert gather(read_form(make(*fields)).fields) == {
        "s": {"t": {"row-1-column-1": "v1", "row-2-column-1": "v2"}}
    }


def test_two_fields_of_the_same_words_are_both_there(make: Make) -> None:
    fields = [
        Dictionary(FT=Name.Tx, T=String(f"s/t/word-{n}"), TU=String("Few: I feel"), V=String(f"v{n}"))
        for n in (1, 2)
    ]
    assert gather(read_form(make(*fields)).fields) == {"s": {"t": {"I feel": "v1", "I feel (2)": "v2"}}}


def test_what_goes_on_over_the_page_is_one_answer(make: Make) -> None:
    fields = [text("s/t", value="one"), text("s/t/more-2", value="two"), text("s/t/more-3", value="")]
    assert gather(read_form(make(*fields)).fields) == {"s": {"t": "one\ntwo"}}
