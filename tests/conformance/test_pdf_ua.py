"""veraPDF on every edition of the sample and on a sheet with every answer kind: no message at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checkers.verapdf import check_pdfs
from tests.conftest import Build, built_once
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience, Reader
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.workbook import Variant
from workbook.theme.lookup import Theme

pytestmark = pytest.mark.xdist_group("verapdf")


def test_every_pdf_passes_pdf_ua_1(
    build: Build, sample: Book, every_kind: Exercise, calm: Theme, shared: Path
) -> None:
    built = [build(Medium.PRINT, audience, paper) for audience in Audience for paper in ("a4", "letter")]
    handout = compose_handout(every_kind, Variant.FULL, sample.countries, sample.locale, calm, Reader())
    built.append(built_once(shared, "every-kind", handout))
    verdicts = check_pdfs([each.path for each in built], "ua1")
    assert len(verdicts) == len(built)
    assert {path.name: messages for path, messages in verdicts.items() if messages} == {}
