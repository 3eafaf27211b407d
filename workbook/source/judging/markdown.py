"""Which Markdown a text uses, and which of it the pages do not have.

**Why** the whole of CommonMark is read here, when composing knows only a part of it: what is left out would
print as stray signs, and nobody would say why.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from workbook.errors import Code
from workbook.model.base import Markup
from workbook.source.judging.problems import Problem

_BREAK = re.compile(r"\r\n|\r|\n")
_LINK = re.compile(r"(?:https://|mailto:|tel:)[^\s{}]+|#[A-Za-z][A-Za-z0-9-]*")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,31}));")
_LISTS = ("bullet_list_open", "ordered_list_open")
_REFUSED = {
    "heading_open": ("A heading cannot stand inside a text.", "Use a block's label, or a `passage` block."),
    "image": ("An image cannot stand inside a text.", "Pictures belong to the theme; say it in words."),
    "code_inline": ("Text between back ticks is code, which the pages do not have.", "Use quotation marks."),
    "code_block": ("A line indented by four spaces is code, which the pages do not have.", "Indent it less."),
    "fence": ("Text between ``` lines is code, which the pages do not have.", "Take the back ticks out."),
    "blockquote_open": ("A line that begins with > is a quotation.", "Take the > out; use quotation marks."),
    "hr": ("A line of dashes or stars is a ruled line.", "Take it out; an empty line parts two paragraphs."),
    "table_open": ("A table cannot be drawn inside a text.", "Use a block of the kind `table`."),
    "s_open": ("Text between ~~ is struck out, which the pages do not have.", "Take the ~~ out."),
}
_WORDS = {"image": "![", "code_inline": "`", "s_open": "~~"}
"""What stands where an inline token begins; a block token has its line."""


def problems(text: str, markup: Markup) -> Iterator[Problem]:
    """Yield what is wrong with a Markdown text: each sort of Markdown once, each link by itself."""
    environment: dict[str, Any] = {}
    tokens = _PARSER.parse(text, environment)
    lines = _BREAK.split(text)
    seen: set[tuple[Code, str]] = set()
    for token in _flat(tokens):
        problem = _link(token) if token.type == "link_open" else _refused(token, markup, lines)
        if problem is None:
            continue
        mark = (problem.code, token.type if problem.code is Code.MARKDOWN_NOT_ALLOWED else "")
        if problem.code is Code.UNSAFE_LINK:
            mark = (problem.code, problem.words)
        if mark not in seen:
            seen.add(mark)
            yield problem
    yield from _paragraphs(tokens, markup, lines)
    yield from _entities(text)
    for reference in environment.get("references", {}).values():
        message = "A link's address stands away from its words here."
        hint = "Write [words](https://…) in one piece."
        yield Problem(Code.MARKDOWN_NOT_ALLOWED, message, hint, f": {reference['href']}")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # Else unsafe links would not be seen as links, and others not as they are written.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


_PARSER = _parser()


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def _link(token: Token) -> Problem | None:
    address = str(token.attrGet("href") or "")
    if token.markup == "autolink":
        message, hint = "A bare address between < and > has no words.", "Write [words](https://…)."
        return Problem(Code.MARKDOWN_NOT_ALLOWED, message, hint, f"<{address}")
    if _LINK.fullmatch(address):
        return None
    message = f"A link cannot lead to `{address[:60]}`." if address else "This link has no address."
    hint = "Links begin with https://, mailto:, tel: or # and the id of an exercise."
    return Problem(Code.UNSAFE_LINK, message, hint, f"({address}" if address else "]()")


def _refused(token: Token, markup: Markup, lines: list[str]) -> Problem | None:
    if token.type in ("html_inline", "html_block"):
        words = token.content.strip().split("\n")[0]
        message, hint = "HTML is not allowed in texts.", "Take it out; for bold type write **words**."
        return Problem(Code.RAW_HTML, message, hint, words)
    words = _WORDS.get(token.type) or _line(token, lines)
    if token.type in _REFUSED:
        return Problem(Code.MARKDOWN_NOT_ALLOWED, *_REFUSED[token.type], words)
    if token.type in _LISTS and markup is Markup.INLINE:
        message, hint = "This text is one paragraph and cannot hold a list.", "Write it as a sentence."
        return Problem(Code.MARKDOWN_NOT_ALLOWED, message, hint, words)
    return None


def _paragraphs(tokens: Sequence[Token], markup: Markup, lines: list[str]) -> Iterator[Problem]:
    starts = [token for token in tokens if token.type == "paragraph_open" and token.level == 0]
    if markup is Markup.INLINE and len(starts) > 1:
        message, hint = "This text is one paragraph and cannot hold two.", "Take the empty line out."
        yield Problem(Code.MARKDOWN_NOT_ALLOWED, message, hint, _line(starts[1], lines))


def _entities(text: str) -> Iterator[Problem]:
    for match in _ENTITY.finditer(text):
        words, name = match[0], match[1]
        if name is None or f"{name};" in html.entities.html5:
            before = text.count(words, 0, match.start())
            hint = "Write the sign itself: & for &amp;, – for &ndash;."
            yield Problem(Code.RAW_HTML, f"`{words}` is HTML, which texts do not have.", hint, words, before)


def _line(token: Token, lines: list[str]) -> str:
    return lines[token.map[0]].strip() if token.map else ""
