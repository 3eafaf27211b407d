"""The interface's words and standing pages in one language: all that a translation has to give."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from workbook.model.base import Inline, Language, Model, Plain, Prose, Slug
from workbook.model.exercise import Kind, Moment, Setting


class TextSection(Model):
    """A heading and the words under it."""

    heading: Plain
    text: Prose


class HowToUse(Model):
    """The page "How to use this book"."""

    title: Plain
    sections: tuple[TextSection, ...] = Field(min_length=1, max_length=10)
    leaves: TextSection = Field(description="In print only: what may be taken out.")
    printing: TextSection = Field(description="In print only: how to print it.")
    ruler: Inline = Field(description="Under a line of 50 mm: how to see whether the size is right.")


class TitledText(Model):
    """A title and the words under it."""

    title: Plain
    text: Prose


class CrisisWords(Model):
    """The words of the crisis page and of a handout's foot."""

    title: Plain
    intro: Prose
    emergency: Plain
    call: Plain
    text: Plain
    hours: Plain
    checked: Plain
    elsewhere: Inline
    foot: Inline
    on_next_page: Plain = Field(description="In a foot of large letters, instead of the numbers.")


class NotesPageWords(Model):
    """The words of the empty pages for notes."""

    title: Plain
    hint: Inline


class ColophonWords(Model):
    """The words of the colophon."""

    title: Plain
    review: Inline
    not_a_substitute: Inline
    fonts: Plain
    made_with: Plain
    licence: Inline
    large_print: Inline = Field(description="By which rules large print is set.")


class SourcesWords(Model):
    """The words of the page of sources."""

    title: Plain
    intro: Prose


class GlossaryEntry(Model):
    """A word and what it means on these pages."""

    term: Plain
    meaning: Inline


class Glossary(Model):
    """The page "Words we use"."""

    title: Plain
    entries: tuple[GlossaryEntry, ...] = Field(min_length=1, max_length=60)


class ForTherapistWords(Model):
    """The page that tells a therapist of the pages that are theirs."""

    title: Plain
    facing: Inline = Field(description="Where the notes stand, on paper with two sides.")
    before: Inline = Field(description="The same on paper with one side, and in an e-book.")
    lists: Inline
    afterwards: Inline = Field(description="In print only: the page after each sheet.")
    apart: Inline = Field(description="What the client's edition has not.")


class OverviewWords(Model):
    """The therapist's table of all sheets."""

    title: Plain
    sheet: Plain
    kind: Plain
    minutes: Plain
    strength: Plain
    needs: Plain
    next: Plain


class PlannerWords(Model):
    """The therapist's session planner: its headings, and what to think of for each session."""

    title: Plain
    intro: Inline
    session: Plain
    sheet: Plain
    agreed: Plain
    confidence: Plain
    review: Plain


class DistressWords(Model):
    """What the ends of the distress scale mean."""

    low: Plain
    high: Plain


class SheetWords(Model):
    """The small words of a sheet."""

    minutes: Plain = Field(description="As in: 15 minutes.")
    strength: Plain
    strengths: tuple[Plain, Plain, Plain] = Field(description="What strength 1, 2 and 3 mean, in two words.")
    good_for: Plain
    leave_if: Plain
    before: Plain
    safety: Plain
    steps: Plain
    example: Plain
    too_much: Plain
    share: Plain
    bring: Plain
    short_variant: Plain
    they_say: Plain
    i_say: Plain
    if_: Plain = Field(alias="if")
    then: Plain
    own: Plain = Field(description="Stands before an empty place for the client's own words.")
    made_up: Plain
    day: Plain = Field(description="Over the days, where an e-book has them down a table's side.")
    letter_name: Plain = Field(description="Under the line for a name at a letter's end.")
    cut_here: Plain
    body_outline: Plain = Field(description="Read aloud for the outline of a body.")
    distress: DistressWords
    choose_one: Plain
    tick_any: Plain
    blank: Plain = Field(description="Read aloud where a page has room to write.")
    so_far: Plain = Field(description="Stands before a client's own words that a prompt begins with.")
    write_in_notebook: Plain
    draw_or_write: Plain
    circle_one: Plain
    printable: Plain = Field(description="The link of an e-book's page to its sheet to print.")
    all_printable: Plain = Field(description="The link to all sheets to print.")
    copy_: Plain = Field(alias="copy", description="One of several of the same sheet: Copy 2 of 7.")
    for_day: Plain = Field(description="Stands before the day that a sheet is for.")
    from_day: Plain = Field(description="Stands before the first day of a sheet with copies.")
    times: tuple[Plain, Plain] = Field(description="Stand around the number of times to do an e-book's page.")


class FieldWords(Model):
    """The words that tell one field from the next, read aloud and shown where a pointer rests."""

    row: Plain
    place: Plain = Field(description="One of a list's numbered places.")
    what: Plain = Field(description="The first column of numbered places.")
    rung: Plain
    word: Plain = Field(description="One of a few short blanks.")
    turn: Plain = Field(description="One turn of a dialogue.")
    plan: Plain = Field(description="One if–then plan.")
    greeting: Plain = Field(description="The name after a letter's greeting.")
    letter: Plain = Field(description="A letter's own lines.")
    in_words: Plain = Field(description="A drawing, told in words.")
    continued: Plain = Field(description="A field that goes on over the page.")
    page: Plain = Field(description="One of the pages for notes.")


