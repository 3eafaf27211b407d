"""Nothing of a client gets out: every byte that is written or printed is searched for the client's words."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.poppler import tool

CODE = "c-7f3h-j"
NAME = "Zebulonia"
PRONOUNS = "zhe/zher"
WORDS = {"person": "Quillfeather", "my-sentence": "Marmaladia stays home.", "contact": "Ombudswoman"}
NOTE = "Frobnicately yours"
SAID = ("Quillfeather", "Marmaladia", "Ombudswoman", "Frobnicately")
CLIENT = f"""\
code: {CODE}
called: {NAME}
pronouns: {PRONOUNS}
profile: roomy
slots:
  person: {WORDS["person"]}
  my-sentence: {WORDS["my-sentence"]}
  contact: {WORDS["contact"]}
note: {NOTE}
next: 2026-12-03
"""
BOOK = """\
id: small
version: 1.0.0
title: Speaking up at home
subtitle: A small book
date: 2026-11-22
about: For the tests of privacy.
front: [title-page, contents]
parts:
  - title: A part
    intro: A few words.
    exercises: [boundary-if-push-back, boundary-after]
back: [crisis, colophon]
crisis: [uk]
"""
WATCH = """\
import os, shutil, sys
vault, watched = os.environ["WATCH_VAULT"], os.environ["WATCH_FOLDER"]
inside = False

def copy(source, target):
    "Copy a file, unless another process has removed it by now; a socket has no bytes."
    if os.path.isfile(source):
        try:
            shutil.copyfile(source, target)
        except FileNotFoundError:
            pass

def keep(event, arguments):
    "Copy what lies in the folders for temporary files right before anything there is removed."
    global inside
    if inside or event not in {"os.remove", "os.rmdir", "shutil.rmtree", "os.rename", "os.truncate"}:
        return
    if str(arguments[0]).startswith(watched):
        inside = True
        place = os.path.join(vault, f"{os.getpid()}-{len(os.listdir(vault))}")
        try:
            shutil.copytree(watched, place, copy_function=copy)
        except (shutil.Error, FileNotFoundError):
            pass
        inside = False

sys.addaudithook(keep)
"""
"""Run by Python itself when it begins: in the command, and in each process that helps it."""


@dataclass(frozen=True)
class Said:
    """What a command printed, on both streams."""

    exit_code: int
    text: str


class Practice:
    """A practice with one client, and commands run in it whose temporary files are all kept."""

    def __init__(self, folder: Path) -> None:
        self.root, self.vault, self.temporary, self.home = (
            folder / name for name in ("practice", "vault", "temporary", "home")
        )
        for place in (self.root / "clients", self.root / "workbooks", self.vault, self.temporary, self.home):
            place.mkdir(parents=True)
        self.watch = folder / "watch"
        self.watch.mkdir()
        (self.watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
        (self.root / "practice.yaml").write_text("name: Elm Street Therapy\n", encoding="utf-8")
        (self.root / "workbooks" / "small.yaml").write_text(BOOK, encoding="utf-8")
        self.client = self.root / "clients" / f"{CODE}.yaml"
        self.client.write_text(CLIENT, encoding="utf-8")
        self.client.chmod(0o600)

    def run(self, *arguments: str, typed: str = "") -> Said:
        home = str(self.home)
        env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "FONTCONFIG"))}
        env |= {"HOME": home, "XDG_CACHE_HOME": home, "TMPDIR": str(self.temporary), "COLUMNS": "200"}
        env |= {"WATCH_VAULT": str(self.vault), "WATCH_FOLDER": str(self.temporary)}
        env["PYTHONPATH"] = str(self.watch)
        done = subprocess.run(
            [sys.executable, "-m", "workbook", *arguments],
            cwd=self.root,
            env=env,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        return Said(done.returncode, done.stdout + done.stderr)

    def left(self) -> Iterator[Path]:
        """Yield every file that there is or was, but the client's own."""
        for folder in (self.root, self.vault, self.temporary, self.home):
            yield from (path for path in folder.rglob("*") if path.is_file() and path != self.client)


