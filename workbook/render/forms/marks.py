"""What a ticked box, a chosen ring and the edge of a room look like: plain lines.

**Why** no letters: a viewer that draws a tick from a font draws its own font's tick, each another.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from workbook.model.fields import FieldKind

_CIRCLE = 0.5523
"""How far a curve's handles reach for a quarter of a circle of radius 1."""


@dataclass(frozen=True)
class Box:
    """A rectangle on a page in points from its foot, as a PDF has it."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.top - self.bottom

    def within(self, aside: float, above: float) -> Box:
        """Return it narrower on both sides, and lower at head and foot."""
        return Box(self.left + aside, self.bottom + above, self.right - aside, self.top - above)


@cache
def chosen(kind: FieldKind, width: float, height: float, room: float, colour: str) -> bytes:
    """Return the drawing of a mark in a field of this size; ``room`` is what lies around the drawn box."""
    x, y, side = width / 2, height / 2, min(width, height) / 2 - room
    if kind is FieldKind.TICK:
        # From the left down to the foot and up beyond the box's corner, as a pen ticks.
        path = f"{x - 0.62 * side:.2f} {y + 0.02 * side:.2f} m {x - 0.14 * side:.2f} {y - 0.5 * side:.2f} l "
        path += f"{x + 0.72 * side:.2f} {y + 0.66 * side:.2f} l"
        return f"{_paint(colour, 'RG')} {0.34 * side:.2f} w 1 J 1 j {path} S".encode()
    if kind is FieldKind.OPTION:
        return f"{_paint(colour, 'rg')} {_circle(x, y, 0.56 * side)} f".encode()
    return f"{_paint(colour, 'RG')} {0.2 * side:.2f} w {_circle(x, y, 0.9 * side)} s".encode()


def edge(box: Box, line: float, colour: str) -> bytes:
    """Return the drawing of a white room with an edge around it."""
    ground = f"{box.left:.2f} {box.bottom:.2f} {box.width:.2f} {box.height:.2f} re"
    inner = box.within(line / 2, line / 2)
    outline = f"{inner.left:.2f} {inner.bottom:.2f} {inner.width:.2f} {inner.height:.2f} re"
    return f"1 g {ground} f {_paint(colour, 'RG')} {line:g} w {outline} S".encode()


def components(colour: str) -> list[float]:
    """Return a ``#rrggbb`` colour as three shares of light."""
    return [round(int(colour[at : at + 2], 16) / 255, 4) for at in (1, 3, 5)]


def _paint(colour: str, operator: str) -> str:
    return " ".join(f"{share:g}" for share in components(colour)) + f" {operator}"


def _circle(x: float, y: float, radius: float) -> str:
    k = _CIRCLE * radius
    points = (
        (x + radius, y + k, x + k, y + radius, x, y + radius),
        (x - k, y + radius, x - radius, y + k, x - radius, y),
        (x - radius, y - k, x - k, y - radius, x, y - radius),
        (x + k, y - radius, x + radius, y - k, x + radius, y),
    )
    curves = " ".join(" ".join(f"{value:.2f}" for value in curve) + " c" for curve in points)
    return f"{x + radius:.2f} {y:.2f} m {curves} h"
