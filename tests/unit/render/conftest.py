"""What the tests of the renderers share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.render.tagged import Engine
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.compose.typesetter import Typesetter
from workbook.model.locale import Locale
from workbook.model.practice import Practice
from workbook.theme.lookup import Theme


@pytest.fixture
def engine(calm: Theme, english: Locale, tmp_path: Path) -> Engine:
    """WeasyPrint with the default theme's font."""
    return Engine(Typesetter(calm, english, Practice(), Reader(), Medium.PRINT).fonts()[0], tmp_path)
