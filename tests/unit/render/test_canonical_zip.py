"""The same members give the same archive, whatever the machine's clock, platform and umask."""

from __future__ import annotations

import io
import zipfile

import pytest

from workbook.render.canonical_zip import rewrite_zip, write_zip

MEMBERS = [("mimetype", b"application/epub+zip"), ("EPUB/b.xhtml", b"b" * 500), ("EPUB/a.xhtml", b"a" * 500)]
STORED = frozenset({"mimetype"})


def test_members_keep_their_order_and_contents() -> None:
    with zipfile.ZipFile(io.BytesIO(write_zip(MEMBERS, STORED))) as archive:
        assert [(name, archive.read(name)) for name in archive.namelist()] == MEMBERS
        assert archive.testzip() is None


def test_nothing_of_the_machine_is_written() -> None:
    with zipfile.ZipFile(io.BytesIO(write_zip(MEMBERS, STORED))) as archive:
        infos = archive.infolist()

    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.create_system for info in infos} == {3}
    assert {oct(info.external_attr >> 16) for info in infos} == {"0o100644"}
    assert {(info.flag_bits, info.extra, info.comment) for info in infos} == {(0, b"", b"")}


def test_the_stored_member_can_be_read_at_its_fixed_place() -> None:
    data = write_zip(MEMBERS, STORED)

    assert data[30:58] == b"mimetypeapplication/epub+zip"
    assert len(data) < 1000, "the others are compressed"


def test_an_archive_made_elsewhere_becomes_the_same() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in MEMBERS:
            archive.writestr(zipfile.ZipInfo(name, (2031, 5, 6, 7, 8, 10)), content)

    assert rewrite_zip(buffer.getvalue(), STORED) == write_zip(MEMBERS, STORED)


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../up", "a/../../b", "a//b", "naïve.xhtml", "a b", ".hidden", "a\\b", "a/"]
)
def test_a_name_that_is_not_a_plain_path_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="plain ASCII"):
        write_zip([(name, b"")])


@pytest.mark.parametrize("name", ["one.xhtml", "One.xhtml"])
def test_two_members_of_one_name_are_refused_in_any_case(name: str) -> None:
    with pytest.raises(ValueError, match="two members"):
        write_zip([("one.xhtml", b""), (name, b"")])
