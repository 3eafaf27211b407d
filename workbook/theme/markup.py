"""The markup that a template gave: well-formed, and no more of it than an engine can take.

**Why** limits: an engine lays out each level of nesting within the one before, and each column of a table
against all others; 120 blocks within each other, or a cell over a million columns, never end.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from workbook.theme.allowed import refused

MOST_ELEMENTS = 20_000
"""Elements in one section. The largest so far has 233."""
DEEPEST = 40
"""Levels of elements within each other. The deepest section so far has nine."""
MOST_SPANNED = 100
"""Columns or rows that a cell may go over."""

_SPANS = ("colspan", "rowspan", "span")


class MarkupLimitError(ValueError):
    """The markup has too much of something; the message goes on after “The template's markup”."""


class UnsafeMarkupError(ValueError):
    """The markup has something that a page may not have; the message goes on likewise."""


def parse_markup(markup: str) -> None:
    """Read the markup through.

    Raises:
        MarkupLimitError: it has too many elements, too deep, or too wide cells.
        UnsafeMarkupError: it has a DTD, or an element or attribute that is not allowed.
        ET.ParseError: it is not well-formed XML.
    """
    ET.fromstring(markup, ET.XMLParser(target=_Counter()))  # noqa: S314 - a DTD is refused as it begins


class _Counter:
    """Counts elements as they come."""

    def __init__(self) -> None:
        self._elements = 0
        self._depth = 0

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise UnsafeMarkupError("has a DOCTYPE, which a page may not have")

    def pi(self, target: str, _data: str | None) -> None:
        raise UnsafeMarkupError(f"holds `<?{target[:40]}`, which a page may not have")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST_ELEMENTS:
            raise MarkupLimitError(f"has more than {MOST_ELEMENTS} elements")
        if self._depth > DEEPEST:
            raise MarkupLimitError(f"nests its elements more than {DEEPEST} deep")
        if what := refused(tag, attributes):
            raise UnsafeMarkupError(f"holds {what}, which a page may not have")
        for name in _SPANS:
            digits = attributes.get(name, "1").strip()
            if not digits.isdecimal() or len(digits) > 9 or int(digits) > MOST_SPANNED:
                raise MarkupLimitError(f"has a `{name}` that is no number up to {MOST_SPANNED}")

    def end(self, _tag: str) -> None:
        self._depth -= 1

    def close(self) -> None:
        """Nothing is kept."""