def off_page(path: Path) -> str:
    """Return everything in a file that is not on a page: names, data, bookmarks, descriptions, lists."""
    data = path.read_bytes()
    said = [path.name, data.decode("latin-1"), data.decode("utf-16-le", "ignore")]
    if data.startswith(b"%PDF"):
        with pikepdf.open(BytesIO(data)) as pdf:
            said += [str(value) for value in pdf.docinfo.values()]
            said.append(pdf.Root.Metadata.read_bytes().decode())
            for thing in pdf.objects:
                said += _strings(thing)
                if isinstance(thing, pikepdf.Stream):
                    said.append(_decoded(thing))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                member = archive.read(name).decode("utf-8", "ignore")
                page = name.endswith(".xhtml") and "nav" not in name and "cover" not in name
                said += [name, member.partition("</head>")[0] if page else member]
                said += [line for line in member.splitlines() if "<h1" in line or "<h2" in line]
    return "\n".join(said)


def on_page(path: Path) -> str:
    """Return the letters of a file's pages."""
    if path.suffix == ".pdf":
        return tool("pdftotext", str(path), "-")
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return "\n".join(archive.read(name).decode() for name in names)


def _strings(thing: object) -> list[str]:
    if isinstance(thing, pikepdf.String):
        return [str(thing)]
    if isinstance(thing, pikepdf.Array):
        return [said for part in thing for said in _own(part)]
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return [said for part in thing.values() for said in _own(part)]
    return []


def _own(part: object) -> list[str]:
    return [] if isinstance(part, pikepdf.Object) and part.is_indirect else _strings(part)


def _decoded(stream: pikepdf.Stream) -> str:
    try:
        return stream.read_bytes().decode("latin-1")
    except pikepdf.PdfError:  # a picture's own packing
        return ""


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """A practice in which a book and a handout were made for the client."""
    made = Practice(tmp_path_factory.mktemp("privacy"))
    made.said = [  # type: ignore[attr-defined]
        made.run("build", "small", "--client", CODE, "--json"),
        made.run("handout", "boundary-after", "--client", CODE.upper(), "--variant", "short", "-c", "uk"),
        made.run("client", "list"),
        made.run("list"),
        made.run("check", "clients"),
    ]
    return made


def test_the_files_are_made_by_code_and_for_ones_own_eyes(practice: Practice) -> None:
    names = {path.name for path in (practice.root / "dist").iterdir()}
    assert names == {f"small-{CODE}.pdf", f"small-{CODE}.epub", f"boundary-after-short-{CODE}.pdf"}
    for path in [*(practice.root / "dist").iterdir(), *(practice.root / "clients").iterdir()]:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
    ledger = (practice.root / "clients" / f"{CODE}.made.txt").read_text(encoding="utf-8")
    assert {line for line in ledger.splitlines() if not line.startswith("#")} == {f"dist/{n}" for n in names}


def test_the_words_are_on_the_pages(practice: Practice) -> None:
    for suffix in ("pdf", "epub"):
        pages = on_page(practice.root / "dist" / f"small-{CODE}.{suffix}")
        for word in SAID:
            assert word in pages, (suffix, word)


def test_the_name_is_nowhere(practice: Practice) -> None:
    for path in practice.left():
        assert NAME not in off_page(path), path
        assert PRONOUNS not in off_page(path), path
    for path in (practice.root / "dist").iterdir():
        assert NAME not in on_page(path), path
        assert PRONOUNS not in on_page(path), path


def test_the_words_are_nowhere_else(practice: Practice) -> None:
    seen = 0
    for path in practice.left():
        seen += 1
        found = [word for word in SAID if word in off_page(path)]
        assert found == [], path
    assert seen > 8, "what lay in folders for temporary files was looked at too"
    assert any(path.is_relative_to(practice.vault) for path in practice.left())
    assert list(practice.temporary.rglob("*")) == []


def test_no_command_prints_a_word(practice: Practice) -> None:
    outcomes: list[Said] = practice.said  # type: ignore[attr-defined]
    assert [outcome.exit_code for outcome in outcomes] == [0] * 5
    for outcome in outcomes:
        assert [word for word in (NAME, PRONOUNS, *SAID) if word in outcome.text] == []
    assert CODE in outcomes[0].text


