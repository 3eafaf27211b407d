"""EPUBCheck on the sample, both audiences: nothing but the note that fonts are embedded."""

from __future__ import annotations

import pytest

from tests.checkers.epubcheck import check_epub
from tests.conftest import Build
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience


@pytest.mark.parametrize("audience", list(Audience))
def test_the_sample_has_no_message(build: Build, audience: Audience) -> None:
    built = build(Medium.EPUB, audience)
    assert built.findings == ()
    assert [m for m in check_epub(built.path) if m.code != "CSS-028"] == []
