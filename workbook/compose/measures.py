"""What a page's lengths, sizes and inks are for one reader: the values that stylesheets name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from workbook.compose.reader import Reader
from workbook.model.page import (
    EDGE,
    POINT,
    Ink,
    Margins,
    Profile,
    Sides,
    foot_gap,
    foot_letters,
    letterhead_room,
    margins,
)
from workbook.model.theme import Emphasis, Tokens

CARD = (85.6, 54.0)
"""A card's width and height: ISO 7810 ID-1."""
_BETWEEN, _COLUMN_LEAST = 5, 60
"""The white between two columns to write in, and the least width of one in large print, in millimetres."""
_INDENT = 2.1
"""Of a prompt's number, in ems of the body size."""
_TICK = 1.9
"""Of an option's box and the space after it, in ems of the body size."""
_BOLD_LETTER = 0.62
"""The width, in ems, of a letter of a short bold word; only words of many w's and m's are wider."""
_LETTER = 0.56
"""The same of any short word."""
_DIGIT = 0.58
"""The same of a number: figures are of one width."""
_NUMBER = 15
"""The letters of a long telephone number, which stays on one line."""
_ROW, _RUNG = 12.0, 1.5
"""The height of a ladder's rung and of a place in a ranked list, in millimetres, and how thick a rung is, in
points, where a profile does not ask for more."""
_PLANNER_ROW = 19.6
"""The height of a row of the therapist's planner, with the engine's own padding of a cell."""
HEAD_GAP, HEAD_LEADING = 6.0, 1.15
"""Between a running head and the text, in millimetres, where there is room; and its line, in ems."""
_SHOWN = {"display", "subtitle", "part"}
"""Sizes of the few large words of a title page or an opener: they follow the paper, not the reader."""
_FULL_WIDTH, _SHOWN_LEAST = 170, 0.35
"""The text's width, in millimetres, at which these have their full size, and how little they shrink."""


