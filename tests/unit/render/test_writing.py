from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbook.errors import Code, FindingsError
from workbook.render.writing import write_atomically


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def refused(path: Path) -> tuple[Code, str]:
    with pytest.raises(FindingsError) as caught:
        write_atomically(path, b"new")
    (finding,) = caught.value.findings
    assert finding.span is not None
    assert finding.span.path == path
    assert finding.hint
    return finding.code, finding.message


def test_the_folder_is_made_and_nothing_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "a/b/c.pdf"
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.usefixtures("umask")
def test_the_mode_is_0644_less_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "c.pdf"
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_bytes_stay_as_they_are(tmp_path: Path) -> None:
    data = bytes(range(256)) + b"\r\n\n"
    write_atomically(tmp_path / "c.pdf", data)
    assert (tmp_path / "c.pdf").read_bytes() == data


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"kept")
    (tmp_path / "c.pdf").symlink_to(tmp_path / "kept")
    write_atomically(tmp_path / "c.pdf", b"new")
    assert (tmp_path / "kept").read_bytes() == b"kept"
    assert (tmp_path / "c.pdf").read_bytes() == b"new"


# The system's calls are replaced below where nothing real does it: a disk fills up or fails in the middle
# of a write, or is mounted for reading only. tests/e2e/test_bad_destinations.py has what can be had really.


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO])
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_the_older_file_is_whole_whatever_fails(
    number: int, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.pdf"
    path.write_bytes(b"older")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(step, fail)
    code, _ = refused(path)
    assert code is (Code.DESTINATION if number == errno.EIO else Code.DISK_FULL)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_ctrl_c_leaves_the_older_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c.pdf"
    path.write_bytes(b"older")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "c.pdf").mkdir()
    assert refused(tmp_path / "c.pdf") == (
        Code.DESTINATION,
        "This file cannot be written: there is a folder of that name.",
    )


@pytest.mark.parametrize("path", ["file/c.pdf", "file/deeper/c.pdf"])
def test_the_folder_is_a_file(path: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    code, message = refused(tmp_path / path)
    assert code is Code.DESTINATION
    assert "`file` is a file, not a folder" in message
    assert (tmp_path / "file").read_bytes() == b"kept"


@pytest.mark.parametrize("path", [f"{'a' * 300}.pdf", f"{'a' * 300}/c.pdf"])
def test_the_name_is_too_long(path: str, tmp_path: Path) -> None:
    code, message = refused(tmp_path / path)
    assert code is Code.DESTINATION
    assert "too long" in message


def test_a_name_that_no_disk_takes(tmp_path: Path) -> None:
    assert refused(tmp_path / "a\0b")[0] is Code.DESTINATION


def test_a_disk_that_can_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "mkdir", fail)
    assert "the disk can only be read" in refused(tmp_path / "c.pdf")[1]


def test_a_file_that_grows_too_large(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="limits are set as on Unix")
    path = tmp_path / "c.pdf"
    path.write_bytes(b"older")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(FindingsError, match="F007 There is no room"):
            write_atomically(path, bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]
