from __future__ import annotations

from pathlib import Path

import pytest

from workbook.compose.handout import compose_handout
from workbook.compose.reader import Reader
from workbook.errors import Code, FindingsError
from workbook.model.book import Book
from workbook.model.exercise import Exercise
from workbook.model.workbook import Variant
from workbook.render.pdf import render_pdf
from workbook.render.rendered import Rendered
from workbook.theme.lookup import Theme, Themes

HEAD = "title: Mine\ndescription: Of my own.\nextends: calm\n"


def _theme(folder: Path, css: str) -> Theme:
    (folder / "templates" / "mine").mkdir(parents=True)
    (folder / "templates" / "mine" / "theme.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "templates" / "mine" / "print.css").write_text(css, encoding="utf-8")
    return Themes(folder).find("mine")


def _render(exercise: Exercise, book: Book, theme: Theme) -> Rendered:
    return render_pdf(compose_handout(exercise, Variant.SHORT, book.countries, book.locale, theme, Reader()))


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("\n\n.sheet { colour: red }\n", 3),
        (".sheet { color: red }\n@page { size: nothing }", 2),
        ("\n\n\n.sheet::nothing { color: red }", 4),
    ],
)
def test_what_the_engine_does_not_know_is_told_at_its_line(
    plain_sheet: Exercise, sample: Book, tmp_path: Path, css: str, line: int
) -> None:
    (finding,) = _render(plain_sheet, sample, _theme(tmp_path, css)).findings
    assert finding.code is Code.ENGINE_WARNING
    assert finding.span is not None
    assert (finding.span.path.parent.name, finding.span.path.name) == ("mine", "print.css")
    assert finding.span.line == line


def test_what_is_fetched_is_told_at_its_line(plain_sheet: Exercise, sample: Book, tmp_path: Path) -> None:
    theme = _theme(tmp_path, "\n.sheet { background: url(https://example.org/a.png) }")
    with pytest.raises(FindingsError) as caught:
        _render(plain_sheet, sample, theme)
    (finding,) = caught.value.findings
    assert finding.code is Code.FETCH_REFUSED
    assert finding.span is not None
    assert (finding.span.path.name, finding.span.line) == ("print.css", 2)
