"""What a release is made from: an edition, its book, its looks, its day; and the files behind them."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.book import Book
from workbook.model.edition import Edition
from workbook.source.editions import cover_path, cover_root
from workbook.source.files import read_bytes
from workbook.source.library import Library
from workbook.source.loading import Loaded
from workbook.source.pictures.measuring import LIMIT as COVER_LIMIT
from workbook.source.shelves import CRISIS, EXERCISES, LOCALES
from workbook.theme.lookup import Theme

EPOCH = "SOURCE_DATE_EPOCH"
"""A point in time, in seconds since 1970, that stands in for the clock (reproducible-builds.org)."""


@dataclass(frozen=True)
class Source:
    """An edition with all that goes into it; ``date`` is the day that every file of the release names."""

    loaded: Loaded[Edition]
    library: Library
    book: Book
    theme: Theme
    date: dt.date

    @property
    def edition(self) -> Edition:
        """The edition, with its day."""
        return self.loaded.value.model_copy(update={"modified": self.date})

    @property
    def name(self) -> str:
        """What the release's folder is called."""
        return f"{self.edition.id}-{self.book.workbook.version}"

    @property
    def title(self) -> str:
        """The book's title."""
        return self.edition.title or self.book.workbook.title

    @property
    def subtitle(self) -> str:
        """The book's subtitle."""
        return self.edition.subtitle or self.book.workbook.subtitle

    @property
    def language(self) -> str:
        """The book's language."""
        return self.edition.language or self.book.workbook.language

    def cover_picture(self) -> bytes:
        """Return the edition's own cover picture, or nothing."""
        path = cover_path(self.loaded)
        return b"" if path is None else read_bytes(path, [cover_root(self.loaded)], COVER_LIMIT)

    @property
    def foreign(self) -> Span | None:
        """Where something is named that did not come with the program: a theme, a cover's picture."""
        named = self.edition.cover is not None
        return self.theme.foreign or (self.loaded.document.span(("cover",)) if named else None)

    def files(self) -> dict[str, Path]:
        """Return each file of content that the release is made from, by its place in a project."""
        return dict(sorted((self._place(path), path) for path in set(self._paths())))

    def _place(self, path: Path) -> str:
        """Return a file's place from its project's folder, never that folder's own name."""
        for root in self.library.roots:
            if path.absolute().is_relative_to(root.absolute()):
                return path.absolute().relative_to(root.absolute()).as_posix()
        return path.name

    def _paths(self) -> Iterator[Path]:
        library = self.library
        yield self.loaded.path
        yield library.workbook(self.edition.workbook).path
        if library.practice_file is not None:
            yield library.practice_file.path
        for name in self.book.exercises:
            yield library.path(EXERCISES, name) or library.exercise(name).path
            if (change := library.change(name)) is not None:
                yield change.path
        for country in self.book.countries:
            if (path := library.path(CRISIS, country.id)) is not None:
                yield path
        if (words := library.path(LOCALES, library.language(self.book.workbook.language))) is not None:
            yield words
        if (cover := cover_path(self.loaded)) is not None:
            yield cover


def release_date(edition: Edition, book: Book) -> dt.date:
    """Return the day of a release: that of ``SOURCE_DATE_EPOCH``, else the edition's, else the workbook's.

    Raises:
        FindingsError: Z011, the environment's value is no point in time.
    """
    if (told := os.environ.get(EPOCH)) is None:
        return edition.modified or book.workbook.date
    try:
        return dt.datetime.fromtimestamp(int(told), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        hint = "Give whole seconds since 1970, as `git log -1 --format=%ct` prints them, or unset it."
        raise FindingsError(
            [Diagnostic(Code.NO_TIME, f"{EPOCH} is `{told[:40]}`, which is no point in time.", hint)]
        ) from None


def theme_sum(theme: Theme) -> str:
    """Return one checksum over all of a theme's files and tokens."""
    digest = hashlib.sha256(theme.tokens.model_dump_json().encode())
    for name in theme.files():
        digest.update(name.encode() + b"\0" + theme.require(name).read_bytes() + b"\0")
    return digest.hexdigest()


def sum_of(data: bytes) -> str:
    """Return the SHA-256 checksum of some bytes, as ``sha256sum`` prints it."""
    return hashlib.sha256(data).hexdigest()
