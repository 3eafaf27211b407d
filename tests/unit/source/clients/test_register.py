from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbook.errors import Code, Diagnostic, FindingsError, Severity
from workbook.source.checking import check
from workbook.source.clients.ledger import read_ledger, write_ledger
from workbook.source.clients.register import Register
from workbook.source.library import Library

CODE = "c-7f3h-j"
SECRET = "Quillfeather"  # noqa: S105 - a name


@pytest.fixture
def register(tmp_path: Path) -> Register:
    (tmp_path / "clients").mkdir(mode=0o700)
    return Register(tmp_path)


def write(register: Register, text: str, name: str = f"{CODE}.yaml", mode: int = 0o600) -> Path:
    path = register.folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def refused(register: Register, typed: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(FindingsError) as caught:
        register.get(typed)
    return caught.value.findings


def test_a_client_is_found_by_the_code_however_it_is_typed(register: Register) -> None:
    write(register, f"code: {CODE}\nslots:\n  person: {SECRET}\nnext: 2026-12-03\n")
    client = register.get(CODE.upper()).value
    assert client.slots == {"person": SECRET}
    assert register.codes() == (CODE,)
    personal = client.personal(print_name=True)
    assert str(personal.slots["next-session"]) == "2026-12-03"


def test_a_mistyped_code_is_not_looked_up_nor_repeated(register: Register) -> None:
    write(register, f"code: {CODE}\n")
    (finding,) = refused(register, SECRET)
    assert finding.code is Code.MISTYPED_CODE
    assert SECRET not in finding.message + finding.hint


def test_no_such_client(register: Register) -> None:
    (finding,) = refused(register, CODE)
    assert finding.code is Code.UNKNOWN_CLIENT


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (f"code: {CODE}\ncalled: [{SECRET}]\n", Code.WRONG_TYPE, 2),
        (f"code: {CODE}\ncalled:\n  {SECRET}: {SECRET}\n", Code.WRONG_TYPE, 2),
        (f"code: {CODE}\nprofile: {SECRET}\n", Code.WRONG_VALUE, 2),
        (f"code: {CODE}\nlanguage: {SECRET}\n", Code.WRONG_VALUE, 2),
        (f"code: {CODE}\n{SECRET}: 1\n", Code.UNKNOWN_KEY, 2),
        (f"code: {CODE}\nslots:\n  {SECRET} X: 1\n", Code.WRONG_VALUE, 3),
        (f"code: {CODE}\nslots:\n  person: [{SECRET}]\n", Code.WRONG_TYPE, 3),
        (f"code: {CODE}\nnext: {SECRET}\n", Code.WRONG_TYPE, 2),
        (f"code: {CODE}\ncalled: {SECRET * 20}\n", Code.TOO_LONG, 2),
        (f"code: {SECRET}\n", Code.WRONG_VALUE, 1),
        (f"code: c-3333-4\ncalled: {SECRET}\n", None, 1),
        (f"code: {CODE}\nnote: {SECRET}: {SECRET}\n", Code.YAML_SYNTAX, None),
        (f"code: {CODE}\n{SECRET}\n", Code.YAML_SYNTAX, None),
        (f"code: {CODE}\nnote: &{SECRET} x\n", Code.YAML_ALIAS, None),
        (f"code: {CODE}\nnote: !{SECRET} x\n", Code.YAML_TAG, None),
        (f"code: {CODE}\nnote: a\nnote: {SECRET}\n", Code.YAML_DUPLICATE_KEY, 3),
        (SECRET, Code.YAML_NOT_A_MAPPING, 1),
        (f"called: {SECRET}\n", Code.MISSING_KEY, 1),
    ],
)
def test_no_finding_repeats_what_stands_in_the_file(
    register: Register, text: str, code: Code | None, line: int | None
) -> None:
    path = write(register, text)
    for findings in (refused(register, CODE), check([path], Library.at(register.root))):
        errors = [f for f in findings if f.severity is Severity.ERROR]
        assert errors
        if code is not None:
            assert code in [f.code for f in errors]
        if line is not None:
            assert line in [f.span.line for f in errors if f.span]
        said = " ".join(f"{f.message} {f.hint}" for f in findings)
        assert SECRET not in said
        assert SECRET.lower() not in said.lower()


def test_a_key_that_is_written_like_one_is_named(register: Register) -> None:
    write(register, f"code: {CODE}\nprofile: {SECRET}\n")
    assert [f.message.partition(":")[0] for f in refused(register, CODE)] == ["`profile`"]


def test_a_file_that_others_may_read_is_a_warning(register: Register) -> None:
    path = write(register, f"code: {CODE}\n", mode=0o644)
    assert [f.code for f in check([path], Library.at(register.root))] == [Code.CLIENT_FILE_OPEN]
    path.chmod(0o600)
    assert check([path], Library.at(register.root)) == []


def test_a_slot_that_no_exercise_has_is_a_warning(register: Register) -> None:
    path = write(register, f"code: {CODE}\nslots:\n  persn: {SECRET}\n")
    (finding,) = check([path], Library.at(register.root))
    assert finding.code is Code.UNUSED_CLIENT_SLOT
    assert finding.hint == "Did you mean `person`?"
    assert finding.span and (finding.span.line, finding.span.column) == (3, 3)


def test_clients_are_checked_with_the_rest_of_a_practice(register: Register) -> None:
    write(register, f"code: {CODE}\nprofile: x\n")
    found = check([], Library.at(register.root))
    assert [f.code for f in found if f.span and f.span.path.name == f"{CODE}.yaml"] == [Code.WRONG_VALUE]


def test_a_ledger_holds_each_file_once_and_only_the_clients(tmp_path: Path) -> None:
    mine, far = tmp_path / "dist" / f"a-{CODE}.pdf", Path("/elsewhere").resolve() / f"a-{CODE}.pdf"
    text = write_ledger([mine, far, mine], tmp_path)
    assert re.findall(r"^[^#].*$", text, re.MULTILINE) == [f"dist/a-{CODE}.pdf", str(far)]
    tampered = text + "/etc/passwd\n../x.pdf\ndist/a-c-3333-3.pdf\n"
    assert read_ledger(tampered, tmp_path, CODE) == (mine, far)
