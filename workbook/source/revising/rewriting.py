"""Rewrite parts of a change's file in place: its comments and its layout stay as they are.

**Why** not a library that reads and writes the whole: it would lay the rest out anew, and lose the comments
beside what is taken out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from workbook.model.text import Location
from workbook.source.document import Document, Extent, Plain
from workbook.source.notation.writing import lines

NOTED = "# What the exercise said where it is changed here. The program writes this part; leave it as it is."


class Rewriting:
    """Gathers changes to a file's text, each in another place, and makes them all at once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._edits: dict[tuple[int, int], str] = {}

    def result(self) -> str:
        """Return the text as rewritten."""
        text = self._text
        for (start, end), words in sorted(self._edits.items(), reverse=True):
            text = text[:start] + words + text[end:]
        if "\r\n" in self._text:  # as editors on Windows end their lines
            text = text.replace("\r\n", "\n").replace("\n", "\r\n")
        return text

    def version(self, version: str) -> None:
        """Write another version."""
        if (extent := self._document.extent(("version",))) is not None:
            self._edits[extent.value, extent.end] = version

    def noted(self, was: Mapping[str, Plain]) -> None:
        """Write what the exercise says now, in place of what was noted before."""
        extent = self._document.extent(("was",))
        if was == self._document.data.get("was", {}):
            return
        text = "\n".join(lines({"was": dict(was)})) if was else "was:"
        if extent is not None:
            self._edits[extent.start, extent.end] = text
        else:
            end = len(self._text.rstrip())
            self._edits[end, len(self._text)] = f"\n\n{NOTED}\n{text}\n"

    def value(self, location: Location, value: Plain) -> None:
        """Write another value."""
        extent = self._document.extent(location)
        key = location[-1]
        if extent is None:
            return
        if extent.in_flow or not isinstance(key, str):
            self._edits[extent.value, extent.end] = json.dumps(value, ensure_ascii=False)
        else:
            indent = extent.start - self._line_start(extent.start)
            new = "\n".join(lines({key: value}, indent))
            self._edits[extent.start, extent.end] = new.lstrip()

    def comment_out(self, location: Location) -> bool:
        """Turn a key with its value, or a list's item, into a comment; tell whether that was possible.

        **Why** a comment: the words were someone's, and are never thrown away for them.
        """
        extent = self._document.extent(location)
        if extent is None or not self._stands_alone(extent):
            return False
        start, end = self._line_start(extent.start), self._line_end(extent.end)
        written = self._text[start:end].split("\n")
        indent = min(len(line) - len(line.lstrip()) for line in written if line.strip())
        self._edits[start, end] = "\n".join(
            f"{line[:indent]}# {line[indent:]}".rstrip() if line.strip() else line for line in written
        )
        return True

    def _stands_alone(self, extent: Extent) -> bool:
        """Tell whether nothing else is on the lines of a value."""
        before = self._text[self._line_start(extent.start) : extent.start].strip()
        after = self._text[extent.end : self._line_end(extent.end)].strip()
        own = before == "" or (before == "-" and extent.start == extent.value)
        return not extent.in_flow and own and (not after or after.startswith("#"))

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end
