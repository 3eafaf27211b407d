"""The marked-content sequences of a page: what each one says, and which of them are artifacts."""

from __future__ import annotations

import re
import zlib
from functools import cached_property

import pikepdf

from workbook.render.tagging.fonts import unicode_map

# WeasyPrint writes one operand or operator a line and its strings in hex: no text can look like this.
_BEGIN = re.compile(rb"^/\w+\n<</MCID (\d+)>>\nBDC$", re.MULTILINE)
_END = b"\nEMC\n"
_FONT_OR_STRING = re.compile(rb"^/(\S+) \S+ Tf$|<([0-9a-fA-F]+)>", re.MULTILINE)


class PageContent:
    """One page's content stream."""

    def __init__(self, page: pikepdf.Page) -> None:
        self._page = page
        self._data = page.Contents.read_bytes()
        self._spans = {int(found[1]): found.span() for found in _BEGIN.finditer(self._data)}
        self.numbers: dict[int, int] = {}
        """New number of each sequence that stays tagged, by its old one; filled by `rewrite`."""

    @property
    def page(self) -> pikepdf.Page:
        """The page itself."""
        return self._page

    @property
    def height(self) -> float:
        """Height of the trimmed page in points, from whose top WeasyPrint measures."""
        return float(self._page.trimbox[3])

    def text(self, mark: int) -> str:
        """Return the text that a sequence shows; a picture has none."""
        start = self._spans[mark][1]
        segment = self._data[start : self._data.index(_END, start)]
        out: list[str] = []
        letters: dict[int, str] = {}
        for found in _FONT_OR_STRING.finditer(segment):
            name, string = found.groups()
            if name:
                letters = self._fonts[name.decode()]
            else:
                out.extend(letters.get(int(string[i : i + 4], 16), "") for i in range(0, len(string), 4))
        return "".join(out)

    def rewrite(self, kept: set[int], tagged: set[int]) -> None:
        """Make an artifact of each sequence that is not kept, and number the others without a gap.

        Running heads, folios and feet become pagination artifacts (ISO 14289-1, 7.8; Matterhorn
        checkpoint 18), other sequences layout artifacts (7.1; Matterhorn 01-001). The first are told
        by the tree: WeasyPrint builds elements for margin boxes and leaves them out of it, so they are
        not among the ``tagged`` ones, whatever their place on the page.

        Raises:
            ValueError: the tree names a sequence that the page does not have.
        """
        if not tagged <= self._spans.keys() or not kept <= tagged:
            raise ValueError(
                f"The tag tree names content {sorted(tagged - self._spans.keys())} that no page has."
            )
        self.numbers = {mark: new for new, mark in enumerate(m for m in self._spans if m in kept)}

        def begin(found: re.Match[bytes]) -> bytes:
            mark = int(found[1])
            if mark in kept:
                return found[0].replace(b" %d>" % mark, b" %d>" % self.numbers[mark])
            kind = b"Layout" if mark in tagged else b"Pagination"
            return b"/Artifact\n<</Type/%s>>\nBDC" % kind

        data = _BEGIN.sub(begin, self._data)
        if data != self._data:
            self._page.Contents.write(zlib.compress(data), filter=pikepdf.Name.FlateDecode)

    @cached_property
    def _fonts(self) -> dict[str, dict[int, str]]:
        fonts = self._page.resources.get("/Font", pikepdf.Dictionary())
        return {name.removeprefix("/"): unicode_map(font) for name, font in fonts.items()}
