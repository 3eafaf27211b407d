"""PyYAML's complaints in plain words.

Keyed on pieces of libyaml's fixed English, which has not changed since 2006; an unknown complaint gets a
sentence that is true of every one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from workbook.errors import Code, Diagnostic
from workbook.source.notation.places import Places


class _Words(NamedTuple):
    """What to say; ``opening`` points at where the unfinished thing began instead of where it was missed."""

    message: str
    hint: str
    opening: bool = False


_QUOTE = "Put the whole text in quotes, or write it on the lines below after `>-`."
_LEFT_OVER = _Words(
    "The value before this has ended already.",
    "If this belongs to the text, put the whole text in quotes; if it is in quotes that have the same "
    "mark inside, use the other kind of mark.",
)
_OUT_OF_LINE = _Words(
    "This line does not line up with what stands above it.",
    "Keys of one group begin below each other, and so do the dashes of one list.",
)
_WORDS: dict[str, _Words] = {
    "mapping values are not allowed": _Words(
        "There is a colon here where YAML expects none.",
        "If the text has a colon in it, put the text in quotes; if this is a new key, "
        "line it up with the keys above.",
    ),
    "block sequence entries are not allowed": _Words(
        "A list cannot begin on the same line as its key.",
        "Put each dash on a line of its own below; if the text begins with a dash, put it in quotes.",
    ),
    "could not find expected ':'": _Words(
        "This line has no colon after its key.",
        "Write `key: text`; if the line belongs to the text above, indent it further.",
        opening=True,
    ),
    "did not find expected key": _LEFT_OVER,
    "did not find expected '-' indicator": _LEFT_OVER,
    "found unexpected end of stream": _Words(
        "A quotation mark opens here and is never closed.",
        "Close the text with the same mark; inside '…' an apostrophe is written twice.",
        opening=True,
    ),
    "did not find expected ',' or": _Words(
        "A bracket opens here and is not closed.",
        "Close it; if the text begins with a bracket, put the text in quotes.",
        opening=True,
    ),
    "found character that cannot start any token": _Words(
        "A text cannot begin with this sign.",
        _QUOTE,
    ),
    "did not find expected alphabetic or numeric": _Words(
        "A text that begins with * or & needs quotes.",
        _QUOTE,
        opening=True,
    ),
    "found unknown escape character": _Words(
        "Inside double quotes a backslash has a meaning of its own, and this one has none.",
        "Use single quotes, or write the backslash twice.",
    ),
    "did not find expected comment or line break": _Words(
        "After `>` or `|` the text begins on the next line.",
        "Move the words to the line below and indent them.",
        opening=True,
    ),
    "did not find expected <document start>": _Words(
        "There is text here that belongs to no key.",
        "Write `key: text`, lined up with the other keys, or delete the line.",
    ),
    "did not find expected node content": _Words(
        "A closing bracket or a comma stands here with nothing before it.",
        _QUOTE,
    ),
    "tag": _Words(
        "`!` at the start of a value is a YAML tag, which is not allowed here.",
        "Delete the tag; if the text begins with ! on purpose, put it in quotes.",
        opening=True,
    ),
}
_OTHER = _Words(
    "YAML cannot be read from here on.",
    "Look at this line and the one above it: indentation, colons, quotes and brackets.",
)


def explain(error: yaml.MarkedYAMLError, text: str, places: Places) -> Diagnostic:
    """Return the finding for what PyYAML tripped over."""
    problem = error.problem or ""
    words = next((found for piece, found in _WORDS.items() if piece in problem), _OTHER)
    missed = error.problem_mark.index if error.problem_mark else 0
    began = error.context_mark.index if error.context_mark else missed
    if (tab := _indenting_tab(text, missed)) is not None:
        return Diagnostic(
            Code.YAML_TAB,
            "A tab stands in the indentation here.",
            "Use spaces: two for each level. Most editors can replace all tabs at once.",
            places.span(tab),
        )
    if words is _LEFT_OVER and not text[_line_start(text, missed) : missed].strip():
        words = _OUT_OF_LINE
    if problem.startswith("did not find expected ',' or") and text.startswith("{{", began - 1):
        began -= 1
    return Diagnostic(
        Code.YAML_SYNTAX, words.message, words.hint, places.span(began if words.opening else missed)
    )


def _indenting_tab(text: str, index: int) -> int | None:
    """Find a tab in the indentation of the line of ``index``."""
    start = _line_start(text, index)
    blank = re.compile(r"[ \t]*").match(text, start)
    assert blank is not None  # noqa: S101 - the pattern matches an empty text too
    tab = text.find("\t", start, blank.end())
    return None if tab < 0 else tab


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
