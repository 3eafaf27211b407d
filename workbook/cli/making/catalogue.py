"""Plan the catalogue's files."""

from __future__ import annotations

from functools import cache, partial

from workbook.cli.making.wishes import Job, Plan, Wishes
from workbook.cli.project import choose_theme, find_library
from workbook.compose.catalogue import compose_catalogue
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.proof import theme_warnings
from workbook.model.workbook import Variant


def plan_catalogue(wishes: Wishes) -> Plan:
    """Return the catalogue to make, for print and for a screen; the small pictures are made once.

    Raises:
        FindingsError: an exercise or the theme has mistakes.
    """
    library = find_library()
    found = library.exercises()
    exercises = [loaded.value for loaded in found]
    locale = library.locale(library.practice.language).value
    theme = choose_theme(wishes.theme)

    @cache
    def pictures() -> dict[str, bytes]:
        from workbook.render.pdf import render_pdf
        from workbook.render.thumbnails import thumbnail

        return {
            exercise.id: thumbnail(
                render_pdf(compose_handout(exercise, Variant.FULL, (), locale, theme, wishes.reader)).data
            )
            for exercise in exercises
        }

    def compose(medium: Medium) -> Manuscript:
        return compose_catalogue(exercises, pictures(), locale, theme, wishes.reader, medium)

    media = (Medium.PRINT, Medium.SCREEN)
    jobs = tuple(Job(wishes.path("catalogue", m), m, partial(compose, m)) for m in media)
    warnings = (*theme_warnings(theme), *(finding for loaded in found for finding in loaded.findings))
    return Plan(jobs, warnings)
