"""One page to a leaf: what CSS has no words for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import page as engine

from workbook.compose.leaves import CARDS, ONE_SIDED, Side


@contextmanager
def one_page_a_leaf() -> Iterator[None]:
    """Let the engine begin each page of a one-sided section, and each page of cards, on a right-hand page.

    **Why** so: CSS can ask for a side where a section begins, and not where it runs over to the next page.
    """
    make_page = engine.make_page

    def made(*arguments: Any) -> tuple[Any, Any, dict[str, str | None]]:
        page, resume_at, following = make_page(*arguments)
        if resume_at and following["break"] == "any" and following["page"] in (ONE_SIDED, CARDS):
            following = {**following, "break": Side.RECTO.value}
        return page, resume_at, following

    engine.make_page = made
    try:
        yield
    finally:
        engine.make_page = make_page
