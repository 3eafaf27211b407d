"""What is drawn on a PDF's page: its smallest letters and its thinnest line.

Operators and their meaning: ISO 32000-1, 8.4 (graphics state), 8.5 (paths), 9.4 (text).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, inf
from typing import Any

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)
_STROKES = {"S", "s", "B", "B*", "b", "b*"}
_SHOWS = {"Tj", "TJ", "'", '"'}
_DEEPEST = 8


@dataclass
class Marks:
    """The least of a page, in points."""

    letters: float = inf
    line: float = inf


@dataclass(frozen=True)
class _State:
    at: Matrix = _UNIT
    width: float = 1.0
    size: float = 0.0


def read_marks(page: pikepdf.Page) -> Marks:
    """Return the least marks of a page, drawn forms included."""
    left, bottom, *_ = (float(number) for number in page.mediabox)
    reading = _Reading((1, 0, 0, 1, -left, -bottom))
    reading.read(page.obj, _State(reading.origin), 0)
    return reading.marks


class _Reading:
    def __init__(self, origin: Matrix) -> None:
        self.origin = origin
        self.marks = Marks()
        self._path: list[tuple[float, float]] = []

    def read(self, stream: pikepdf.Object, state: _State, depth: int) -> None:  # noqa: PLR0912 - a table
        """Follow one content stream."""
        kept: list[_State] = []
        line = text = _UNIT
        for instruction in pikepdf.parse_content_stream(stream):
            operands, operator = instruction.operands, str(instruction.operator)
            match operator:
                case "q":
                    kept.append(state)
                case "Q" if kept:
                    state = kept.pop()
                case "cm":
                    state = _State(_times(_matrix(operands), state.at), state.width, state.size)
                case "w":
                    state = _State(state.at, float(operands[0]), state.size)
                case "Tf":
                    state = _State(state.at, state.width, float(operands[1]))
                case "BT":
                    line = text = _UNIT
                case "Tm":
                    line = text = _matrix(operands)
                case "Td" | "TD":
                    moved = (1, 0, 0, 1, float(operands[0]), float(operands[1]))
                    line = text = _times(moved, line)
                case "Do":
                    self._form(stream, str(operands[0]), state, depth)
                case "m":
                    self._path = [_point(operands)]
                case "l":
                    self._path.append(_point(operands))
                case "c" | "v" | "y" | "re":
                    self._path += [(0, 0), (1, 1)]  # more than one direction
                case _ if operator in _SHOWS:
                    self._letters(_times(text, state.at), state.size)
                case _ if operator in _STROKES:
                    self.marks.line = min(self.marks.line, state.width * _scale(state.at, self._path))
                    self._path = []

    def _letters(self, at: Matrix, size: float) -> None:
        self.marks.letters = min(self.marks.letters, abs(size) * hypot(at[2], at[3]))

    def _form(self, stream: pikepdf.Object, name: str, state: _State, depth: int) -> None:
        forms = stream.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
        form = forms.get(name)
        if form is None or form.get("/Subtype") != "/Form" or depth >= _DEEPEST:
            return
        own = _matrix(list(form.get("/Matrix", _UNIT)))
        self.read(form, _State(_times(own, state.at), state.width, state.size), depth + 1)


def _matrix(operands: Iterable[Any]) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in operands)
    return (a, b, c, d, e, f)


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _point(operands: Iterable[Any]) -> tuple[float, float]:
    x, y = (float(number) for number in operands)
    return x, y


def _scale(at: Matrix, path: list[tuple[float, float]]) -> float:
    """Return how many points a unit of a line's width is.

    **Why** the path: a drawing that is stretched in one direction has its level lines as thick as they were.
    """
    across, up = hypot(at[0], at[1]), hypot(at[2], at[3])
    if len({round(y, 3) for _, y in path}) == 1:
        return up
    return across if len({round(x, 3) for x, _ in path}) == 1 else min(across, up)
