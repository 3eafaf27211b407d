from __future__ import annotations

import stat
from pathlib import Path

import pytest
import yaml

from tests.unit.cli.conftest import Run
from workbook.model.code import read_code

CODE = "c-7f3h-j"


def client(folder: Path, text: str = "", mode: int = 0o600) -> Path:
    path = folder / "clients" / f"{CODE}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"code: {CODE}\n{text}", encoding="utf-8")
    path.chmod(mode)
    return path


def test_a_new_client_has_a_code_and_a_file_for_ones_own_eyes(folder: Path, run: Run) -> None:
    result = run("client", "new")
    code = result.stdout.splitlines()[0]
    assert (result.exit_code, read_code(code)) == (0, code)
    path = folder / "clients" / f"{code}.yaml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert (path.parent / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"
    assert yaml.safe_load(path.read_text(encoding="utf-8")) == {"code": code, "slots": None}
    assert run("client", "list").stdout == f"{code}\n"
    assert run("check", "clients").stdout == "1 file, no mistakes.\n"


@pytest.mark.parametrize("called", ["Sam", 'Sam "S" O\'Neil: #1', "Śæm 李"])
def test_a_name_of_any_letters_is_written_and_not_printed(folder: Path, run: Run, called: str) -> None:
    result = run("client", "new", "--called", called)
    (path,) = (folder / "clients").glob("*.yaml")
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["called"] == called
    assert called not in result.output


@pytest.mark.parametrize("called", ["x" * 61, "a\x1b[31m", "   "])
def test_a_name_that_cannot_be_is_refused_and_not_repeated(folder: Path, run: Run, called: str) -> None:
    result = run("client", "new", "--called", called)
    assert result.exit_code == 1
    assert called.strip() == "" or called not in result.output
    assert not (folder / "clients").exists()


def test_the_name_is_asked_for_where_none_is_typed(folder: Path) -> None:
    from click.testing import CliRunner

    from workbook.cli.program import program

    result = CliRunner().invoke(program, ["client", "new", "--called"], input="Sam\n")
    assert result.exit_code == 0, result.output
    (path,) = (folder / "clients").glob("*.yaml")
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["called"] == "Sam"


def test_the_starter_tells_of_every_key(folder: Path, run: Run) -> None:
    from workbook.model.client import Client
    from workbook.model.slots import SHARED

    run("client", "new")
    (path,) = (folder / "clients").glob("*.yaml")
    text = path.read_text(encoding="utf-8")
    for key in (*Client.model_fields, *(SHARED.keys() - {"next-session"})):
        assert f"\n{key}:" in text or f"# {key}:" in text, key
    uncommented = text.replace("\n  # ", "\n  ").replace("\n# note: |\n#   ", "\nnote: |\n  ")
    for key in ("called", "pronouns", "language", "profile", "next"):
        uncommented = uncommented.replace(f"\n# {key}: ", f"\n{key}: ")
    path.write_text(uncommented, encoding="utf-8")
    assert set(yaml.safe_load(uncommented)) == set(Client.model_fields)
    assert run("check", "clients").output == "1 file, no mistakes.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "ending", "--print-name"), "--client"),
        (("build", "ending", "--password-file", "x"), "goes with --encrypt"),
        (("build", "ending", "--encrypt", "-o", "epub"), "An EPUB cannot be locked"),
        (("handout", "boundary-after", "--encrypt", "--archive"), "exclude each other"),
        (("build", "ending", "--profile", "large-print", "--paper", "6x9in"), "does not fit on 6x9in"),
        (("build", "--edition", "speaking-up", "--client", CODE), "the same for everyone"),
        (("build", "--edition", "speaking-up", "--neutral-cover"), "the same for everyone"),
    ],
)
def test_wishes_that_do_not_go_together(folder: Path, run: Run, arguments: list[str], said: str) -> None:
    client(folder)
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_what_a_clients_file_says_is_remarked_on(folder: Path, run: Run) -> None:
    client(folder, "language: fr\nslots:\n  persn: Quillfeather\n  phone: secret\n", mode=0o644)
    result = run("handout", "boundary-after", "--variant", "short", "-c", "uk", "--client", CODE)
    assert result.exit_code == 0, result.output
    for code in ("K006", "K007", "K008", "K009"):
        assert f"warning {code}" in result.stderr, code
    assert "Quillfeather" not in result.output
    assert "secret" not in result.output


