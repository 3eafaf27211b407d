"""The colours and strokes of a drawing: which properties may be set, and to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import tinycss2  # type: ignore[import-untyped]
from tinycss2.color3 import parse_color  # type: ignore[import-untyped]

PROPERTIES = frozenset(
    (
        *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap"),
        *("stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity"),
        *("color", "stop-color", "stop-opacity", "clip-path", "clip-rule", "display", "visibility"),
    )
)
COLOURS = frozenset(("fill", "stroke", "stop-color", "color"))

Declarations = list[tuple[str, str]]

_SELECTOR = re.compile(r"[.#]?[A-Za-z_][\w-]*|\*")


class NotAllowedError(ValueError):
    """A style holds something that a drawing may not have; the message goes on after the drawing's name."""


class Rule(NamedTuple):
    """One rule of a ``style`` element: a class, an id or a kind of element, and what is set for it."""

    selector: str
    declarations: Declarations

    @property
    def weight(self) -> int:
        """Return how strong the rule is, as CSS has it."""
        return {"#": 3, ".": 2, "*": 0}.get(self.selector[0], 1)

    def suits(self, name: str, own_id: str, classes: list[str]) -> bool:
        """Tell whether the rule is for an element."""
        known = {"*", name, f"#{own_id}", *(f".{each}" for each in classes)}
        return self.selector in known


def declarations(style: str) -> Declarations:
    """Return the properties of a ``style`` attribute that a drawing may set; others are left out."""
    parts = tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True)
    return [
        (part.lower_name, tinycss2.serialize(part.value).strip())
        for part in parts
        if part.type == "declaration" and part.lower_name in PROPERTIES
    ]


def rules(css: str) -> Iterator[Rule]:
    """Yield the rules of a ``style`` element, a selector at a time.

    Raises:
        NotAllowedError: a rule begins with ``@``, or is for more than a class, an id or a kind of element.
    """
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule":
            raise NotAllowedError(f"holds `@{rule.lower_at_keyword}`")
        if rule.type != "qualified-rule":
            raise NotAllowedError("holds a style that cannot be read")
        for selector in tinycss2.serialize(rule.prelude).split(","):
            if not _SELECTOR.fullmatch(selector.strip()):
                raise NotAllowedError(f"holds a style for `{selector.strip()[:40]}`")
            yield Rule(selector.strip(), declarations(tinycss2.serialize(rule.content)))


def grey(paint: str) -> str:
    """Return a paint's words, its colours as the grey that is as light; ``none`` and ``url(#id)`` stay."""
    parts = tinycss2.parse_component_value_list(paint)
    return " ".join(_grey(part) for part in parts if part.type != "whitespace")


def _grey(part: tinycss2.ast.Node) -> str:
    colour = parse_color(part)
    if colour is None or colour == "currentColor":
        return str(tinycss2.serialize([part]))
    light = round(255 * (0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue))
    if colour.alpha < 1:
        return f"rgba({light}, {light}, {light}, {colour.alpha:g})"
    return f"#{light:02x}{light:02x}{light:02x}"
