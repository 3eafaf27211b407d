"""The catalogue: every exercise with a small picture of its sheet, by kind."""

from __future__ import annotations

import datetime as dt
from base64 import b64encode
from collections.abc import Mapping, Sequence
from itertools import groupby

from workbook.compose.manuscript import Manuscript, Medium, Role
from workbook.compose.reader import Reader
from workbook.compose.typesetter import Typesetter
from workbook.model.exercise import Exercise, Kind
from workbook.model.locale import Locale
from workbook.model.practice import Practice
from workbook.theme.lookup import Theme

_ORDER = list(Kind)


def compose_catalogue(
    exercises: Sequence[Exercise],
    pictures: Mapping[str, bytes],
    locale: Locale,
    theme: Theme,
    reader: Reader,
    medium: Medium,
) -> Manuscript:
    """Return the catalogue's manuscript, for print or for a screen.

    ``pictures`` holds a PNG picture for each exercise's id.

    Raises:
        FindingsError: a template of the theme is missing or faulty.
    """
    typesetter = Typesetter(theme, locale, Practice(), reader, medium)
    in_order = sorted(exercises, key=lambda exercise: (_ORDER.index(exercise.kind), exercise.id))
    section = typesetter.section(
        Role.TEXT,
        locale.book.catalogue,
        id="catalogue",
        template="catalogue",
        groups=[(locale.kinds[kind], list(each)) for kind, each in groupby(in_order, lambda e: e.kind)],
        pictures={name: f"data:image/png;base64,{b64encode(p).decode()}" for name, p in pictures.items()},
    )
    return Manuscript(
        id="catalogue",
        title=typesetter.letters(locale.book.catalogue),
        subtitle="",
        language=locale.language,
        direction=locale.direction,
        description="",
        creator="",
        rights="CC BY 4.0",
        date=max((e.provenance.written_on for e in exercises), default=dt.date(2026, 1, 1)),
        medium=medium,
        stylesheet=typesetter.stylesheet(),
        style_places=typesetter.style_places(),
        fonts=typesetter.fonts(),
        sections=(section,),
        words=typesetter.words(),
    )