class NotesWords(Model):
    """The headings of the therapist's notes."""

    title: Plain
    why: Plain
    introduce: Plain
    watch_for: Plain
    not_for: Plain
    review: Plain
    frameworks: Plain
    sources: Plain
    needs: Plain
    next: Plain


class EmptySideWords(Model):
    """Why a side is left empty on purpose; printed on it."""

    after_taken: Plain = Field(description="The page before it may be taken out.")
    before_taken: Plain = Field(description="The page after it may be taken out.")
    before_afterwards: Plain = Field(description="The therapist's own page comes next, on a leaf of its own.")
    before_right: Plain = Field(description="The page after it begins on the right.")
    before_cards: Plain = Field(description="Cards to cut out come next, on a leaf of their own.")
    before_notes: Plain = Field(description="The therapist's notes come next.")
    for_ink: Plain = Field(description="Ink may show through from the other side.")
    for_cards: Plain = Field(description="Cards are cut out of a leaf.")
    for_letter: Plain = Field(description="A letter has a leaf of its own, since it may be given away.")


class LeafWords(Model):
    """What a page says of its paper."""

    take_out: Plain = Field(description="In the foot of a page that may be taken out.")
    empty: EmptySideWords


class AfterwardsWords(Model):
    """The page on which a therapist notes how a page went."""

    title: Plain
    hint: Inline


class DateWords(Model):
    """How a day is written out."""

    pattern: Plain = Field(description="Of {weekday}, {day}, {month} and {year}.")
    weekdays: tuple[Plain, Plain, Plain, Plain, Plain, Plain, Plain] = Field(description="Monday first.")
    months: tuple[Plain, ...] = Field(min_length=12, max_length=12)

    def written(self, day: dt.date) -> str:
        """Return a day as a person writes it."""
        parts = {
            "weekday": self.weekdays[day.weekday()],
            "day": str(day.day),
            "month": self.months[day.month - 1],
            "year": str(day.year),
        }
        text = self.pattern
        for name, part in parts.items():
            text = text.replace(f"{{{name}}}", part)
        return text


class PersonalWords(Model):
    """The words around a therapist's note in a client's own copy."""

    title: Plain
    put_together: Plain = Field(description="One sentence of welcome, under the title.")
    next: Plain = Field(description="Stands before the date of the next session.")
    pronouns: Plain = Field(description="Stands before a client's pronouns, for the therapist.")


class BookWords(Model):
    """The small words of a whole book."""

    cover: Plain
    contents: Plain
    needs: Plain = Field(description="Over the contents by what one needs now.")
    index: Plain
    catalogue: Plain
    first_page_of: Plain = Field(description="Read aloud for a picture, before the title.")
    part: Plain
    landmarks: Plain
    pages: Plain = Field(description="The name of the list of the printed book's pages.")
    start_of_content: Plain
    version: Plain
    changed: Plain = Field(description="Of a page that someone has changed, where no name is known.")
    changed_by: Plain = Field(description="Stands before the name of who changed a page.")
    original: Plain = Field(description="Stands before the title and version that a changed page had.")
    therapist_edition: Plain
    neutral_title: Plain = Field(description="The title of a book whose cover is to say nothing.")
    page_of: str = Field(description="Stands between a page's number and the count: 2 of 3.")
    keep_private: Plain
    from_: Plain = Field(alias="from", description="Stands before the practice's name.")
    logo: Plain = Field(
        description="Read aloud for a logo where neither the theme nor the practice names it."
    )
    accessibility_summary: Inline


FormName = Literal["print", "fillable", "large-print", "therapist", "epub"]


class ShopSheetWords(Model):
    """The words of the page about a book that shops and colleagues get."""

    inside: Plain
    forms: Plain
    form: Plain
    extent: Plain
    pages: Plain = Field(description="As in: 40 pages.")
    reflows: Plain = Field(description="Stands for an e-book's pages.")
    names: dict[FormName, Plain]
    publisher: Plain
    published: Plain
    language: Plain
    subjects: Plain
    series: Plain
    rights: Plain


class Locale(Model):
    """One language."""

    language: Language
    name: Plain
    direction: Literal["ltr", "rtl"] = "ltr"
    quotes: str = Field(min_length=4, max_length=4, description="Double and single quotation marks.")
    kinds: dict[Kind, Plain]
    moments: dict[Moment, Plain]
    settings: dict[Setting, Plain]
    days: tuple[Plain, Plain, Plain, Plain, Plain, Plain, Plain] = Field(description="Short, Monday first.")
    sheet: SheetWords
    fields: FieldWords
    notes: NotesWords
    book: BookWords
    shop_sheet: ShopSheetWords
    leaf: LeafWords
    values: dict[str, Plain] = Field(description="What an unset value is called under its blank.")
    dates: DateWords
    personal: PersonalWords
    slots: dict[Slug, Plain] = Field(description="What a shared slot is called under its blank.")
    how_to_use: HowToUse
    writing_in_ebook: TitledText
    crisis: CrisisWords
    notes_page: NotesPageWords
    glossary: Glossary
    for_therapist: ForTherapistWords
    overview: OverviewWords
    planner: PlannerWords
    afterwards: AfterwardsWords
    colophon: ColophonWords
    sources: SourcesWords
