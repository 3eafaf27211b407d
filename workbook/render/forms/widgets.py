"""From links that stand for rooms to the fields of a form."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from workbook.compose.manuscript import Field, Typing
from workbook.model.fields import CONTINUED, FieldKind
from workbook.render.forms.font import embed_font
from workbook.render.forms.marks import Box, chosen, components, edge
from workbook.render.forms.places import CHOICE, SCHEME
from workbook.render.tagging.tree import Element, Reference, read_tree

PRINT = 1 << 2
MULTILINE = 1 << 12
RADIO = 1 << 15
FONT = "/Typed"
YES, OFF = Name.Yes, Name.Off

_AROUND = 2.0
"""Points by which a field to tick reaches over its box on each side: a finger is wider than a box."""
_LINE, _AIR = 1.35, 2.0
"""A line's height as a multiple of the letters' size, and points more: pdf.js shrinks what has less."""
_TWO = 2.8
"""The height from which two lines fit, likewise."""
_PADDING = 4.0
"""Points between an edge and what is typed; a viewer adds two of its own."""
_SIDE = 2.0
"""Points between the ends of a rule and what is typed."""
_UNDER_PROMPT = 5.0
"""Points between a prompt and the edge of the room under it."""
_NARROW = 12
"""The width under which smaller letters are used, likewise: a cell of a week."""


def make_form(pdf: pikepdf.Pdf, fields: tuple[Field, ...], typing: Typing) -> None:
    """Give the PDF a field in each room that `mark_fields` has marked: no scripts, nothing is sent.

    Raises:
        FindingsError: the theme's font cannot be typed in.
        ValueError: the file has no tag tree.
    """
    form = _Form(pdf, {field.name: field for field in fields}, typing)
    for element, link in list(_places(read_tree(pdf))):
        form.add(element, link)
    form.finish()


def _places(tree: Element) -> Iterator[tuple[Element, Reference]]:
    """Yield what stands for a room, in reading order, and the element that holds it."""
    for element in tree.elements():
        for kid in element.kids:
            if isinstance(kid, Reference) and _address(kid.target):
                yield element, kid


def _address(annotation: pikepdf.Object) -> str:
    action = annotation.get("/A", Dictionary())
    target = str(action.get("/URI", ""))
    return target.removeprefix(SCHEME) if target.startswith(SCHEME) else ""


@dataclass
class _Form:
    pdf: pikepdf.Pdf
    fields: dict[str, Field]
    typing: Typing
    whole: list[pikepdf.Object] = field(default_factory=list)
    groups: dict[str, pikepdf.Object] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    order: list[tuple[int, int]] = field(default_factory=list)
    frames: dict[int, list[Box]] = field(default_factory=dict)
    drawings: dict[tuple[bytes, float, float], pikepdf.Object] = field(default_factory=dict)

    def add(self, element: Element, link: Reference) -> None:
        """Make a field of a link, and wrap it in a Form element (ISO 14289-1, 7.18.4)."""
        name, _, choice = _address(link.target).partition(CHOICE)
        found, widget = self.fields[name], link.target
        box = Box(*self._sorted([float(number) for number in widget.Rect]))
        for key in list(widget.keys()):
            if key != "/StructParent":
                del widget[key]
        widget.Type, widget.Subtype, widget.F = Name.Annot, Name.Widget, PRINT
        widget.P = self.pdf.pages[element.page].obj
        label = found.label
        if choice:
            label = f"{found.label}: {dict(found.choices)[choice]}"
            self._choice(widget, found, choice, box)
        elif found.kind is FieldKind.TICK:
            self._name(widget, found)
            self._mark(widget, found.kind, YES, box)
            widget.FT, widget.V = Name.Btn, OFF
        else:
            self._name(widget, found)
            self._text(widget, found.kind, element.page, box)
        widget.TU = widget.get("/TU", String(label))
        widget.Contents = widget.TU
        self._wrap(element, link)
        self.order.append(widget.objgen)

    def finish(self) -> None:
        """Write the form, and put each page's annotations into reading order."""
        font = embed_font(self.pdf, self.typing.face.path)
        self.pdf.Root.AcroForm = self.pdf.make_indirect(
            Dictionary(
                Fields=Array(self.whole),
                DR=Dictionary(Font=Dictionary({FONT: font})),
                DA=String(self._writing(self.typing.size)),
            )
        )
        place = {objgen: number for number, objgen in enumerate(self.order)}
        for number, page in enumerate(self.pdf.pages):
            if number in self.frames:
                self._frame(page, self.frames[number])
            if "/Annots" in page:
                page.Annots = Array(sorted(page.Annots, key=lambda a: place.get(a.objgen, -1)))
                page.Tabs = Name.S

    def _name(self, widget: pikepdf.Object, found: Field) -> None:
        """Name a field; one that goes on over the page becomes several, and says so."""
        count = self.seen[found.name] = self.seen.get(found.name, 0) + 1
        more = f" ({self.typing.continued})" if count > 1 else ""
        widget.T = String(found.name + (f"/{CONTINUED}-{count}" if count > 1 else ""))
        widget.TU = String(found.label + more)
        self.whole.append(widget)

    def _choice(self, widget: pikepdf.Object, found: Field, choice: str, box: Box) -> None:
        if found.name not in self.groups:
            group = Dictionary(FT=Name.Btn, Ff=RADIO, V=OFF, Kids=Array())
            group.T, group.TU = String(found.name), String(found.label)
            self.groups[found.name] = self.pdf.make_indirect(group)
            self.whole.append(self.groups[found.name])
        self.groups[found.name].Kids.append(widget)
        widget.Parent = self.groups[found.name]
        self._mark(widget, found.kind, Name(f"/{choice}"), box)

    def _mark(self, widget: pikepdf.Object, kind: FieldKind, state: Name, box: Box) -> None:
        around = 0 if kind is FieldKind.POINT else _AROUND
        self._place(widget, Box(box.left - around, box.bottom - around, box.right + around, box.top + around))
        width, height = box.width + 2 * around, box.height + 2 * around
        drawn = chosen(kind, width, height, around, self.typing.colour)
        widget.AP = Dictionary(
            N=Dictionary(
                {str(state): self._stream(drawn, width, height), "/Off": self._stream(b"", width, height)}
            )
        )
        widget.AS = OFF
        widget.MK = Dictionary(CA=String("4" if kind is FieldKind.TICK else "l"))

    def _text(self, widget: pikepdf.Object, kind: FieldKind, page: int, box: Box) -> None:
        typing = self.typing
        narrow = box.width < _NARROW * typing.size
        size = typing.small if narrow else typing.size
        line = _LINE * size + _AIR
        if kind is FieldKind.GROWING:
            kind = FieldKind.LINES if box.height >= _TWO * size else FieldKind.LINE
        if kind is FieldKind.LINE:
            foot = box.bottom + typing.edge
            box = Box(box.left, foot, box.right, max(box.top, foot + line)).within(_SIDE, 0)
        elif kind is FieldKind.LINES:
            box = Box(box.left, box.bottom, box.right, box.top - _UNDER_PROMPT)
            self.frames.setdefault(page, []).append(box)
            box = box.within(_PADDING, min(_PADDING, max(typing.edge, (box.height - line) / 2)))
        else:
            gap = typing.edge + (0 if narrow else _PADDING)
            box = box.within(gap, min(gap, max(typing.edge, (box.height - line) / 2)))
        self._place(widget, box)
        widget.FT, widget.DA = Name.Tx, String(self._writing(min(size, (box.height - _AIR) / _LINE)))
        if kind is not FieldKind.LINE and box.height >= _TWO * size:
            widget.Ff = MULTILINE
        widget.BS = Dictionary(W=0)

    def _frame(self, page: pikepdf.Page, boxes: list[Box]) -> None:
        """Draw the white room and its edge for text of several lines, over the lines to write on by hand.

        **Why** on the page and not in the field: there it has air within, and each viewer shows it alike.
        """
        drawn = b"\n".join(edge(box, self.typing.edge, self.typing.edge_colour) for box in boxes)
        data = page.Contents.read_bytes()
        whole = b"q\n%s\nQ\n/Artifact\n<</Type/Layout>>\nBDC\n%s\nEMC\n" % (data, drawn)
        page.Contents.write(zlib.compress(whole), filter=Name.FlateDecode)

    def _place(self, widget: pikepdf.Object, box: Box) -> None:
        widget.Rect = Array([round(number, 2) for number in (box.left, box.bottom, box.right, box.top)])

    def _stream(self, drawn: bytes, width: float, height: float) -> pikepdf.Object:
        key = (drawn.strip(), round(width, 2), round(height, 2))
        if key not in self.drawings:
            stream = self.pdf.make_stream(key[0])
            stream.Type, stream.Subtype = Name.XObject, Name.Form
            stream.BBox = Array([0, 0, *key[1:]])
            stream.Resources = Dictionary()
            self.drawings[key] = stream
        return self.drawings[key]

    def _writing(self, size: float) -> str:
        """Return how typed words are written (ISO 32000-1, 12.7.3.3)."""
        light = " ".join(f"{share:g}" for share in components(self.typing.colour))
        return f"{FONT} {round(size, 2):g} Tf {light} rg"

    def _wrap(self, element: Element, link: Reference) -> None:
        form = Dictionary(Type=Name.StructElem, S=Name.Form, P=element.entry, K=Array([link.entry]))
        form.Pg = self.pdf.pages[element.page].obj
        form = self.pdf.make_indirect(form)
        kids = element.entry.K
        for index, kid in enumerate(kids):
            if isinstance(kid, pikepdf.Object) and kid.objgen == link.entry.objgen:
                kids[index] = form

    @staticmethod
    def _sorted(numbers: list[float]) -> tuple[float, float, float, float]:
        left, bottom, right, top = numbers
        return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