def test_the_search_finds_what_is_there(practice: Practice, tmp_path: Path) -> None:
    source = practice.root / "dist" / f"small-{CODE}.pdf"
    with pikepdf.open(source) as pdf:
        pdf.docinfo["/Subject"] = NAME
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(WORDS["person"], 0))
        pdf.save(tmp_path / "leaky.pdf")
    leaky = off_page(tmp_path / "leaky.pdf")
    assert NAME in leaky
    assert WORDS["person"] in leaky


def test_a_name_that_is_asked_for_is_on_the_first_page_alone(practice: Practice) -> None:
    done = practice.run("build", "small", "--client", CODE, "--print-name", "--neutral-cover", "-d", "named")
    assert done.exit_code == 0, done.text
    assert NAME not in done.text
    for path in (practice.root / "named").iterdir():
        assert path.stem == f"my-notes-{CODE}"
        assert on_page(path).count(NAME) == 1
        assert NAME not in off_page(path)
        for told in ("Speaking up at home", "speaking-up", "A small book", "Elm Street", "For the tests"):
            assert told not in off_page(path), (path, told)
    for path in (practice.root / "named").iterdir():
        path.unlink()


def test_the_therapists_copy_has_the_pronouns(practice: Practice) -> None:
    arguments = ("--client", CODE, "--audience", "therapist", "-d", "mine", "-c", "uk", "--variant", "short")
    assert practice.run("handout", "boundary-after", *arguments).exit_code == 0
    (path,) = (practice.root / "mine").iterdir()
    assert PRONOUNS in on_page(path)
    path.unlink()


def test_a_locked_copy_says_nothing_without_its_password(practice: Practice) -> None:
    (practice.root / "secret.txt").write_text("ein Satz\n", encoding="utf-8")
    arguments = ("--client", CODE, "--encrypt", "--password-file", "secret.txt", "-d", "locked", "-c", "uk")
    done = practice.run("handout", "boundary-after", "--variant", "short", *arguments)
    assert done.exit_code == 0, done.text
    (path,) = (practice.root / "locked").iterdir()
    data = path.read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    for word in (*SAID, "ein Satz", "Parked until tomorrow", "pdfuaid"):
        assert word.encode() not in data
        assert word.encode("utf-16-be") not in data
    assert "ein Satz" not in done.text
    refused = practice.run("inspect", f"locked/{path.name}")
    assert (refused.exit_code, "K012" in refused.text) == (1, True)
    told = practice.run("inspect", f"locked/{path.name}", "--password-file", "secret.txt")
    assert "the client's `person`" in told.text
    path.unlink()
    (practice.root / "secret.txt").unlink()


def test_inspect_tells_which_words_stand_where_and_none_of_them(practice: Practice) -> None:
    for suffix, place in (("pdf", "page "), ("epub", "part ")):
        done = practice.run("inspect", f"dist/small-{CODE}.{suffix}")
        assert done.exit_code == 0, done.text
        for told in (CODE, "Elm Street Therapy", "the client's `person`", "the client's `note`", place):
            assert told in done.text, (suffix, told)
        assert [word for word in (NAME, *SAID) if word in done.text] == []
        assert "`called`" not in done.text


def test_a_purge_removes_all_that_was_made_and_says_what_it_did_not_find(practice: Practice) -> None:
    moved = practice.root / "dist" / f"boundary-after-short-{CODE}.pdf"
    moved.rename(practice.home / "kept-elsewhere.pdf")
    asked = practice.run("purge", CODE, typed="n\n")
    assert practice.client.exists()
    assert "[y/N]" in asked.text
    done = practice.run("purge", CODE, "--yes")
    assert done.exit_code == 0, done.text
    assert "no longer there" in done.text
    assert moved.name in done.text
    left = [path for path in practice.root.rglob("*") if path.is_file()]
    assert {path.name for path in left} == {"practice.yaml", "small.yaml"}
    again = practice.run("purge", CODE, "--yes")
    assert (again.exit_code, "K005" in again.text) == (1, True)
