"""Number pages when all are laid out: a gathering does not know how many pages stand before it.

**Why** not ``target-counter(…, page)``: for it the engine lays out each page of a contents list a second
time, and it cannot know of sections in another gathering.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from weasyprint import layout as engine
from weasyprint import pdf as writing
from weasyprint.formatting_structure import boxes
from weasyprint.layout import page as paging
from weasyprint.text.line_break import split_first_line

from workbook.render.layout import within
from workbook.render.printed import Extent, Numbers

FOLIO = "0000"
"""What a stylesheet writes after a link, in ``a::after``, for the folio of the page that the link leads to.

As wide as any, so that no folio moves a word.
"""


def alone(extent: Extent) -> Numbers:
    """Return the numbers of pages that are a whole book."""
    return Numbers(0, {address: index + 1 for address, index in extent.addresses.items()})


@contextmanager
def numbered(ask: Callable[[Extent], Numbers], *, first: bool) -> Iterator[None]:
    """Let ``ask`` number the pages that the engine lays out meanwhile, before it makes heads and feet.

    ``first`` is whether the first of them is the book's: no other is ``:first`` to a stylesheet.
    """
    make_all, make_margins, page_type = engine.make_all_pages, engine.make_margin_boxes, paging.PageType
    laid_out: list[Any] = []
    numbers: list[Numbers] = []

    def made(*arguments: Any) -> Iterator[Any]:
        laid_out[:] = make_all(*arguments)
        yield from laid_out

    def with_margins(context: Any, page: Any, state: Any) -> Iterator[Any]:
        if not numbers:
            numbers.append(ask(_extent(laid_out)))
            _fill_folios(laid_out, numbers[0].folios, context)
        quotes, counters, *others = state
        here = {**counters, "page": [folio + numbers[0].before for folio in counters["page"]]}
        yield from make_margins(context, page, (quotes, here, *others))

    def typed(side: str, blank: bool, name: str, index: int, groups: Any) -> Any:
        return page_type(side, blank, name, index if first else index + 1, groups)

    engine.make_all_pages, engine.make_margin_boxes, paging.PageType = made, with_margins, typed
    try:
        yield
    finally:
        engine.make_all_pages, engine.make_margin_boxes, paging.PageType = make_all, make_margins, page_type


@contextmanager
def links_into(addresses: Iterable[str]) -> Iterator[None]:
    """Let the engine write links to these addresses too, which other pages of the book have."""
    resolve = writing.resolve_links
    elsewhere = SimpleNamespace(anchors=dict.fromkeys(addresses, (0, 0, 0, 0)), links=[])

    def resolved(pages: Sequence[Any]) -> list[Any]:
        return list(resolve([*pages, elsewhere]))[:-1]

    writing.resolve_links = resolved
    try:
        yield
    finally:
        writing.resolve_links = resolve


def _extent(pages: Sequence[Any]) -> Extent:
    addresses: dict[str, int] = {}
    for index, page in enumerate(pages):
        for box in within(page.children[0]):
            if address := box.style["anchor"]:
                addresses.setdefault(address, index)
    return Extent(len(pages), addresses)


def _fill_folios(pages: Sequence[Any], folios: Mapping[str, int], context: Any) -> None:
    """Set the folios where they were left open, at the outer end of the room that they have."""
    for page in pages:
        for box in within(page.children[0]):
            if isinstance(box, boxes.TextBox) and box.element_tag == "a::after" and box.text == FOLIO:
                folio = folios.get(str(box.element.get("href", "")).removeprefix("#"))
                box.text = "" if folio is None else str(folio)
                box.pango_layout, _, _, width, *_ = split_first_line(box.text, box.style, context, None, 0)
                if box.style["direction"] == "ltr":
                    box.position_x += box.width - width
                box.width = width
