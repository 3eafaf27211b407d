from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes

from workbook.render.line_ends import spaces_hang

WORDS = "all the tax forms, so on it went. These days I ring my cousin."
WIDTHS = range(280, 480)
"""Pixels; somewhere among them the words fit without the space after them, and not with it."""


def _lines(tail: str, within: Callable[[], AbstractContextManager[None]]) -> list[list[str]]:
    paragraphs = "".join(f'<p style="width: {width}px">{WORDS}{tail}</p>' for width in WIDTHS)
    style = "<style>p { font: 12px sans-serif } @page { size: 400mm 4000mm }</style>"
    with within():
        pages = weasyprint.HTML(string=style + paragraphs).render().pages
    found = [box for page in pages for box in _within(page._page_box) if box.element_tag == "p"]
    return [["".join(_words(line)) for line in box.children] for box in found if box.children]


def _within(box: Any) -> list[Any]:
    children = list(getattr(box, "children", ()))
    blocks = [child for child in children if isinstance(child, boxes.BlockBox)]
    return [*blocks, *(inner for child in children for inner in _within(child))]


def _words(box: Any) -> list[str]:
    if isinstance(box, boxes.TextBox):
        return [box.text]
    return [word for child in getattr(box, "children", ()) for word in _words(child)]


@pytest.mark.parametrize("tail", [" <b>Step:</b> I go.", " "])
def test_no_word_is_left_alone_for_a_space(tail: str) -> None:
    assert any(lines[0] == "all" for lines in _lines(tail, nullcontext)), (
        "the engine has mended it: drop ours"
    )
    lines = _lines(tail, spaces_hang)
    assert len(lines) == len(WIDTHS)
    assert all(paragraph[0].startswith("all the tax") for paragraph in lines)
    assert all(line.strip() for paragraph in lines for line in paragraph)


def test_nothing_is_lost_or_doubled() -> None:
    for paragraph in _lines(" <b>Step:</b> I go.", spaces_hang):
        assert " ".join(" ".join(paragraph).split()) == f"{WORDS} Step: I go."
