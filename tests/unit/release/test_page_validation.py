from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from workbook.release.checkers.message import CheckerFailed
from workbook.release.checkers.page_validation import check_pdfs


def test_an_untagged_file_has_findings(tmp_path: Path) -> None:
    path = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    messages = check_pdfs([path])[path]
    assert messages and all(message.code and message.text for message in messages)


@pytest.mark.parametrize("content", [None, b"", b"no pdf"])
def test_a_file_that_is_none_is_no_pass(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "broken.pdf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CheckerFailed, match="no verdict"):
        check_pdfs([path])
