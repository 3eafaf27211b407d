"""One exercise alone, to hand over: the same sheet as in a book, with the crisis line in its foot."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.compose.isolating import from_left
from workbook.compose.leaves import openings, rules
from workbook.compose.manuscript import Manuscript, Medium
from workbook.compose.reader import Reader
from workbook.compose.sheets import foot_name, sheet_id, sheet_sections, sheet_title
from workbook.compose.typesetter import Typesetter
from workbook.model.crisis import CrisisCountry
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.personal import NOBODY, Personal
from workbook.model.practice import Practice
from workbook.model.workbook import Entry, Variant
from workbook.theme.lookup import Theme


def compose_handout(
    exercise: Exercise,
    variant: Variant,
    countries: Sequence[CrisisCountry],
    locale: Locale,
    theme: Theme,
    reader: Reader,
    practice: Practice | None = None,
    personal: Personal = NOBODY,
) -> Manuscript:
    """Return the manuscript of one exercise as a handout for print; a therapist's has the notes at the end.

    Raises:
        FindingsError: a template of the theme is missing or faulty.
    """
    practice = practice or Practice()
    typesetter = Typesetter(theme, locale, practice, reader, Medium.PRINT, personal=personal, crisis=True)
    title = typesetter.letters(sheet_title(exercise, variant))
    entry = Entry(exercise=exercise.id, variant=variant)
    notes_first = sheet_sections(typesetter, exercise, entry, level=1, greeting=typesetter.greeting())
    sections = tuple(notes_first)[::-1]  # so that the client's leaves can be taken off the pile
    leaves = rules(openings(sections, locale, reader.sides, bound=False))
    name = foot_name(practice.name or "", [exercise], reader)
    date = exercise.provenance.reviewed_on or exercise.provenance.written_on
    return Manuscript(
        id="-".join(filter(None, (sheet_id(exercise.id, variant), personal.code))),
        title=title,
        subtitle="",
        language=locale.language,
        direction=locale.direction,
        description=str(typesetter.text.inline(exercise.purpose).striptags()),
        creator=practice.creator,
        publisher=practice.name or "",
        rights=practice.rights,
        date=date,
        medium=Medium.PRINT,
        stylesheet=typesetter.stylesheet() + leaves,
        style_places=typesetter.style_places(),
        fonts=typesetter.fonts(),
        pictures=typesetter.pictures,
        letterhead=typesetter.letterhead(),
        sections=sections,
        words={**typesetter.words(), "crisis": crisis_line(countries, locale), "from": name},
        typing=typesetter.typing(),
        archive=reader.archive,
    )


def crisis_line(countries: Sequence[CrisisCountry], locale: Locale) -> str:
    """Return the short line for a handout's foot: each country's emergency number and first service."""
    numbers = [(c.id.upper(), filter(None, (c.emergency, c.lines[0].phone))) for c in countries]
    reach = [from_left(f"{name} {', '.join(found)}", locale.direction) for name, found in numbers]
    return f"{locale.crisis.foot} {' · '.join(reach)}"