def test_the_profile_is_the_clients_unless_another_is_typed(folder: Path, run: Run) -> None:
    client(folder, "profile: large-print\n")
    usual = ("handout", "boundary-after", "--variant", "short", "-c", "uk")
    run(*usual, "--client", CODE)
    run(*usual, "--client", CODE, "--profile", "roomy")
    run(*usual, "--profile", "large-print")
    own = folder / "dist" / f"boundary-after-short-{CODE}.pdf"
    other = folder / "dist" / f"boundary-after-short-{CODE}-roomy.pdf"
    anyone = folder / "dist" / "boundary-after-short-large-print.pdf"
    assert {path.name for path in (folder / "dist").iterdir()} == {own.name, other.name, anyone.name}
    assert stat.S_IMODE(anyone.stat().st_mode) == 0o644 & ~_umask()


def test_a_paper_too_narrow_for_a_clients_profile_is_refused_at_its_line(folder: Path, run: Run) -> None:
    client(folder, "profile: large-print\n")
    usual = ("handout", "boundary-after", "--variant", "short", "-c", "uk", "--client", CODE, "--paper", "a5")
    refused = run(*usual)
    assert refused.exit_code == 1
    assert "error L008" in refused.stderr
    assert "`7x10in`" in refused.stderr
    assert run(*usual, "--profile", "roomy").exit_code == 0


def test_a_practice_whose_paper_is_too_narrow_for_its_profile_is_told_so(folder: Path, run: Run) -> None:
    (folder / "practice.yaml").write_text("paper: half-letter\nprofile: large-print\n", encoding="utf-8")
    for command in (("check", "practice.yaml"), ("handout", "boundary-after", "-c", "uk")):
        result = run(*command)
        assert result.exit_code == 1
        assert "practice.yaml:2:10: error L008" in " ".join(result.output.split()), command


def test_a_booklet_of_a_clients_file_is_theirs_too(folder: Path, run: Run) -> None:
    client(folder)
    run("handout", "boundary-after", "--variant", "short", "-c", "uk", "--client", CODE, "--paper", "a5")
    result = run("booklet", f"dist/boundary-after-short-{CODE}.pdf", "--dest", "folded")
    assert result.exit_code == 0, result.output
    (path,) = (folder / "folded").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert f"folded/{path.name}" in (folder / "clients" / f"{CODE}.made.txt").read_text(encoding="utf-8")


def test_an_unfit_password_is_located(folder: Path, run: Run) -> None:
    (folder / "empty.txt").write_text("\nno\n", encoding="utf-8")
    arguments = ("handout", "boundary-after", "-c", "uk", "--encrypt", "--password-file", "empty.txt")
    result = run(*arguments)
    assert (result.exit_code, "empty.txt:1:1: error K011" in result.stderr) == (1, True)


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7 broken", b"PK\x03\x04 broken"])
def test_what_cannot_be_inspected(folder: Path, run: Run, data: bytes) -> None:
    (folder / "file.pdf").write_bytes(data)
    result = run("inspect", "file.pdf")
    assert (result.exit_code, "error K013" in result.stderr) == (1, True)


def test_a_file_that_is_not_there_is_not_inspected(run: Run) -> None:
    assert "error F001" in run("inspect", "nothing.pdf").stderr


def test_a_purge_that_cannot_remove_keeps_the_clients_file(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = client(folder)
    made = folder / f"a-{CODE}.pdf"
    made.write_bytes(b"x")
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name == made.name:
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    result = run("purge", CODE, "--yes")
    assert (result.exit_code, "error K014" in result.stderr) == (1, True)
    assert own.exists()


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask
