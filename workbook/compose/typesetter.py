"""Fill in a theme's templates for one book: the shared ground of all sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from workbook.compose.fields import field_attributes, no_attributes
from workbook.compose.manuscript import Field, FontFace, Medium, PictureFile, Role, Section, Typing
from workbook.compose.markdown import Text
from workbook.compose.measures import inked, measure, values
from workbook.compose.reader import Audience, Reader
from workbook.model.leaf import Leaf
from workbook.model.locale import Locale
from workbook.model.page import POINT, PROFILES, Ink, Margins, Sides, margins
from workbook.model.personal import NOBODY, Personal
from workbook.model.practice import Practice
from workbook.model.slots import Slot, SlotKind
from workbook.model.values import NAMES, SLOT
from workbook.theme.environment import render, well_formed
from workbook.theme.fonts import faces
from workbook.theme.lookup import Theme
from workbook.theme.mirroring import mirror
from workbook.theme.stylesheet import Stylesheet


@dataclass(frozen=True)
class Logo:
    """What a template knows of the logo: its address, and what is read aloud for it."""

    src: str
    alt: str


@dataclass(frozen=True)
class Greeting:
    """What is said to a client on the first page, as letters; what is empty is left out."""

    called: str
    pronouns: str
    note: tuple[str, ...]
    next: str


class Typesetter:
    """Knows theme, language, practice, reader and medium; turns a template's name into markup."""

    def __init__(
        self,
        theme: Theme,
        locale: Locale,
        practice: Practice,
        reader: Reader,
        medium: Medium,
        *,
        companion: str = "",
        personal: Personal = NOBODY,
        crisis: int = 0,
    ) -> None:
        self.theme = theme
        self.locale = locale
        self.reader = reader
        self.medium = medium
        self.personal = personal
        self.tokens = inked(theme.tokens, reader.ink)
        self.measures = measure(theme.tokens, reader, crisis=crisis)
        self._values = values(self.measures, self.tokens, reader)
        self.fillable = reader.fillable and medium is Medium.PRINT
        given = {name: getattr(practice, name.removeprefix("practice.")) or "" for name in NAMES}
        self.text = Text(locale.quotes, given, locale.values)
        self.pictures, logo = self._logo(practice)
        self._ground: dict[str, Any] = {
            "logo": logo,
            "medium": medium.value,
            "greeting": None,
            "words": locale,
            "tokens": self.tokens,
            "practice": practice,
            "pitch": self.measures.pitch,
            "rule_width": round(self.measures.profile.rule * POINT, 3),
            "rule_colour": self._values["rule"],
            "companion": companion,
            "counsel_in_columns": self.measures.counsel_in_columns,
            "fit_in_columns": self.measures.fit_in_columns,
            "card_columns": self.measures.card_columns,
            "card_rules": self.measures.card_rules,
            "side_by_side": self.measures.side_by_side,
            "column_shares": self.measures.columns,
            "rings_in_rows": self.measures.rings_in_rows,
            "half_letters": self.measures.half_letters,
            "note_columns": self.measures.note_columns,
            "therapist": reader.audience is Audience.THERAPIST,
            "fillable": self.fillable,
            "field": field_attributes if self.fillable else no_attributes,
            "plain": self.text.plain,
            "inline": self.text.inline,
            "prose": self.text.prose,
        }

    def _logo(self, practice: Practice) -> tuple[tuple[PictureFile, ...], Logo | None]:
        """Return the theme's logo as a file, grey where the reader wants little ink, and its words."""
        picture = None if self.reader.neutral else self.theme.logo
        if picture is None:
            return (), None
        if self.reader.ink is not Ink.FULL:
            picture = picture.grey()
        name = f"pictures/logo{picture.kind.suffixes[0]}"
        alt = self.theme.tokens.logo_alt or practice.name or self.locale.book.logo
        return (PictureFile(name, picture.media_type, picture.data),), Logo(name, alt)

    def letterhead(self) -> str:
        """Return what stands at the head of a handout's first page: who it is from, the logo, or nothing.

        Raises:
            FindingsError: its template is missing or faulty.
        """
        name, practice = "parts/letterhead.html", self._ground["practice"]
        line = " · ".join(filter(None, (practice.creator, practice.reach)))
        if not line and self._ground["logo"] is None:
            return ""
        return well_formed(self.theme.templates, f"{name}.j2", self.fill(name, from_line=line))

    def fill(self, template: str, **context: object) -> str:
        """Return a template's text.

        Raises:
            FindingsError: the template is missing or faulty.
        """
        return render(self.theme.templates, f"{template}.j2", {**self._ground, **context})

    def greeting(self) -> Greeting | None:
        """Return what the first page of a client's own copy says to them, where there is something."""
        personal, therapist = self.personal, self.reader.audience is Audience.THERAPIST
        if not personal.greets(therapist=therapist):
            return None
        return Greeting(
            called=self.text.curled(personal.called),
            pronouns=self.text.curled(personal.pronouns) if therapist else "",
            note=tuple(self.text.curled(paragraph) for paragraph in personal.note),
            next=self.locale.dates.written(personal.next) if personal.next else "",
        )

    def with_slots(self, slots: Sequence[Slot]) -> dict[str, Callable[[str], Markup]]:
        """Return what a sheet's templates need to fill its own slots, and no others."""
        own = {slot.id: self._value(slot) for slot in slots}
        text = self.text
        if own:
            labels = {slot.id: slot.label or self.locale.slots.get(slot.id, slot.id) for slot in slots}
            text = text.also(
                {f"{SLOT}{name}": value for name, value in own.items()},
                {f"{SLOT}{name}": label for name, label in labels.items()},
            )

        def prefilled(slot: str) -> Markup:
            return text.plain(f"{{{{ {SLOT}{slot} }}}}") if own.get(slot) else Markup("")

        return {"plain": text.plain, "inline": text.inline, "prose": text.prose, "prefilled": prefilled}

    def _value(self, slot: Slot) -> str:
        value = self.personal.slots.get(slot.id, "")
        if isinstance(value, dt.date):
            return self.locale.dates.written(value)
        said = value and slot.sort is SlotKind.SENTENCE
        return f"{value}." if said and value[-1] not in ".!?…”’\"'" else value

    def section(
        self,
        role: Role,
        title: str,
        *,
        id: str = "",
        level: int = 1,
        template: str = "",
        leaf: Leaf = Leaf.KEEP,
        fields: Iterable[Field] = (),
        **context: object,
    ) -> Section:
        """Return a section; its id and template are its role's name unless given.

        It keeps the fields only where the pages are filled in on a screen.
        """
        id = id or role.value
        name = f"sections/{template or role.value}.html"
        markup = well_formed(self.theme.templates, f"{name}.j2", self.fill(name, id=id, **context))
        kept = tuple(fields) if self.fillable else ()
        return Section(id, role, self.letters(title), markup, level, leaf, fields=kept)

    def letters(self, text: str) -> str:
        """Return a title's bare letters, for outlines, heads and metadata."""
        return str(self.text.plain(text).striptags())

    def words(self) -> dict[str, str]:
        """Return the interface words that an engine writes itself: nav, cover, running feet."""
        book = self.locale.book
        names = ("contents", "cover", "landmarks", "pages", "start_of_content", "page_of")
        return {name: getattr(book, name) for name in (*names, "accessibility_summary")}

    @cached_property
    def _style(self) -> Stylesheet:
        """The medium's stylesheet, for print with the paper and its margins first."""
        css = self.theme.stylesheet(self.medium.value, self._values)
        if self.medium is not Medium.PRINT:
            return css
        if self.locale.direction == "rtl":
            css = css._replace(text=mirror(css.text))
        paper = self.reader.paper
        own = margins(paper, PROFILES["standard"])
        pages = (
            f"@page {{ size: {paper.width:.2f}mm {paper.height:.2f}mm }}\n"
            f"{self._margins('', self.measures.margins)}{self._margins('therapist', own)}"
        )
        more = pages.count("\n")
        return Stylesheet(pages + css.text, tuple((line + more, path) for line, path in css.places))

    def _margins(self, name: str, m: Margins) -> str:
        """Return the rules for the margins of pages of a name; the binding side is inside."""
        single = self.reader.sides is Sides.SINGLE
        left, right = (m.inside, m.outside) if single else (m.outside, m.inside)
        return (
            f"@page {name}:right {{ margin: {m.top}mm {m.outside}mm {m.bottom:.2f}mm {m.inside}mm }}\n"
            f"@page {name}:left {{ margin: {m.top}mm {right}mm {m.bottom:.2f}mm {left}mm }}\n"
        )

    def stylesheet(self) -> str:
        """Return the medium's stylesheet."""
        return self._style.text

    def style_places(self) -> tuple[tuple[int, Path], ...]:
        """Return at which line of the stylesheet each file of the theme begins."""
        return self._style.places

    def fonts(self) -> tuple[FontFace, ...]:
        """Return the theme's font faces."""
        return tuple(
            FontFace(f.family, f.weight, f.style, f.path) for name in self.theme.families for f in faces(name)
        )

    def typing(self) -> Typing | None:
        """Return how typed words look: as the theme's text does, or None where nothing is typed."""
        if not self.fillable:
            return None
        found = {(f.family, f.weight, f.style): f for f in self.fonts()}
        sizes, profile = self.measures.sizes, self.measures.profile
        return Typing(
            face=found[self.tokens.font, 400, "normal"],
            size=sizes["body"],
            small=sizes["small"],
            colour=self.tokens.text,
            edge=profile.rule,
            edge_colour="#000000" if profile.black_rules else self.tokens.rule,
            continued=self.locale.fields.continued,
        )
