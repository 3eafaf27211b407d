"""The tag tree of a PDF as text: what a screen reader meets, in its order.

**Why.** This reads the file without any code of the tag pass, from the structure downward: each element
with its role, what it says of itself, and the text of each of its marked-content sequences in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pikepdf
from pikepdf import Array

_SHOW = ("Tj", "TJ", "'", '"')


def read(path: Path) -> str:
    """Return the whole tree as indented lines."""
    with pikepdf.open(path) as pdf:
        return "\n".join(_Reader(pdf).lines(pdf.Root.StructTreeRoot.K[0], "")) + "\n"


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._texts = {page.obj.objgen: texts(page) for page in pdf.pages}
        self._headers: dict[str, str] = {}

    def lines(self, element: pikepdf.Object, indent: str) -> Iterator[str]:
        role, held = str(element.S)[1:], kids(element)
        flat = all(isinstance(kid, int) or "/S" not in kid for kid in held)
        words = " ".join(self._word(element, kid) for kid in held if isinstance(kid, int)) if flat else ""
        if role == "TH":
            self._headers[str(element.ID)] = words
        yield " ".join(filter(None, [indent + role, *self._remarks(element), words]))
        for kid in () if flat else held:
            if isinstance(kid, int):
                yield f"{indent}  {self._word(element, kid)}"
            elif "/S" in kid:
                yield from self.lines(kid, indent + "  ")

    def _word(self, element: pikepdf.Object, mark: int) -> str:
        return f'"{self._texts[element.Pg.objgen][mark]}"'

    def _remarks(self, element: pikepdf.Object) -> Iterator[str]:
        attributes = element.get("/A", pikepdf.Dictionary())
        for key in ("/Scope", "/ListNumbering"):
            if key in attributes:
                yield f"({str(attributes[key])[1:]})"
        if "/Alt" in element:
            yield f"({element.Alt})"
        for header in attributes.get("/Headers", Array()):
            yield f"<- {self._headers[str(header)]}"
        for kid in kids(element):
            if not isinstance(kid, int) and "/Obj" in kid:
                yield f"({kid.Obj.get('/Contents', '')})"


def kids(element: pikepdf.Object) -> list[pikepdf.Object | int]:
    """Return what an element holds: elements, references to annotations, numbers of sequences."""
    return cast("list[pikepdf.Object | int]", list(element.get("/K", Array())))


def texts(page: pikepdf.Page) -> dict[int, str]:
    """Return the text of each tagged sequence of a page."""
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    open_marks: list[int | None] = []
    letters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                mark = operands[1].get("/MCID") if len(operands) > 1 else None
                open_marks.append(None if mark is None else int(mark))
                if mark is not None:
                    found[int(mark)] = ""
            case "EMC":
                open_marks.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case name if name in _SHOW and open_marks and (current := open_marks[-1]) is not None:
                found[current] += _decode(operands[-1], letters)
    return found


def _decode(shown: pikepdf.Object, letters: dict[int, str]) -> str:
    strings = list(shown) if isinstance(shown, Array) else [shown]
    data = b"".join(bytes(s) for s in strings if isinstance(s, pikepdf.String))
    return "".join(letters[int.from_bytes(data[i : i + 2])] for i in range(0, len(data), 2))


def _letters(font: pikepdf.Object) -> dict[int, str]:
    pairs = re.findall(rb"<(\w{4})> <(\w+)>\n", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
