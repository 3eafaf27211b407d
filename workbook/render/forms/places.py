"""From laid-out boxes to places on the page.

**Why** links: the engine carries a link's rectangle and its place in the tag tree into the file, for any box.
A field is such a link until `make_form` makes a widget of it; none is left in the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbook.compose.manuscript import Field
from workbook.errors import Code, Diagnostic, Severity

SCHEME = "field:"
"""Begins the target of a link that stands for a field."""
CHOICE = "#"
"""Stands between a field's name and the choice."""


def mark_fields(pages: Sequence[Any], fields: Sequence[Field]) -> list[Diagnostic]:
    """Give the engine's pages a link for each room, and say which fields have none, and the other way round.

    Several boxes of one field on one page are one room.
    """
    wanted = {
        field.name + (CHOICE + choice if choice else ""): None
        for field in fields
        for choice in ([name for name, _ in field.choices] or [""])
    }
    found: dict[str, None] = {}
    for page in pages:
        rooms: dict[str, list[Any]] = {}
        for address, box in _rooms(page._page_box):
            rooms.setdefault(address, []).append(box)
        for address, boxes in rooms.items():
            if address in wanted:
                page.links.append(("external", SCHEME + address, _around(boxes), boxes[0]))
        found.update(dict.fromkeys(rooms))
    lost = [_warning(f"The page has no room for the field {name!r}.") for name in wanted if name not in found]
    alien = [name for name in found if name not in wanted]
    return lost + [_warning(f"The page has room for {name!r}, which no answer has.") for name in alien]


def _rooms(box: Any, within: Any = None) -> Iterator[tuple[str, Any]]:
    """Yield each room's address and box: the box that an element draws before its words, or its own."""
    box = getattr(box, "_box", box)  # what stands for an absolutely placed box
    element = getattr(box, "element", None)
    if element is not None and element is not within and box.element_tag == element.tag:
        if name := element.get("data-field"):
            choice = element.get("data-choice")
            before = next(_before(box, element), box)
            yield name + (CHOICE + choice if choice else ""), before
        within = element
    for child in getattr(box, "children", ()):
        yield from _rooms(child, within)


def _before(box: Any, element: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if getattr(child, "element", None) is element:
            if child.element_tag.endswith("::before"):
                yield child
            else:
                yield from _before(child, element)


def _around(boxes: Sequence[Any]) -> tuple[float, float, float, float]:
    """Return the rectangle around boxes: left, top, right, bottom in CSS pixels from the page's top left."""
    return (
        min(box.border_box_x() for box in boxes),
        min(box.border_box_y() for box in boxes),
        max(box.border_box_x() + box.border_width() for box in boxes),
        max(box.border_box_y() + box.border_height() for box in boxes),
    )


def _warning(message: str) -> Diagnostic:
    hint = "In the theme's template, write {{ field(…) }} as the base's template of the same name has it."
    return Diagnostic(Code.FIELD_LOST, message, hint, severity=Severity.WARNING)
