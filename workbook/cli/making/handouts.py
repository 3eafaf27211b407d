"""Plan the handouts of some exercises."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from workbook.cli.making.wishes import Job, Plan, Wishes
from workbook.cli.project import choose_theme, find_exercise, find_library
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Medium
from workbook.compose.sheets import sheet_id
from workbook.errors import Diagnostic, FindingsError
from workbook.model.crisis import CrisisCountry
from workbook.model.workbook import Variant
from workbook.source.library import Library
from workbook.source.shelves import CRISIS

THEME = "calm"
FIRST = ("us", "uk", "ie", "ca", "au", "nz")
"""Countries in the order of a handout's foot; any others follow."""
POINTER = "international"
"""Not a country: where to look for one's own. It has its place on a workbook's crisis page."""


def plan_handouts(
    names: Sequence[str], variant: str, countries: Sequence[str], language: str, wishes: Wishes
) -> Plan:
    """Return the handouts to make, one for each exercise named; one named twice is made once.

    Raises:
        FindingsError: all that is wrong with any of the exercises, the countries or the language.
    """
    library, findings, warnings = find_library(), list[Diagnostic](), list[Diagnostic]()
    exercises = {}
    for name in names:
        try:
            loaded = find_exercise(library, name)
            exercises[loaded.value.id] = loaded.value
            warnings += loaded.findings
        except FindingsError as error:
            findings += error.findings
    try:
        chosen = [library.country(name).value for name in countries] or all_countries(library)
    except FindingsError as error:
        findings += error.findings
    if findings:
        raise FindingsError(dict.fromkeys(findings))
    locale = library.locale(language).value
    theme, sheet = choose_theme(wishes.theme or THEME), Variant(variant)
    jobs = [
        Job(
            wishes.path(sheet_id(exercise.id, sheet), Medium.PRINT),
            Medium.PRINT,
            partial(compose_handout, exercise, sheet, chosen, locale, theme, wishes.reader),
        )
        for exercise in exercises.values()
    ]
    return Plan(tuple(jobs), tuple(warnings))


def all_countries(library: Library) -> list[CrisisCountry]:
    """Return every country of the library, those most asked for first."""
    names = [name for name in library.ids(CRISIS) if name != POINTER]
    names.sort(key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name))
    return [library.country(name).value for name in names]
