"""YAML text → nodes with marks, refusing what a workbook's files have no use for.

**Why** events and not ``yaml.compose``: the composer recurses and follows aliases before anyone can look.
From events depth, aliases, tags and repeated keys are seen as they come, all with their places, and a
hostile file ends at its thirty-first level instead of at the stack's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from workbook.errors import Code, Diagnostic
from workbook.source.notation.complaints import explain
from workbook.source.notation.nodes import Items, Keys, Letters, Node
from workbook.source.notation.places import Places

MAX_DEPTH = 30
"""Levels of nesting. The deepest field of the model lies six down."""
MAX_VALUES = 20_000
"""Values in one file. The longest file so far has five hundred."""
MAX_FINDINGS = 100
"""More about one file would hide the first ones."""
MAX_KEY = 200
"""Letters in a key."""

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Event = yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent


class _Stop(Exception):  # noqa: N818 - not an error: there is nothing more to find
    """The rest of the file cannot be looked at."""


@dataclass
class _Open:
    """A mapping or list that is not closed yet; in a mapping ``key`` waits for its value."""

    node: Keys | Items
    key: Letters | None = None
    seen: dict[str, int] = field(default_factory=dict)


class Composer:
    """Builds the nodes of one text and gathers the findings on the way."""

    def __init__(self, text: str, places: Places) -> None:
        self.findings: list[Diagnostic] = []
        self.root: Node | None = None
        self._text = text
        self._places = places
        self._open: list[_Open] = []
        self._count = 0
        self._documents = 0

    def run(self) -> None:
        """Go through the text; afterwards ``root`` and ``findings`` are set."""
        if bad := _UNPRINTABLE.search(self._text):
            self._find(
                Code.YAML_SYNTAX,
                bad.start(),
                f"There is a control character here (U+{ord(bad[0]):04X}).",
                "Delete it; it may have come along with pasted text.",
            )
            return
        try:
            for event in yaml.parse(self._text, Loader=_LOADER):
                self._take(event)
        except _Stop:
            pass
        except yaml.MarkedYAMLError as error:
            self.findings.append(explain(error, self._text, self._places))

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._find(
                    Code.YAML_NOT_A_MAPPING,
                    _start(event),
                    "A second document begins here.",
                    "Keep one document a file: delete the line `---`, or split the file in two.",
                )
                raise _Stop
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop().node.end = _end(event)
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent | yaml.AliasEvent):
            self._look(event)
            node = _node(event)
            self._place(node)
            if isinstance(node, Keys | Items):
                self._open.append(_Open(node))

    def _look(self, event: _Event) -> None:
        """Find what is refused about this event alone."""
        at = _start(event)
        self._count += 1
        if self._count > MAX_VALUES:
            self._find(
                Code.FILE_TOO_LARGE,
                at,
                f"The file holds more than {MAX_VALUES:,} values.",
                "Exercises and workbooks are small texts. Is this the file you meant?",
            )
            raise _Stop
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._find(
                Code.YAML_ALIAS,
                at,
                "`*` and `&` at the start of a value are YAML's aliases, not allowed here.",
                "Write the text out; if it begins with * or & on purpose, put it in quotes.",
            )
        elif event.tag is not None:
            self._find(
                Code.YAML_TAG,
                at,
                "`!` at the start of a value is a YAML tag, which is not allowed here.",
                "Delete the tag; if the text begins with ! on purpose, put it in quotes.",
            )
        if isinstance(event, yaml.ScalarEvent) and event.style == '"':
            if bad := _UNPRINTABLE.search(event.value):
                self._find(
                    Code.YAML_SYNTAX,
                    at,
                    f"The text holds a control character, written as an escape (U+{ord(bad[0]):04X}).",
                    "Take the escape with the backslash out.",
                )
        elif isinstance(event, yaml.CollectionStartEvent) and len(self._open) >= MAX_DEPTH:
            self._find(
                Code.YAML_TOO_DEEP,
                at,
                f"Lists and keys lie more than {MAX_DEPTH} levels deep here.",
                "A workbook's files need six levels or so; look for a bracket or a dash too many.",
            )
            raise _Stop

    def _place(self, node: Node) -> None:
        """Hang the node under what is open."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent.node, Items):
            parent.node.items.append(node)
        elif parent.key is None:
            parent.key = self._key(parent, node)
        else:
            parent.node.pairs.append((parent.key, node))
            parent.key = None

    def _key(self, parent: _Open, key: Node) -> Letters:
        if not isinstance(key, Letters):
            self._refuse_group_as_key(key.start)
            return Letters(key.start, key.end, "", plain=False)
        if len(key.text) > MAX_KEY:
            self._find(
                Code.YAML_SYNTAX,
                key.start,
                f"This key has more than {MAX_KEY} letters.",
                "A key is a short word before a colon; put long text in quotes.",
            )
        elif key.text in parent.seen:
            first = self._places.span(parent.seen[key.text])
            self._find(
                Code.YAML_DUPLICATE_KEY,
                key.start,
                f"The key `{key.text}` stands twice; the first is on line {first.line}.",
                "Keep one of the two and delete the other.",
            )
        parent.seen.setdefault(key.text, key.start)
        return key

    def _refuse_group_as_key(self, start: int) -> None:
        if start and self._text.startswith("{{", start - 1):
            self._find(
                Code.YAML_SYNTAX,
                start - 1,
                "A text that begins with {{ is read as YAML's own brackets.",
                "Put the whole text in quotes.",
            )
            return
        self._find(
            Code.YAML_SYNTAX,
            start,
            "A key has to be a word; here it is a list or a group of keys.",
            "Write the key as a single word before its colon.",
        )

    def _find(self, code: Code, index: int, message: str, hint: str) -> None:
        self.findings.append(Diagnostic(code, message, hint, self._places.span(index)))
        if len(self.findings) >= MAX_FINDINGS:
            raise _Stop


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _node(event: _Event) -> Node:
    start, end = _start(event), _end(event)
    if isinstance(event, yaml.MappingStartEvent):
        return Keys(start, end, block=not event.flow_style)
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(start, end, block=not event.flow_style)
    if isinstance(event, yaml.ScalarEvent):
        return Letters(start, end, event.value, plain=not event.style)
    return Letters(start, end, "", plain=False)
