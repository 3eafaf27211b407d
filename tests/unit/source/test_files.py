from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbook.errors import Code, Diagnostic, FindingsError
from workbook.source import files
from workbook.source.files import DEEPEST, LIMIT, entries, read_text, walk


def refused(path: Path, roots: list[Path] | None = None) -> Diagnostic:
    with pytest.raises(FindingsError) as caught:
        read_text(path, roots)
    (finding,) = caught.value.findings
    assert finding.span is not None
    assert finding.span.path == path
    assert finding.hint
    return finding


def test_text_comes_back_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("título: ñ\r\n".encode())
    assert read_text(file) == "título: ñ\r\n"


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfid: a\n")
    assert read_text(file) == "id: a\n"


def test_a_missing_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.yaml").code is Code.FILE_NOT_FOUND


def test_a_folder(tmp_path: Path) -> None:
    finding = refused(tmp_path)
    assert finding.code is Code.FILE_NOT_READABLE
    assert "folder" in finding.message


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert refused(pipe).code is Code.FILE_NOT_READABLE


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("id: a")

    def deny(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)  # the tests may run as root, whom no permission stops
    finding = refused(file)
    assert finding.code is Code.FILE_NOT_READABLE
    assert "Permission denied" in finding.message


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert refused(tmp_path / "a.yaml").code is Code.FILE_NOT_READABLE
    assert refused(tmp_path / "a.yaml", [tmp_path]).code is Code.FILE_NOT_READABLE


def test_a_name_that_cannot_be(tmp_path: Path) -> None:
    assert refused(tmp_path / "a\0.yaml").code is Code.FILE_NOT_READABLE


def test_fifty_megabytes_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "big.yaml"
    with file.open("wb") as sparse:
        sparse.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", None)
    assert refused(file).code is Code.FILE_TOO_LARGE


def test_the_limit_itself(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"#" * LIMIT)
    assert len(read_text(file)) == LIMIT
    file.write_bytes(b"#" * (LIMIT + 1))
    assert refused(file).code is Code.FILE_TOO_LARGE


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"ab\xff", 1, 3),
        ("é: 1\nnäme: ".encode() + b"\xe4\n", 2, 7),
        (b"\xef\xbb\xbfa\xff", 1, 2),
        ("id: a".encode("utf-16"), 1, 1),
        (b"a: \xc3", 1, 4),
    ],
)
def test_other_encodings_are_located(tmp_path: Path, data: bytes, line: int, column: int) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(data)
    finding = refused(file)
    assert finding.code is Code.FILE_NOT_UTF8
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (line, column)


def test_only_the_allowed_folders(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    secret = outside / "secret.yaml"
    secret.write_text("id: a")
    (inside / "link.yaml").symlink_to(secret)
    (inside / "a.yaml").write_text("id: a")
    (inside / "b.yaml").symlink_to(inside / "a.yaml")
    assert refused(secret, [inside]).code is Code.FILE_OUTSIDE
    assert refused(inside / "link.yaml", [inside]).code is Code.FILE_OUTSIDE
    assert refused(inside / ".." / "out" / "secret.yaml", [inside]).code is Code.FILE_OUTSIDE
    assert read_text(inside / "b.yaml", [inside]) == "id: a"
    assert read_text(inside / "link.yaml", [inside, outside]) == "id: a"


def test_a_neighbour_whose_name_begins_alike_is_outside(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project-2").mkdir()
    file = tmp_path / "project-2" / "a.yaml"
    file.write_text("id: a")
    assert refused(file, [tmp_path / "project"]).code is Code.FILE_OUTSIDE


def test_a_folder_is_walked_in_order_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    for name in ("b/two", "a/one", ".git/objects"):
        (tmp_path / name).mkdir(parents=True)
    assert [p.relative_to(tmp_path).as_posix() for p in walk(tmp_path)] == ["a", "b", "a/one", "b/two"]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/round").symlink_to(tmp_path)
    assert [p.name for p in walk(tmp_path)] == ["a", "round"]


def test_far_too_many_files_are_not_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}").touch()
    for walked in (walk, entries):
        with pytest.raises(FindingsError) as caught:
            list(walked(tmp_path))
        assert caught.value.findings[0].code is Code.TOO_MANY_FILES


def test_folders_far_too_deep_are_not_walked(tmp_path: Path) -> None:
    tmp_path.joinpath(*"d" * DEEPEST).mkdir(parents=True)
    assert len(list(walk(tmp_path))) == DEEPEST
    tmp_path.joinpath(*"d" * (DEEPEST + 1)).mkdir(parents=True)
    with pytest.raises(FindingsError) as caught:
        list(walk(tmp_path))
    assert caught.value.findings[0].code is Code.TOO_MANY_FILES
