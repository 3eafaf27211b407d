"""What a theme's stylesheet asks for and draws, in a file that a reader opens elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import tinycss2  # type: ignore[import-untyped]

from workbook.compose.manuscript import Manuscript, Medium
from workbook.errors import Code, Diagnostic
from workbook.render.places import place_of_words

_ASKING = frozenset(
    ("url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade")
)
"""Functions of CSS whose strings are addresses."""

_NAMES = {Medium.EPUB: "e-books", Medium.SCREEN: "screens", Medium.PRINT: "print"}


def refused_addresses(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """Yield a finding for each address that a stylesheet asks for and the file does not carry."""
    for address in read_css(manuscript.stylesheet)[1]:
        if not address.startswith(("data:", "#")):
            yield Diagnostic(
                Code.FETCH_REFUSED,
                f"The theme's stylesheet for {_NAMES[manuscript.medium]} asks for {address!r}, "
                "which is not part of it.",
                f"Take it out of {manuscript.medium}.css, or write it as a data: address.",
                place_of_words(manuscript, address),
            )


def read_css(css: str) -> tuple[str, list[str]]:
    """Return the text of all strings in a stylesheet, which it may draw, and the addresses it asks for."""
    strings: list[str] = []
    addresses: list[str] = []
    _walk(tinycss2.parse_component_value_list(css, skip_comments=True), strings, addresses)
    return "".join(strings), addresses


def _walk(tokens: Iterable[tinycss2.ast.Node], strings: list[str], addresses: list[str]) -> None:
    importing = False
    for token in tokens:
        if token.type == "at-keyword":
            importing = token.lower_value == "import"
        elif token.type == "string":
            (addresses if importing else strings).append(token.value)
            importing = False
        elif token.type == "url":
            addresses.append(token.value)
        elif token.type == "function" and token.lower_name in _ASKING:
            _walk(token.arguments, addresses, addresses)
        else:
            inside = getattr(token, "content", None) or getattr(token, "arguments", None)
            _walk(inside or (), strings, addresses)
