"""The content that can be had: a project's own folder before the stock, each file read once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from workbook import bundled
from workbook.errors import Diagnostic, FindingsError, Span
from workbook.model.book import Book
from workbook.model.change import Change
from workbook.model.crisis import CrisisCountry
from workbook.model.edition import Edition
from workbook.model.exercise import Exercise
from workbook.model.locale import Locale
from workbook.model.practice import PracticeFile
from workbook.model.precedence import in_hands_of
from workbook.model.text import Location
from workbook.model.workbook import Workbook
from workbook.source.changes.reading import Exercises
from workbook.source.countries import all_of
from workbook.source.files import entries
from workbook.source.judging import meant
from workbook.source.loading import Loaded, load
from workbook.source.papers import too_narrow
from workbook.source.practice_folder import PRACTICE_FILE, is_practice
from workbook.source.references import countries_of, exercises_of, repeated
from workbook.source.shelves import CHANGES, CRISIS, EDITIONS, EXERCISES, LOCALES, SHELVES, WORKBOOKS, Shelf

T = TypeVar("T", bound=BaseModel)

SUFFIXES = (".yaml", ".yml")
_NAME = re.compile(r"[A-Za-z0-9-]{1,60}")


class Library:
    """Looks content up in ``roots``, the first that has it wins. Only what is asked for is read."""

    def __init__(self, roots: Sequence[Path], practice_folder: Path | None = None) -> None:
        self.roots = tuple(roots)
        self.practice_folder = practice_folder
        self._read: dict[Path, Loaded[Any]] = {}
        self.changes = Exercises(self.roots, self.path, self.lost)

    @classmethod
    def stock(cls) -> Library:
        """Return the content that came with the program."""
        return cls((bundled.content(),))

    @classmethod
    def at(cls, folder: Path) -> Library:
        """Return a project folder's content, and the stock behind it; it may be a practice's."""
        return cls((folder, bundled.content()), folder if is_practice(folder) else None)

    def around(self, path: Path) -> Library:
        """Return this library with the project folder of a file in front."""
        folder = path.absolute().parent
        if folder.name in (shelf.folder for shelf in SHELVES):
            folder = folder.parent
        if any(folder == root.absolute() for root in self.roots):
            return self
        return Library((folder, *self.roots), self.practice_folder)

    @cached_property
    def practice_file(self) -> Loaded[PracticeFile] | None:
        """The practice's own file.

        Raises:
            FindingsError: all that is wrong with it.
        """
        folder = self.practice_folder
        if folder is None:
            return None
        file = load(folder / PRACTICE_FILE, PracticeFile, [folder])
        if narrow := too_narrow(file):
            raise FindingsError(narrow)
        return file

    @property
    def practice(self) -> PracticeFile:
        """The practice, or an empty one where there is none.

        Raises:
            FindingsError: all that is wrong with its file.
        """
        return PracticeFile() if self.practice_file is None else self.practice_file.value

    def ids(self, shelf: Shelf[T]) -> tuple[str, ...]:
        """Return the ids on a shelf, in the order of the alphabet.

        Raises:
            FindingsError: U005, a folder holds far too many files.
        """
        folders = (root / shelf.folder for root in self.roots)
        files = (file for folder in folders for file in entries(folder))
        return tuple(sorted({file.stem for file in files if file.suffix in SUFFIXES}))

    def get(self, shelf: Shelf[T], name: str) -> Loaded[T]:
        """Return what is called ``name`` on a shelf.

        Raises:
            FindingsError: R001 to R005 when there is none, or all that is wrong with its file.
        """
        if (path := self.path(shelf, name)) is None:
            raise FindingsError([self.lost(shelf, name, None)])
        return self._load(path, shelf)

    def has(self, shelf: Shelf[T], name: str) -> bool:
        """Tell whether there is a file of that name on a shelf."""
        return self.path(shelf, name) is not None

    def exercise_ids(self) -> tuple[str, ...]:
        """Return the ids of all exercises."""
        return self.ids(EXERCISES)

    def workbook_ids(self) -> tuple[str, ...]:
        """Return the slugs of all workbooks."""
        return self.ids(WORKBOOKS)

    def exercise(self, name: str) -> Loaded[Exercise]:
        """Return an exercise by its id, with what the project changes in it."""
        return self.get(EXERCISES, name)

    def exercise_in(self, path: Path) -> Loaded[Exercise]:
        """Return the exercise that a file holds or changes.

        Raises:
            FindingsError: all that is wrong with it.
        """
        if path.absolute().parent.name == CHANGES.folder:
            return self.changes.changed(self.changes.read(path))
        return self.changes.exercise(path)

    def change(self, name: str) -> Loaded[Change] | None:
        """Return how an exercise differs from its original: by a file in ``changes``, or else by ``extends``.

        Raises:
            FindingsError: there is no such exercise, or all that is wrong with the change's file.
        """
        if (path := self.path(EXERCISES, name)) is None:
            raise FindingsError([self.lost(EXERCISES, name, None)])
        return self.changes.change(path) or self.changes.extension(path)

    def exercises(self) -> tuple[Loaded[Exercise], ...]:
        """Return all exercises.

        Raises:
            FindingsError: all that is wrong with any of them.
        """
        return self._all(EXERCISES)

    def country(self, name: str) -> Loaded[CrisisCountry]:
        """Return a country's crisis lines by its id: ``us``."""
        return self.get(CRISIS, name)

    def countries(self) -> tuple[Loaded[CrisisCountry], ...]:
        """Return all countries.

        Raises:
            FindingsError: all that is wrong with any of them.
        """
        return self._all(CRISIS)

    def usual_countries(self) -> list[CrisisCountry]:
        """Return the countries of the practice, or else all, those most asked for first.

        Raises:
            FindingsError: all that is wrong with the practice's file or with any of them.
        """
        if self.practice_file is not None and (lost := self.unresolved(self.practice_file)):
            raise FindingsError(lost)
        return [self.country(name).value for name in self.practice.countries or all_of(self.ids(CRISIS))]

    def locale(self, language: str) -> Loaded[Locale]:
        """Return a language's words; ``pt-BR`` takes those of ``pt`` where it has none of its own."""
        return self.get(LOCALES, self.language(language))

    def language(self, language: str) -> str:
        """Return the nearest language that there are words of, or else the language itself."""
        parts = language.split("-")
        names = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
        return next((name for name in names if self.has(LOCALES, name)), language)

    def workbook(self, reference: str) -> Loaded[Workbook]:
        """Return a workbook by its slug, or by the path of its file."""
        if (path := as_path(reference)) is not None:
            return self.around(path)._load(path, WORKBOOKS)
        return self.get(WORKBOOKS, reference)

    def edition(self, name: str) -> Loaded[Edition]:
        """Return an edition by its slug."""
        return self.get(EDITIONS, name)

    def book(self, reference: str) -> Book:
        """Return a workbook with all that it names.

        Raises:
            FindingsError: all that is wrong with the workbook, or else with any file that it names.
        """
        path = as_path(reference)
        library = self if path is None else self.around(path)
        return library._gathered(library.workbook(reference))

    def unresolved(self, file: Loaded[Workbook] | Loaded[PracticeFile]) -> list[Diagnostic]:
        """Return a finding for each name in a file that stands for nothing, or stands twice."""
        return repeated(file) + [
            self.lost(shelf, name, file.document.span(location))
            for shelf, location, name in self._named(file.value)
            if not self.has(shelf, name)
        ]

    def lost(self, shelf: Shelf[Any], name: str, span: Span | None) -> Diagnostic:
        """Return the finding that there is nothing of that name on a shelf."""
        message = f"There is no {shelf.noun} `{name[:60]}`."
        advice = meant.hint(name, self.ids(shelf), "There are")
        return Diagnostic(shelf.unknown, message, advice, span)

    def _gathered(self, workbook: Loaded[Workbook]) -> Book:
        findings = self.unresolved(workbook)
        plan = self._handed_out(workbook, findings)
        found: dict[tuple[str, str], Any] = {}
        for shelf, _, name in self._named(plan):
            if self.has(shelf, name) and (shelf.kind, name) not in found:
                found[shelf.kind, name] = self._try(shelf, name, findings)
        if findings:
            raise FindingsError(findings)
        exercises = {name: found[EXERCISES.kind, name].value for _, name in exercises_of(plan)}
        countries = tuple(found[CRISIS.kind, name].value for _, name in countries_of(plan))
        return Book(plan, exercises, countries, found[LOCALES.kind, self.language(plan.language)].value)

    def _handed_out(self, workbook: Loaded[Workbook], findings: list[Diagnostic]) -> Workbook:
        """Return a workbook as the practice hands it out, or put what is wrong with that to the findings."""
        try:
            practice, file = self.practice, self.practice_file
        except FindingsError as error:
            findings += error.findings
            return workbook.value
        if file is not None:
            findings += self.unresolved(file)
        plan = in_hands_of(practice, workbook.value, own=is_own(workbook.path))
        return plan.model_copy(update={"crisis": plan.crisis or all_of(self.ids(CRISIS))})

    def _named(self, value: Workbook | PracticeFile) -> Iterator[tuple[Shelf[Any], Location, str]]:
        yield from ((EXERCISES, *reference) for reference in exercises_of(value))
        yield from ((CRISIS, *reference) for reference in countries_of(value))
        yield LOCALES, ("language",), self.language(value.language)

    def _try(self, shelf: Shelf[T], name: str, findings: list[Diagnostic]) -> Loaded[T] | None:
        """Return what is named, or put what is wrong with it to the findings."""
        try:
            return self.get(shelf, name)
        except FindingsError as error:
            findings += error.findings
            return None

    def _all(self, shelf: Shelf[T]) -> tuple[Loaded[T], ...]:
        findings: list[Diagnostic] = []
        found = [self._try(shelf, name, findings) for name in self.ids(shelf)]
        if findings:
            raise FindingsError(findings)
        return tuple(loaded for loaded in found if loaded is not None)

    def path(self, shelf: Shelf[T], name: str) -> Path | None:
        """Return the file that is found by a name on a shelf, if there is one."""
        if not _NAME.fullmatch(name):
            return None  # it would lead to another folder
        paths = (root / shelf.folder / f"{name}{suffix}" for root in self.roots for suffix in SUFFIXES)
        return next((path for path in paths if path.is_file()), None)

    def _load(self, path: Path, shelf: Shelf[T]) -> Loaded[T]:
        if shelf is EXERCISES:
            exercise: Loaded[Any] = self.changes.exercise(path)
            return exercise
        if path not in self._read:
            self._read[path] = load(path, shelf.model, self.roots)
        loaded: Loaded[T] = self._read[path]
        return loaded


def is_own(path: Path) -> bool:
    """Tell whether a file did not come with the program."""
    return not path.resolve().is_relative_to(bundled.content())


def as_path(reference: str) -> Path | None:
    """Return the path that a workbook's reference is, or ``None`` where it is a slug."""
    path = Path(reference)
    return path if path.suffix in SUFFIXES or len(path.parts) > 1 else None
