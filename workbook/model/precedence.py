"""Whose word counts, where several say how something is to be.

The first of these that says it:

1. what is typed with the command (``--paper letter``), or settled by an edition's file;
2. a client's file (the profile, the language of a handout);
3. a workbook of your own;
4. your ``practice.yaml``;
5. a workbook that came with the program;
6. the program's own way (A4, the theme *calm*, the crisis lines of all countries).

**Why** the practice comes between the two sorts of workbook: what came with the program was written for
anyone, and the practice knows its clients; what someone wrote for one purpose means what it says. Who hands
the pages out goes by the same rule, field by field. A workbook's language is that of its words: the practice
has a say only where a workbook of one's own leaves it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbook.model.practice import PracticeFile
from workbook.model.theme import TokenChanges
from workbook.model.workbook import Workbook

THEME = "calm"
"""How pages look where nobody says."""


def in_hands_of(practice: PracticeFile, workbook: Workbook, *, own: bool) -> Workbook:
    """Return a workbook as a practice hands it out; ``own`` tells that it did not come with the program."""
    says = workbook.model_fields_set if own else {"language"}
    changes: dict[str, object] = {"practice": workbook.practice.over(practice)}
    if "crisis" not in says and practice.countries:
        changes["crisis"] = practice.countries
    if "language" not in says:
        changes["language"] = practice.language
    return workbook.model_copy(update=changes)


@dataclass(frozen=True)
class Look:
    """A theme's name, what is laid over its tokens, and which file names it, if one of these does."""

    theme: str
    tokens: TokenChanges
    named_by: Literal["workbook", "practice"] | None = None


def look(practice: PracticeFile, typed: str | None, workbook: Workbook | None = None, *, own: bool) -> Look:
    """Return how a file is to look.

    A theme that comes before the practice's is taken as it is. The logo is no question of looks: it says who
    hands the pages out, and lies over any theme.
    """
    given = practice.tokens.model_dump(exclude_none=True)
    if practice.logo is not None:
        given["logo"] = practice.logo
    ours = TokenChanges.model_validate(given)
    logo = TokenChanges.model_validate({name: given[name] for name in given if name.startswith("logo")})
    if typed is not None:
        return Look(typed, logo)
    if workbook is not None and own and "theme" in workbook.model_fields_set:
        return Look(workbook.theme, logo, "workbook")
    if practice.theme is not None:
        return Look(practice.theme, ours, "practice")
    if workbook is not None:
        return Look(workbook.theme, ours, "workbook")
    return Look(THEME, ours)
