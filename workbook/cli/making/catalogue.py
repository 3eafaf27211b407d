"""Plan the catalogue's files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial

from workbook.cli.making.wishes import Job, Plan, Wishes, foreign_of
from workbook.cli.project import choose_theme, find_library
from workbook.compose.catalogue import compose_catalogue
from workbook.compose.handout import compose_handout
from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.proof import theme_warnings
from workbook.compose.reader import Reader
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.workbook import Variant
from workbook.render.task import Task
from workbook.theme.lookup import Theme


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

    catalogue = Catalogue(exercises, locale, theme, wishes.reader)
    jobs = tuple(
        Job(
            wishes.path("catalogue", medium),
            Task(medium, partial(catalogue.compose, medium), sheets=len(exercises)),
        )
        for medium in (Medium.PRINT, Medium.SCREEN)
    )
    warnings = (*theme_warnings(theme), *(finding for loaded in found for finding in loaded.findings))
    return Plan(jobs, warnings, foreign=foreign_of(theme))


@dataclass(frozen=True)
class Catalogue:
    """The catalogue's content, and its small pictures once they are made."""

    exercises: list[Exercise]
    locale: Locale
    theme: Theme
    reader: Reader

    @cached_property
    def pictures(self) -> dict[str, bytes]:
        """A small picture of each exercise's first page, by the exercise's id."""
        from workbook.render.pdf import render_pdf
        from workbook.render.thumbnails import thumbnail

        locale, theme, reader = self.locale, self.theme, self.reader
        return {
            exercise.id: thumbnail(
                render_pdf(compose_handout(exercise, Variant.FULL, (), locale, theme, reader)).data
            )
            for exercise in self.exercises
        }

    def compose(self, medium: Medium) -> Manuscript:
        """Return the catalogue for print or for a screen."""
        return compose_catalogue(self.exercises, self.pictures, self.locale, self.theme, self.reader, medium)
