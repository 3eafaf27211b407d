"""veraPDF on every edition of the sample and on a sheet with every answer kind: no message at all."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from tests.checkers.verapdf import check_pdfs
from tests.conftest import Build, built_once
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Audience, Reader
from workbook.model.answers import Block
from workbook.model.book import Book
from workbook.model.workbook import Variant
from workbook.theme.lookup import Theme

pytestmark = pytest.mark.xdist_group("verapdf")
EVERY_KIND = Path(__file__).parent / "every-kind.yaml"


def test_every_pdf_passes_pdf_ua_1(build: Build, sample: Book, calm: Theme, shared: Path) -> None:
    built = [build(Medium.PRINT, audience, paper) for audience in Audience for paper in ("a4", "letter")]
    blocks = TypeAdapter(tuple[Block, ...]).validate_python(yaml.safe_load(EVERY_KIND.read_text("utf-8")))
    kinds = sample.exercises["strength-stood-up"].model_copy(update={"blocks": blocks})
    handout = compose_handout(kinds, Variant.FULL, sample.countries, sample.locale, calm, Reader())
    built.append(built_once(shared, "every-kind", handout))
    verdicts = check_pdfs([each.path for each in built], "ua1")
    assert len(verdicts) == len(built)
    assert {path.name: messages for path, messages in verdicts.items() if messages} == {}
