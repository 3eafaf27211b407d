"""Whether words and edges stand out enough from their ground, by WCAG 2.2 (1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from workbook import bundled
from workbook.errors import Code, Diagnostic, Severity, Span
from workbook.model.theme import Tokens

WORDS, EDGES = 4.5, 3.0
PAPER = "#ffffff"


class Pair(NamedTuple):
    """A token that is seen on a ground, and the least ratio of their lightness."""

    token: str
    ground: str
    least: float


_WORDS = ("text", "muted", "accent", "warm_dark")
PAIRS = (
    *(Pair(token, ground, WORDS) for token in _WORDS for ground in (PAPER, "tint")),
    *(Pair("rule", ground, EDGES) for ground in (PAPER, "tint")),
    Pair("warm", PAPER, EDGES),
)
"""All that has to stand out: words, lines to write on, edges that say something. Others only decorate."""


def luminance(colour: str) -> float:
    """Return how light a colour ``#rrggbb`` is, from 0 to 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_faint(tokens: Tokens) -> Iterator[tuple[Pair, float]]:
    """Yield the pairs that do not stand out enough, with the ratio that they have."""
    colours = tokens.model_dump()
    for pair in PAIRS:
        ratio = contrast(colours[pair.token], colours.get(pair.ground, pair.ground))
        if ratio < pair.least:
            yield pair, ratio


def contrast_findings(tokens: Tokens, places: Mapping[str, Span]) -> list[Diagnostic]:
    """Return a warning for each token of a project's own that is too faint, or makes another so."""
    found: dict[str, Diagnostic] = {}
    for pair, ratio in too_faint(tokens):
        own = [name for name in (pair.token, pair.ground) if name in places and _is_own(places[name])]
        if own and pair.token not in found:
            found[pair.token] = _finding(pair, ratio, tokens, places[own[0]])
    return list(found.values())


def _is_own(place: Span) -> bool:
    return not place.path.is_relative_to(bundled.templates())


def _finding(pair: Pair, ratio: float, tokens: Tokens, place: Span) -> Diagnostic:
    colour = getattr(tokens, pair.token)
    ground = "paper" if pair.ground == PAPER else f"`{pair.ground}`"
    what = "words" if pair.least == WORDS else "lines"
    has, needs = f"{ratio:.1f} : 1", f"{pair.least:g} : 1"
    message = f"`{pair.token}` ({colour}) stands out from {ground} by {has}, and {what} need {needs}."
    better = _darker(colour, tokens, [other for other in PAIRS if other.token == pair.token])
    hint = f'Dark enough is "{better}".' if better else "Make the ground lighter, or this colour darker."
    return Diagnostic(Code.LOW_CONTRAST, message, hint, place, Severity.WARNING)


def _darker(colour: str, tokens: Tokens, pairs: Sequence[Pair]) -> str:
    """Return the same colour as much darker as it has to be, or nothing where black would not do."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    for part in range(99, -1, -1):
        darker = "#" + "".join(f"{channel * part // 100:02x}" for channel in channels)
        if all(contrast(darker, getattr(tokens, p.ground, p.ground)) >= p.least for p in pairs):
            return darker
    return ""
