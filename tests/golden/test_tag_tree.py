"""The tag tree of a sheet with every answer kind, as text. Read its diff as a screen reader would."""

from __future__ import annotations

from tests.conftest import Built
from tests.golden.test_markup import compare
from tests.tagtree import read


def test_every_answer_kind(every_kind_pdf: Built) -> None:
    compare("every-kind.tags.txt", read(every_kind_pdf.path))
