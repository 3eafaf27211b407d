"""Plan the handouts of some exercises."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from workbook.cli.clients.choosing import remarks
from workbook.cli.making.wishes import Job, Plan, Wishes, foreign_of
from workbook.cli.project import choose_theme, find_exercise, find_library
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Medium
from workbook.compose.proof import theme_warnings
from workbook.compose.sheets import sheet_id
from workbook.errors import Diagnostic, FindingsError
from workbook.model.workbook import Variant
from workbook.render.task import Task
from workbook.source.library import Library
from workbook.source.shelves import LOCALES


def plan_handouts(
    names: Sequence[str], variant: str, countries: Sequence[str], language: str | None, wishes: Wishes
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
    practice = library.practice
    try:
        chosen = [library.country(name).value for name in countries] or library.usual_countries()
    except FindingsError as error:
        findings += error.findings
    if findings:
        raise FindingsError(dict.fromkeys(findings))
    locale = library.locale(language or _wanted(wishes, library) or practice.language).value
    theme, sheet = choose_theme(wishes.theme), Variant(variant)
    jobs = [
        Job(
            wishes.path(sheet_id(exercise.id, sheet), Medium.PRINT),
            Task(
                Medium.PRINT,
                partial(
                    compose_handout,
                    *(exercise, sheet, chosen, locale, theme, wishes.reader, practice),
                    personal=wishes.personal,
                ),
            ),
        )
        for exercise in exercises.values()
    ]
    warnings += remarks(wishes, exercises.values(), locale.language)
    return Plan(tuple(jobs), (*theme_warnings(theme), *warnings), wishes.keeping, foreign_of(theme))


def _wanted(wishes: Wishes, library: Library) -> str | None:
    """Return the language that a client's file asks for, where there are words in it."""
    language = wishes.client.value.language if wishes.client else None
    return language if language and library.has(LOCALES, library.language(language)) else None
