"""Three judges on every edition of the sample and on a sheet with every answer kind: no message at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.checkers import outloud
from tests.conftest import Build, Built
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience
from workbook.release.checkers import page_validation, verapdf
from workbook.release.checkers.message import Message

pytestmark = pytest.mark.xdist_group("verapdf")

Check = Callable[[Sequence[Path]], dict[Path, list[Message]]]


@pytest.mark.parametrize("check", [verapdf.check_pdfs, page_validation.check_pdfs, outloud.check_pdfs])
def test_every_pdf_passes_pdf_ua_1(
    check: Check,
    build: Build,
    every_kind_pdf: Built,
    every_kind_fillable: Built,
    sample_fillable: Built,
    branded_pdfs: list[Built],
) -> None:
    built = [build(Medium.PRINT, audience, paper) for audience in Audience for paper in ("a4", "letter")]
    built += [every_kind_pdf, every_kind_fillable, sample_fillable, *branded_pdfs]
    verdicts = check([each.path for each in built])
    assert len(verdicts) == len(built)
    assert {path.name: messages for path, messages in verdicts.items() if messages} == {}
