"""SVG drawings: only shapes and colours are taken over, from a list of what is allowed.

**Why** a list of what is allowed and not of what is not: SVG may hold scripts, whole web pages, addresses to
fetch from, and a few lines that draw a thousand million shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from workbook.errors import Code
from workbook.source.pictures import paint
from workbook.source.pictures.kind import PictureError, damaged

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
SHAPES = 5000
"""How many a drawing may draw, those counted that ``use`` repeats."""
DEPTH = 30

_SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_KEPT = _SHAPES | frozenset(
    ("svg", "g", "defs", "symbol", "use", "linearGradient", "radialGradient", "stop", "clipPath")
)
_LEFT_OUT = frozenset(("title", "desc", "metadata", "style"))
_ATTRIBUTES = paint.PROPERTIES | frozenset(
    (
        *("d", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "points"),
        *("viewBox", "preserveAspectRatio", "transform", "offset", "fx", "fy", "fr", "gradientUnits"),
        *("gradientTransform", "spreadMethod", "clipPathUnits", "id", "pathLength"),
    )
)
_REFERENCE = re.compile(r"#[\w.-]+")
_OWN = re.compile(r"url\(\s*['\"]?#([\w.-]+)['\"]?\s*\)")
_LENGTH = re.compile(r"\s*([\d.]+)\s*(?:px|pt|mm|cm|in|pc)?\s*")
_HINT = "Export it as “plain SVG”, letters turned into paths, no pictures and no effects in it; or as PNG."


def tidy_drawing(data: bytes) -> tuple[bytes, float, float]:
    """Return the drawing written anew, with what is allowed alone, and its width and height.

    Raises:
        PictureError: W001 damaged, W003 too many shapes, W004 something that is not allowed.
    """
    root = _parsed(data)
    found = list(root.iter(etree.Element))
    if len(found) > SHAPES or any(_depth(element) > DEPTH for element in found):
        raise _too_much()
    width, height, box = _size(root)
    clean = _Copier(found).copy(root)
    for name, value in (("viewBox", box), ("width", f"{width:g}"), ("height", f"{height:g}")):
        clean.set(name, value)
    if not any(etree.QName(element).localname in _SHAPES for element in clean.iter()):
        raise damaged("it draws nothing")
    if _count(clean) > SHAPES:
        raise _too_much()
    return _serialised(clean), width, height


def grey_drawing(data: bytes) -> bytes:
    """Return a drawing that was tidied, in shades of grey."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter():
        for name in paint.COLOURS & set(element.attrib):
            element.set(name, paint.grey(element.get(name)))
    return _serialised(root)


class _Copier:
    """Copies what is on the list; what a ``style`` element says becomes attributes.

    **Why** attributes: then each reference stands where it is used, and rings of them can be seen.
    """

    def __init__(self, found: list[Any]) -> None:
        self._rules: list[paint.Rule] = []
        for element in found:
            if element.tag == f"{{{SVG}}}style":
                try:
                    self._rules += paint.rules(element.text or "")
                except paint.NotAllowedError as error:
                    raise _refused(str(error), element) from None
        self._rules.sort(key=lambda rule: rule.weight)

    def copy(self, element: Any) -> Any:
        name = etree.QName(element).localname
        copy = etree.Element(f"{{{SVG}}}{name}", nsmap={None: SVG})
        for key, value in self._attributes(element, name):
            if "url(" in _OWN.sub("", value).lower():
                raise _refused("asks for something outside itself", element)
            copy.set(key, value)
        for child in element:
            if not isinstance(child.tag, str):
                raise _refused("holds an entity", element)
            space, kind = etree.QName(child).namespace, etree.QName(child).localname
            if space != SVG or kind in _LEFT_OUT:
                continue  # notes of the program that drew it
            if kind not in _KEPT:
                raise _refused(f"holds `{kind}`", child)
            copy.append(self.copy(child))
        return copy

    def _attributes(self, element: Any, name: str) -> Iterator[tuple[str, str]]:
        """Yield attributes in their order, the stronger ones after the weaker."""
        for key, value in element.attrib.items():
            if key in ("href", XLINK):
                if not _REFERENCE.fullmatch(value):
                    raise _refused("asks for something outside itself", element)
                yield from ((each, value) for each in ("href", XLINK))  # engines know the one or the other
            elif key.lower().startswith("on"):
                raise _refused(f"holds a script (`{key}`)", element)
            elif key in _ATTRIBUTES:
                yield key, value
        classes = element.get("class", "").split()
        for rule in self._rules:
            if rule.suits(name, element.get("id", ""), classes):
                yield from rule.declarations
        yield from paint.declarations(element.get("style", ""))


def _parsed(data: bytes) -> Any:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise damaged("it is not written in UTF-8") from None
    if "<!ENTITY" in text:
        line = text[: text.index("<!ENTITY")].count("\n") + 1
        raise _not_safe("defines entities", line)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(f"line {getattr(error, 'lineno', 0) or 1} is not well-formed XML") from None
    if root.tag != f"{{{SVG}}}svg":
        raise damaged("its first element is not `svg`")
    return root


def _serialised(root: Any) -> bytes:
    etree.cleanup_namespaces(root)
    text: bytes = etree.tostring(root, encoding="utf-8")
    return text


def _size(root: Any) -> tuple[float, float, str]:
    """Return width, height and the view box."""
    box = root.get("viewBox")
    if box is None:
        sides = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
        box = " ".join(("0 0", *(side[1] for side in sides if side)))
    try:
        _, _, width, height = map(float, re.split(r"[\s,]+", box.strip()))
    except ValueError:
        raise damaged("it does not say its size (`viewBox`)") from None
    if not (0 < width < 1e6 and 0 < height < 1e6 and 1 / 20 <= width / height <= 20):
        raise damaged("its size (`viewBox`) makes no sense")
    return width, height, box


def _count(root: Any) -> int:
    """Return how many elements are drawn when every reference is followed; a ring counts as too many."""
    everything = list(root.iter())
    named = {element.get("id"): element for element in everything if element.get("id")}
    known: dict[Any, int] = {}

    def count(element: Any, above: tuple[Any, ...]) -> int:
        if element in above or len(above) > 2 * DEPTH:
            return SHAPES + 1
        if element not in known:
            inner = [*element, *(named[name] for name in _references(element) if name in named)]
            known[element] = min(1 + sum(count(each, (*above, element)) for each in inner), SHAPES + 1)
        return known[element]

    return count(root, ())


def _references(element: Any) -> Iterator[str]:
    if "href" in element.attrib:
        yield element.get("href")[1:]
    for name in ("clip-path", "fill", "stroke"):
        yield from _OWN.findall(element.get(name, ""))


def _depth(element: Any) -> int:
    return sum(1 for _ in element.iterancestors())


def _refused(what: str, element: Any) -> PictureError:
    return _not_safe(what, element.sourceline or 1)


def _not_safe(what: str, line: int) -> PictureError:
    message = f"{what}, in its line {line}; that is not allowed in a picture."
    return PictureError(Code.PICTURE_NOT_SAFE, message, _HINT)


def _too_much() -> PictureError:
    return PictureError(
        Code.PICTURE_TOO_LARGE,
        f"draws more than {SHAPES} shapes, or nests them more than {DEPTH} deep.",
        "Make it simpler, or export it as PNG.",
    )
