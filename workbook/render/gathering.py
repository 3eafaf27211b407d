"""Divide a book into gatherings: runs of sections that can be laid out apart, at the same time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workbook.compose.manuscript import Manuscript, Section

ENOUGH = 120_000
"""Characters of markup, about fifty pages, that are worth a gathering: each embeds its fonts again."""


@dataclass(frozen=True)
class Gathering:
    """Sections of a book, as a manuscript, the first of which begins on a right-hand page.

    ``follows`` is the empty section that is laid out last, in place of the next gathering's first, so that an
    empty side before it is made as it is in the whole book. Its own page is taken away again.
    """

    manuscript: Manuscript
    first: bool = True
    follows: Section | None = None

    @property
    def whole(self) -> bool:
        """Whether it is all of the book."""
        return self.first and self.follows is None


def gather(manuscript: Manuscript) -> tuple[Gathering, ...]:
    """Return a manuscript's gatherings: of about equal weight, and the same on every machine.

    **Why** only before right-hand pages: a gathering's pages then stand on the same sides as in the whole
    book, however many there are before. **Why** not with a stranger's styles: a counter of theirs may run
    through the book, and the process that holds such a book begins no other.
    """
    sections = manuscript.sections
    weights = [len(section.markup) for section in sections]
    parts = sum(weights) // ENOUGH if manuscript.own_style else 1
    starts = [0]
    for part in range(1, parts):
        due = sum(weights) * part / parts
        free = [n for n, section in enumerate(sections) if section.recto and n > starts[-1]]
        if free:
            starts.append(min(free, key=lambda n: abs(sum(weights[:n]) - due)))
    ends = [*starts[1:], len(sections)]
    return tuple(
        Gathering(
            replace(
                manuscript,
                sections=sections[start:end],
                letterhead=manuscript.letterhead if not start else "",
            ),
            first=not start,
            follows=_emptied(sections[end]) if end < len(sections) else None,
        )
        for start, end in zip(starts, ends, strict=True)
    )


def _emptied(section: Section) -> Section:
    opening = re.match(r"<section[^>]*>", section.markup)
    assert opening is not None  # noqa: S101 - a section's markup is one such element
    return replace(section, markup=f"{opening[0]}</section>", fields=())
