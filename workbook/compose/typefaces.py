"""The families that an edition is set in: its own or its theme's, and whether they have all its letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from workbook.compose.proof import unusable_fonts
from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.book import Book
from workbook.model.edition import Edition
from workbook.model.text import texts
from workbook.model.theme import TokenChanges
from workbook.source.judging import meant
from workbook.source.loading import Loaded
from workbook.theme.fonts import letters
from workbook.theme.lookup import Theme

TOKENS = {"text": "font", "headings": "heading_font"}
"""The token of the theme that stands for each role of an edition's fonts."""
_SHOWN = 5
_UNDRAWN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def set_in(edition: Loaded[Edition], theme: Theme, known: Collection[str]) -> Theme:
    """Return the theme with the families that the edition names; ``known`` are those that there are.

    Raises:
        FindingsError: D010, there is no family of that name; W007, W008, it is not installed or unfit.
    """
    named = edition.value.fonts.model_dump(exclude_none=True)
    if not named:
        return theme
    places = {TOKENS[role]: edition.document.span(("fonts", role)) for role in named}
    there = sorted({*theme.families, *known})
    if strange := [
        Diagnostic(
            Code.UNKNOWN_FAMILY,
            f"There is no font family `{family}` here.",
            f"{meant.hint(family, there, 'Families:')} A theme of yours can bring another.",
            places[TOKENS[role]],
        )
        for role, family in named.items()
        if family not in there
    ]:
        raise FindingsError(strange)
    changes = TokenChanges.model_validate({TOKENS[role]: family for role, family in named.items()})
    dressed = theme.with_tokens(changes, places)
    if lacking := list(unusable_fonts(dressed)):
        raise FindingsError(lacking)
    return dressed


def missing_letters(edition: Loaded[Edition], book: Book, theme: Theme) -> list[Diagnostic]:
    """Return what the families lack of the book's letters, where the edition says how it is set.

    Headings are looked at with the family of headings, all words with the family of the text. Letters that
    a template or a style brings are not known before the pages are made; then E003 tells of them.
    """
    words, headings = _words(edition.value, book), _headings(edition.value, book)
    used = {"text": words, "headings": headings}
    found = []
    for role, token in TOKENS.items():
        family = getattr(theme.tokens, token)
        lacking = sorted(character for character in used[role] - letters(family) if _is_drawn(character))
        if lacking and not (role == "headings" and family == theme.tokens.font):
            found.append(_lacks(family, lacking, _place(edition, role)))
    return found


def _words(edition: Edition, book: Book) -> set[str]:
    models = (edition, book.workbook, *book.exercises.values(), *book.countries, book.locale)
    return {character for model in models for place in texts(model) for character in place.text}


def _headings(edition: Edition, book: Book) -> set[str]:
    titles = [edition.title or book.workbook.title]
    titles += [part.title for part in book.workbook.parts]
    titles += [exercise.title for exercise in book.exercises.values()]
    return {character for title in titles for character in title}


def _place(edition: Loaded[Edition], role: str) -> Span:
    """Return the line that chose the family: that of the fonts, of the theme, or the file's first."""
    if getattr(edition.value.fonts, role):
        return edition.document.span(("fonts", role))
    return edition.document.span(("theme",) if edition.value.theme else ())


def _is_drawn(character: str) -> bool:
    return unicodedata.category(character) not in _UNDRAWN


def _lacks(family: str, lacking: list[str], place: Span) -> Diagnostic:
    names = (f"{character} (U+{ord(character):04X})" for character in lacking[:_SHOWN])
    more = f" and {len(lacking) - _SHOWN} more" if len(lacking) > _SHOWN else ""
    return Diagnostic(
        Code.LETTERS_MISSING,
        f"The font family `{family}` lacks letters that this edition needs: {', '.join(names)}{more}.",
        "Name a family that has them under `fonts`; a theme of yours can bring one.",
        place,
    )
