"""Room that is left over at a page's foot goes to the lines to write on.

**The rule.** Where a page of a sheet ends early, its ruled answers and the line to bring get a line each in
turn, from the last to the first, until the next would not fit. An answer at most doubles, over all its pages;
the line to bring grows to four; no page gives away more than half of its height. What is left stays white.

**Why** doubles: twenty empty lines under a small question ask for an essay. **Why** in turn: each prompt
keeps its share of the page.

**Why** here, and not in the stylesheet: only when all pages are laid out is it known what is left of each.
What stands below on the page moves down; no word changes its page, no page is added or lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET

from weasyprint import layout as engine
from weasyprint.formatting_structure import boxes
from weasyprint.images import SVGImage
from weasyprint.layout.absolute import AbsolutePlaceholder

PITCH, MORE = "data-pitch", "data-more"
"""On a picture of ruled lines: their distance in its own units, and how many lines more it may have."""
MOST = 1 / 2
"""The share of a page's height that it may give away."""
MM = 25.4 / 96
"""Millimetres in a CSS pixel."""
CLOSEST = 4.0
"""CSS pixels, about a millimetre: nobody writes between lines that stand closer."""
_PATH = "{http://www.w3.org/2000/svg}path"
_NUMBER = r"\d{1,4}(?:\.\d{1,4})?"
_FORMS = [re.compile(form) for form in (_NUMBER, r"\d{1,2}", rf"0 0 100 {_NUMBER}", r"M0 .*h100")]
"""Pitch, lines more, view box and path of a picture that can be drawn further; its path ends at the right end
of its last line: templates/base/parts/rules.html.j2."""

Above = tuple[Any, ...]
"""The boxes that a box stands in, the page's own first."""


@contextmanager
def spare_room_ruled(kept: float) -> Iterator[None]:
    """Let the engine give the spare room of each page that it lays out meanwhile to the lines on it.

    ``kept`` millimetres at the foot stay free.

    **Why** before backgrounds: panels are painted where they then stand, and links, bookmarks and addresses
    are read after that.
    """
    lay_backgrounds = engine.layout_backgrounds
    drawn: dict[bytes, SVGImage] = {}
    added = Counter[Any]()

    def with_lines(page: Any, get_image: Any) -> None:
        sources = {name: get_image.keywords[name] for name in ("url_fetcher", "context")}
        for room, lines in list(_shared_out(page, kept / MM, added)):
            added[room.answer] += lines
            picture = room.ruled(lines)
            markup = ET.tostring(picture)
            if markup not in drawn:
                drawn[markup] = SVGImage(picture, None, **sources)
            room.grow(lines, drawn[markup])
        lay_backgrounds(page, get_image)

    engine.layout_backgrounds = with_lines
    try:
        yield
    finally:
        engine.layout_backgrounds = lay_backgrounds


@dataclass(frozen=True)
class _Room:
    """A picture of ruled lines, the last of its answer on the page.

    ``path`` draws the lines, ``height`` and ``pitch`` are in the picture's own units, ``unit`` is one of them
    in CSS pixels, ``most`` is how many lines more it may have.
    """

    picture: Any
    above: Above
    path: str
    height: float
    pitch: str
    unit: float
    most: int

    @property
    def answer(self) -> Any:
        """What is the same for all pictures of an answer: on a screen its field, else what they stand in."""
        element = self.above[-1].element
        return element.get("data-field", element)

    @property
    def step(self) -> float:
        """The distance of two lines in CSS pixels."""
        return float(self.pitch) * self.unit

    def ruled(self, lines: int) -> Any:
        """Return the picture's markup with so many lines more."""
        element = deepcopy(self.picture.element)
        element.set("viewBox", f"0 0 100 {self.height + lines * float(self.pitch):.2f}")
        element.find(_PATH).set("d", self.path + f"m-100 {self.pitch}h100" * lines)
        return element

    def grow(self, lines: int, image: SVGImage) -> None:
        """Make the picture so many lines taller, with all that it stands in, and move down what is below.

        A box that goes on over the page is already as tall as the page: it has room of its own.
        """
        more, inner = lines * self.step, self.picture
        inner.height, inner.replacement = inner.height + more, image
        for depth in range(len(self.above), 0, -1):
            above = self.above[:depth]
            box = above[-1]
            positioned = any(outer.style["position"] != "static" for outer in above)
            for other in box.children[box.children.index(inner) + 1 :]:
                other.translate(dy=more)
                for placed in _placed_by_the_page(other, positioned=positioned):
                    placed.translate(dy=-more)
            foot = box.content_box_y() + box.height
            *_, last = _column(box)
            more = min(more, max(0.0, last.position_y + _height(last) - foot))
            box.height += more
            inner = box


