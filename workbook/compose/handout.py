"""One exercise alone, to hand over: the same sheet as in a book, with the crisis line in its foot."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.compose.isolating import as_written, from_left
from workbook.compose.leaves import openings, rules
from workbook.compose.manuscript import Manuscript, Medium, Role, Section
from workbook.compose.reader import Reader
from workbook.compose.sheets import foot_name, sheet_id, sheet_sections, sheet_title
from workbook.compose.typesetter import Typesetter
from workbook.model.crisis import CrisisCountry
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.page import foot_letters
from workbook.model.personal import NOBODY, Personal
from workbook.model.practice import Practice
from workbook.model.workbook import Entry, Variant
from workbook.theme.lookup import Theme

_UNBROKEN = "\u00a0"
"""A space at which no line ends. **Why**: half a number may be taken for a number."""
_FOOT_LINES = 3
"""How many lines of a foot a crisis line may take. **Why**: in large print six countries would fill it."""


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
    line = crisis_line(countries, locale)
    apart = len(line) > _FOOT_LINES * foot_letters(reader.paper, reader.profile)
    foot = locale.crisis.on_next_page if apart else line
    typesetter = Typesetter(
        theme, locale, practice, reader, Medium.PRINT, personal=personal, crisis=len(foot)
    )
    title = typesetter.letters(sheet_title(exercise, variant))
    entry = Entry(exercise=exercise.id, variant=variant)
    notes_first = sheet_sections(typesetter, exercise, entry, level=1, greeting=typesetter.greeting())
    sheet, *notes = tuple(notes_first)[::-1]  # so that the client's leaves can be taken off the pile
    crisis = [_crisis_page(typesetter, countries)] if apart else []
    sections = (sheet, *crisis, *notes)
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
        words={**typesetter.words(), "crisis": foot, "from": name},
        typing=typesetter.typing(),
        archive=reader.archive,
        foot_kept=typesetter.measures.kept,
    )


def _crisis_page(typesetter: Typesetter, countries: Sequence[CrisisCountry]) -> Section:
    """Return the page that has the numbers where a foot has no room for them."""
    words = typesetter.locale
    lines = [
        (
            as_written(country.name, words.direction),
            [from_left(n, words.direction) for n in _numbers(country)],
        )
        for country in countries
    ]
    return typesetter.section(Role.CRISIS, words.crisis.title, template="crisis-in-short", lines=lines)


def _numbers(country: CrisisCountry) -> list[str]:
    """Return a country's emergency number and its first service's."""
    return [number for number in (country.emergency, country.lines[0].phone) if number]


def crisis_line(countries: Sequence[CrisisCountry], locale: Locale) -> str:
    """Return the short line for a handout's foot: each country's emergency number and first service."""
    named = [f"{country.id.upper()} {', '.join(_numbers(country))}" for country in countries]
    reach = [from_left(words.replace(" ", _UNBROKEN), locale.direction) for words in named]
    return f"{locale.crisis.foot} {' · '.join(reach)}"
