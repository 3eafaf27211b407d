"""Short Markdown to XHTML: emphasis, links, lists and values; never raw HTML.

**Why** markdown-it-py: it keeps to CommonMark, switches rules one by one, and escapes what it does not
know, so that a text cannot bring markup of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markupsafe import Markup, escape

from workbook.model.values import VALUE, fit

_EMPHASIS = {"em_open", "em_close", "strong_open", "strong_close"}


class Text:
    """Renders the strings of one book: knows its language's quotation marks and the values.

    ``values`` maps each documented name to its text; an unset one is empty and prints as the words that the
    text gives for that, or else as a blank that ``blanks`` names.
    """

    def __init__(self, quotes: str, values: Mapping[str, str], blanks: Mapping[str, str]) -> None:
        self._quotes = quotes
        self._values = values
        self._blanks = blanks
        self._letters = MarkdownIt("zero", {"typographer": True, "quotes": quotes})
        self._letters.enable(["smartquotes", "replacements"])
        self._prose = self._parser(quotes, ["emphasis", "link", "list", "newline", "escape"])
        self._plain = self._parser(quotes, [])

    def _parser(self, quotes: str, rules: list[str]) -> MarkdownIt:
        parser = MarkdownIt("zero", {"typographer": True, "quotes": quotes, "xhtmlOut": True})
        parser.enable([*rules, "smartquotes", "replacements"])
        if "emphasis" in rules:
            parser.enable("balance_pairs").enable("fragments_join")
        parser.inline.ruler.push("value", self._value_rule)
        parser.add_render_rule("value", lambda _self, tokens, index, *_: self._blank(tokens[index].content))
        parser.core.ruler.push("plain_links", _plain_links)
        return parser

    def also(self, values: Mapping[str, str], blanks: Mapping[str, str]) -> Text:
        """Return the same with more values."""
        return Text(self._quotes, {**self._values, **values}, {**self._blanks, **blanks})

    def _value_rule(self, state: StateInline, silent: bool) -> bool:
        """Put a value's letters among the text's; nothing in them is read as Markdown."""
        match = VALUE.match(state.src, state.pos)
        if match is None:
            return False
        if not silent:
            if value := self._values[match["name"]]:
                fitting = fit(value, state.src[: match.start()], state.src[match.end() :])
                state.pending += self.curled(fitting)
            elif match["otherwise"] is not None:
                state.pending += match["otherwise"]
            else:
                state.push("value", "", 0).content = match["name"]
        state.pos = match.end()
        return True

    def curled(self, value: str) -> str:
        """Return letters that are no Markdown, their quotation marks curled; they are not escaped."""
        tokens = self._letters.parseInline(value)
        return "".join(letters.content for token in tokens for letters in token.children or ())

    def _blank(self, name: str) -> str:
        return f'<span class="blank"></span> <span class="blank-label">({escape(self._blanks[name])})</span>'

    def plain(self, text: str) -> Markup:
        """Render a name, label or title: letters, curled quotes and values."""
        return Markup(self._plain.renderInline(text))  # noqa: S704 - the parser has escaped all text

    def inline(self, text: str) -> Markup:
        """Render one paragraph without its ``p``."""
        return Markup(self._prose.renderInline(text))  # noqa: S704 - the parser has escaped all text

    def prose(self, text: str) -> Markup:
        """Render paragraphs and lists."""
        return Markup(self._prose.render(text))  # noqa: S704 - the parser has escaped all text


def _plain_links(state: StateCore) -> None:
    """Keep only text inside links: PDF/UA fails a link with markup in it (7.18.5)."""
    for block in state.tokens:
        inside, kept = False, []
        for token in block.children or []:
            inside = token.type == "link_open" or (inside and token.type != "link_close")
            if not (inside and token.type in _EMPHASIS):
                kept.append(token)
        if block.children is not None:
            block.children = kept
