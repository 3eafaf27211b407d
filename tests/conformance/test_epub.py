"""EPUBCheck and Ace on the sample: nothing but EPUBCheck's note that fonts are embedded."""

from __future__ import annotations

import pytest

from tests.conftest import Build, Built
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience
from workbook.release.checkers import ace
from workbook.release.checkers.epubcheck import check_epub


@pytest.mark.parametrize("audience", list(Audience))
def test_the_sample_has_no_message(build: Build, audience: Audience) -> None:
    built = build(Medium.EPUB, audience)
    assert built.findings == ()
    assert [m for m in check_epub(built.path) if m.code != "CSS-028"] == []


def test_a_logo_has_no_message(branded_epub: Built) -> None:
    assert branded_epub.findings == ()
    assert [m for m in check_epub(branded_epub.path) if m.code != "CSS-028"] == []


def test_ace_has_no_message_on_the_therapists_book(build: Build) -> None:
    assert ace.check_epub(build(Medium.EPUB, Audience.THERAPIST).path) == []