def _shared_out(page: Any, kept: float, added: Counter[Any]) -> Iterator[tuple[_Room, int]]:
    """Yield the rooms of a page that grow, and by how many lines; ``kept`` CSS pixels stay free at the foot.

    ``added`` is what answers have had on earlier pages.
    """
    root, *others = page.children
    rooms = list(_rooms(root)) if _flows(root) else []
    if not rooms or not all(isinstance(box, boxes.MarginBox) for box in others):
        return  # footnotes, which a theme of somebody's may have, stand at the foot
    left = min(page.content_box_y() + page.height - kept - _end(root), MOST * page.height)
    lines, most = [0] * len(rooms), [room.most - added[room.answer] for room in rooms]
    open_ones = set(range(len(rooms)))
    while open_ones:
        for n in sorted(open_ones, reverse=True):
            if lines[n] < most[n] and rooms[n].step <= left:
                lines[n], left = lines[n] + 1, left - rooms[n].step
            else:
                open_ones.remove(n)
    yield from ((room, count) for room, count in zip(rooms, lines, strict=True) if count)


def _rooms(root: Any) -> Iterator[_Room]:
    """Yield the rooms to write in: pictures of lines with nothing between them are one, its last grows."""
    for is_room, run in groupby((_room(*leaf) for leaf in _leaves(root, (root,))), key=bool):
        if is_room:
            *_, last = filter(None, run)
            yield last


def _room(box: Any, above: Above) -> _Room | None:
    """Return a leaf as room to write in, if it is such a picture as the base draws."""
    if not isinstance(box, boxes.BlockReplacedBox) or box.element.get(PITCH) is None:
        return None
    element, path = box.element, box.element.find(_PATH)
    told = [element.get(PITCH), element.get(MORE), element.get("viewBox"), path is not None and path.get("d")]
    if not all(form.fullmatch(value or "") for form, value in zip(_FORMS, told, strict=True)):
        return None
    height = float(told[2].split()[3])
    room = _Room(box, above, told[3], height, told[0], box.height / height if height else 0, int(told[1]))
    return room if room.step >= CLOSEST else None


def _placed_by_the_page(box: Any, *, positioned: bool) -> Iterator[Any]:
    """Yield what a theme has set on the page; ``positioned``: it stands in a box that is so itself."""
    real = getattr(box, "_box", box)
    style = real.style
    own = (style["top"], style["bottom"]) != ("auto", "auto")
    if isinstance(box, AbsolutePlaceholder) and own and (style["position"] == "fixed" or not positioned):
        yield box
        return
    for child in getattr(real, "children", ()):
        yield from _placed_by_the_page(child, positioned=positioned or style["position"] != "static")


def _leaves(box: Any, above: Above) -> Iterator[tuple[Any, Above]]:
    """Yield what stands on the page from top to bottom, with all that it stands in."""
    for child in _column(box):
        if _flows(child):
            yield from _leaves(child, (*above, child))
        else:
            yield child, above


def _column(box: Any) -> Iterable[Any]:
    return (child for child in box.children if not isinstance(child, AbsolutePlaceholder))


def _flows(box: Any) -> bool:
    """Tell whether a block is as tall as what stands in it, one below the other."""
    if type(box) is not boxes.BlockBox or not any(True for _ in _column(box)):
        return False
    style = box.style
    columns = style["column_count"] != "auto" or style["column_width"] != "auto"
    return box.is_in_normal_flow() and style["height"] == "auto" and not (columns or style["transform"])


def _end(box: Any) -> float:
    """Return where a box ends in CSS pixels from the page's top, but for the white that its foot may keep."""
    if not _flows(box):
        return float(box.position_y + _height(box) - _margin(box))
    edge = box.padding_bottom + box.border_bottom_width
    return float(edge + max(_end(child) + (_margin(child) if edge else 0) for child in _column(box)))


def _height(box: Any) -> float:
    """Return a box's height with its margins, which lines of words have none of."""
    return float(box.height if isinstance(box, boxes.LineBox) else box.margin_height())


def _margin(box: Any) -> float:
    return 0.0 if isinstance(box, boxes.LineBox) else float(box.margin_bottom)
