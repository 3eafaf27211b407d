"""One file to make: what composes it and what renders it, as a value that another process can be given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from workbook.compose.manuscript import Manuscript, Medium
from workbook.render.rendered import Rendered

Engine = Callable[[Manuscript], Rendered]


@dataclass(frozen=True)
class Task:
    """It is composed only when its turn comes. ``sheets`` says about how much work it is.

    ``render`` stands in for the medium's own engine, where a file takes something from another one.
    """

    medium: Medium
    compose: Callable[[], Manuscript]
    render: Engine | None = None
    sheets: int = 1

    def engine(self, *, apart: bool = False) -> Engine:
        """Return what renders it; if ``apart``, a PDF is laid out in a process of its own.

        **Why** late: an engine is slow to load, and may lack what it stands on.
        """
        if self.render is not None:
            return self.render
        if self.medium is Medium.PRINT:
            from workbook.render.pdf import render_pdf

            return partial(render_pdf, apart=apart)
        if self.medium is Medium.SCREEN:
            from workbook.render.html import render_html

            return render_html
        from workbook.render.epub import render_epub

        return render_epub