@dataclass(frozen=True)
class Measures:
    """Everything that depends on paper and profile. Lengths are millimetres, sizes points.

    ``usual`` are the theme's own sizes: of the pages that are a therapist's, whoever the client is.
    ``kept`` stays free at a page's foot when lines are added.
    """

    margins: Margins
    width: float
    height: float
    sizes: dict[str, float]
    usual: dict[str, float]
    profile: Profile
    tight: bool
    kept: float

    @property
    def pitch(self) -> float:
        """The distance of ruled lines."""
        return self.profile.pitch

    @property
    def leading(self) -> float:
        """The distance of lines of text, in ems: a little less on small paper."""
        return self.profile.leading - 0.05 * self.tight

    @property
    def letters(self) -> int:
        """How many letters of text stand on a line."""
        return int(self.width / (self.sizes["body"] * POINT / 2))

    @property
    def counsel_in_columns(self) -> bool:
        """Whether the two long texts at a sheet's end stand side by side.

        **Why** not always: in columns of some twenty letters they are long and hard to read.
        """
        return self.letters >= 60

    @property
    def fit_in_columns(self) -> bool:
        """The same of the two short texts at its beginning."""
        return self.letters >= 50

    def note_lines(self, *, headed: bool) -> int:
        """Return how many ruled lines fill a page of notes, under its heading or alone."""
        return self._lines_under(
            (self.sizes["title"] * 1.25 + self.sizes["small"] * 1.5) * POINT + 3 if headed else 0
        )

    def _lines_under(self, heading: float) -> int:
        return int((self.height - heading - 0.3 * self.pitch - 1) // self.pitch)

    def afterwards_lines(self, kicker: str, hint: str) -> int:
        """Return how many ruled lines fill a therapist's own page, under its words in usual sizes."""
        title, small = self.usual["title"] * POINT * 1.25, self.usual["small"] * POINT
        words = sum(ceil(len(text) * small / 2 / self.width) for text in (kicker, hint))
        return self._lines_under(title + words * small * 1.4 + 4)

    def planner_rows(self, intro: str) -> int:
        """Return how many rows of a therapist's planner stand on one page, under its words."""
        body, notes = self.usual["body"] * POINT, self.usual["notes"] * POINT
        lines = ceil(len(intro) * body / 2 / self.width)
        above = self.usual["title"] * POINT * 1.2 + 10 + lines * body * 1.38 + 2 * notes * 1.38 + 3
        return int((self.height - above) // (_PLANNER_ROW + self.profile.rule * POINT))

    @property
    def side_by_side(self) -> bool:
        """Whether two columns to write in stand beside each other: large words need the room."""
        column = (self.width - _INDENT * self.sizes["body"] * POINT - _BETWEEN) / 2
        return not self.profile.minimum or column >= _COLUMN_LEAST

    @property
    def card_columns(self) -> int:
        """How many cards stand side by side; two may reach a hair into the margins."""
        return 2 if self.width >= 2 * CARD[0] - 2 else 1

    def card_rules(self, title: str, starts: str | None, lines: int) -> tuple[int, float]:
        """Return how many of a card's lines have room under its words, and their pitch.

        **Why** fewer for some readers: a card is cut to its size, whatever the size of the words.
        """
        size = self.sizes["small"] * POINT
        in_a_line = (CARD[0] - 10) / (size / 2)
        words = sum(ceil(len(text) / in_a_line) for text in (title, starts or ""))
        pitch = round(9 * self.pitch / 8.7, 1)
        room = CARD[1] - 9 - words * size * self.profile.leading
        return min(lines, max(1, int(room / pitch))), pitch

    def columns(self, widths: Sequence[float], words: Sequence[Sequence[str]]) -> list[float]:
        """Return the columns' shares of a table's width, in per cent: as wished, but with room for each word.

        ``words`` are the texts that stand in each column.
        """
        letter, around = self.sizes["small"] * POINT * _BOLD_LETTER, 4 + 2 * self.profile.rule * POINT
        room = self.width - _INDENT * self.sizes["body"] * POINT
        return _shares(widths, [(_longest(texts) * letter + around) / room for texts in words])

    def note_columns(self, widths: Sequence[float], words: Sequence[Sequence[str]]) -> list[float]:
        """Return the same for a therapist's table, as wide as the text and in the theme's own size."""
        letter = self.usual["notes"] * POINT * _LETTER
        return _shares(widths, [(_longest(texts) * letter + 3) / self.width for texts in words])

    def crisis_columns(self) -> tuple[str, str, str]:
        """Return the widths of a helpline's name, numbers and hours.

        The name stands above the others where a number would lack room.
        """
        number = _NUMBER * _DIGIT * self.sizes["notes"] * POINT + 4
        return ("28%", "27%", "45%") if number <= 0.27 * self.width else ("100%", "48%", "52%")

    @property
    def half_letters(self) -> int:
        """How many letters an option may have for two to stand side by side: a line of its half and a bit."""
        em = self.sizes["body"] * POINT
        half = (self.width - _INDENT * em) / 2 - _TICK * em - 3
        return int(1.25 * half / (em / 2))

    @property
    def rings_in_rows(self) -> bool:
        """Whether the eleven rings of a scale stand in two rows."""
        return self.rings()[2] < 11

    def rings(self) -> tuple[float, float, int]:
        """Return a scale's rings: their width, the size of the number within, how many stand in a row."""
        room = self.width - _INDENT * self.sizes["body"] * POINT
        for in_a_row in (11, 6):
            ring = min(9 * self.profile.scale, room / in_a_row - 1)
            size = min(self.sizes["small"], ring * 1.385)
            if size >= self.profile.minimum:
                break
        return ring, size, in_a_row


def _longest(texts: Sequence[str]) -> int:
    """Return how many letters stay on one line: words break after a hyphen."""
    return max((len(word) for text in texts for word in text.replace("-", "- ").split()), default=0)


def _shares(widths: Sequence[float], least: Sequence[float]) -> list[float]:
    """Return columns' shares in per cent, as wished but no less than their least shares of the width."""
    if sum(least) >= 1:
        return [round(100 * share / sum(least), 2) for share in least]
    wide = set(range(len(widths)))
    while True:
        left = 1 - sum(share for n, share in enumerate(least) if n not in wide)
        total = sum(widths[n] for n in wide)
        narrow = {n for n in wide if left * widths[n] / total < least[n]}
        if not narrow:
            break
        wide -= narrow
    return [
        round(100 * (left * width / total if n in wide else least[n]), 2) for n, width in enumerate(widths)
    ]


def _kept(reader: Reader, white: Margins) -> float:
    """Return what a crisis line of two lines would take of the text, if that is less than half a ruled line.

    **Why**: so a sheet has the same lines added in a book and alone, whose foot may be so much higher; on A4
    and Letter, that is, and not in large print. Elsewhere the pages differ by more than that.
    """
    paper, profile = reader.paper, reader.profile
    high = margins(paper, profile, crisis=int(2 * foot_letters(paper, profile))).bottom
    little = high - margins(paper, profile).bottom < profile.pitch / 2
    return max(0.0, high - white.bottom) if little else 0.0


def measure(tokens: Tokens, reader: Reader, *, crisis: int = 0) -> Measures:
    """Return the measures of a theme's pages for a reader; feet carry a crisis line of so many letters."""
    profile, white = reader.profile, margins(reader.paper, reader.profile, crisis=crisis)
    values = tokens.model_dump()
    named = (name.removeprefix("size_") for name in values if name.startswith("size_"))
    own = {name: float(values[f"size_{name}"].removesuffix("pt")) for name in named}
    width = reader.paper.width - white.inside - white.outside
    smaller = min(1, _SHOWN_LEAST + (1 - _SHOWN_LEAST) * width / _FULL_WIDTH)
    scales = {name: smaller if name in _SHOWN else profile.scale for name in own}
    sizes = {name: round(max(size * scales[name], profile.minimum), 2) for name, size in own.items()}
    if profile.title:
        # The figure is for a face like the text's; a heading's own face may stand smaller on its body.
        same = tokens.heading_font == tokens.font
        sizes["title"] = profile.title if same else max(profile.title, own["title"])
    sizes["lead"] = min(sizes["lead"], profile.heading or sizes["lead"])
    sizes["heading"] = profile.heading or sizes["heading"]
    return Measures(
        margins=white,
        width=width,
        height=reader.paper.height - white.top - white.bottom,
        sizes=sizes,
        usual=own,
        profile=profile,
        tight=reader.paper.tight,
        kept=_kept(reader, white),
    )


def inked(tokens: Tokens, ink: Ink) -> Tokens:
    """Return the tokens with the inks that the reader grants: saving has no tints, black no colour."""
    if ink is Ink.FULL:
        return tokens
    changed = {"tint": "#ffffff"}
    if ink is Ink.BLACK:
        dark = dict.fromkeys(("accent", "warm", "warm_dark", "text"), "#000000")
        changed |= dark | {"muted": "#333333", "rule": "#444444", "accent_soft": "#888888"}
    return tokens.model_copy(update=changed)


_NOT_STYLE = {"logo", "logo_alt", "emphasis"}
"""Tokens that a stylesheet cannot print as they are."""


def values(measures: Measures, tokens: Tokens, reader: Reader) -> dict[str, str]:
    """Return what ``var(--name)`` in a stylesheet stands for: tokens, sizes, lengths, ways to break."""
    own = tokens.model_dump(exclude=_NOT_STYLE)
    found = {name.replace("_", "-"): str(value) for name, value in own.items()}
    found |= {f"size-{name}": f"{size}pt" for name, size in measures.sizes.items()}
    found |= {f"usual-{name}": f"{size}pt" for name, size in measures.usual.items()}
    ring, number, in_a_row = measures.rings()
    service, reach, hours = measures.crisis_columns()
    spare = measures.tight or measures.profile.name == "standard"  # the other readers need the room
    gap = (3.2 if spare else 4.0) * measures.profile.scale
    underlined = tokens.emphasis is Emphasis.UNDERLINE
    head = measures.sizes["foot"] * POINT * HEAD_LEADING
    letterhead = min(float(tokens.logo_sheet_height.removesuffix("mm")), letterhead_room(measures.margins))
    double = reader.sides is Sides.DOUBLE
    panel = "transparent" if reader.ink is Ink.FULL else found["hairline"]
    return found | {
        "pitch": f"{measures.pitch}mm",
        "leading": f"{measures.leading:.2f}",
        "gap": f"{gap:.1f}mm",
        "answer-gap": f"{gap * 1.2:.1f}mm",
        "rule-width": f"{measures.profile.rule}pt",
        "rule": "#000000" if measures.profile.black_rules else found["rule"],
        "ring": f"{ring:.2f}mm",
        "ring-size": f"{number:.2f}pt",
        "point-width": f"{int(10000 / in_a_row) / 100}%",
        "canvas-third": f"{measures.height * 0.28:.1f}mm",
        "canvas-half": f"{measures.height * 0.42:.1f}mm",
        "canvas-page": f"{measures.height * 0.8:.1f}mm",
        "emphasis-weight": "inherit" if underlined else "bold",
        "emphasis-line": "underline" if underlined else "none",
        "foot-gap": f"{foot_gap(measures.profile)}mm",
        "head-gap": f"{min(HEAD_GAP, measures.margins.top - EDGE - head):.2f}mm",
        "logo-sheet-height": f"{letterhead:.1f}mm",
        "service-width": service,
        "reach-width": reach,
        "hours-width": hours,
        "opener-gap": f"{measures.height * 0.1:.1f}mm",
        "held": "auto" if measures.profile.minimum else "avoid",
        "row": f"{max(_ROW, measures.pitch)}mm",
        "rung-width": f"{max(_RUNG, measures.profile.rule)}pt",
        "frame-edge": "#000000" if measures.profile.black_rules else found["hairline"],
        "turn-edge": "#000000" if measures.profile.black_rules else panel,
        "panel-edge": panel,
        "cards-hang": f"{min(0.0, measures.width - measures.card_columns * CARD[0]) / 2:.2f}mm",
        "recto": ":right" if double else "",
        "verso": ":left" if double else ":nth(1 of none)",
        "verso-foot": "left" if measures.profile.minimum else "right",
        "cards-page": "cards" if double else "sheet",
        "letter-page": "letter" if double else "sheet",
        "leaf-start": "recto" if double else "page",
    }
