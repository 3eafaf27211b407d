"""Check files and folders of content: every mistake in every file, at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workbook.errors import Code, Diagnostic, FindingsError, Severity, Span
from workbook.model.client import Client
from workbook.model.edition import Edition
from workbook.model.exercise import Exercise
from workbook.model.practice import PracticeFile
from workbook.model.slots import SHARED
from workbook.model.workbook import Workbook
from workbook.source.changes.reading import read_change
from workbook.source.clients.discretion import discreet
from workbook.source.clients.filling import unfilled
from workbook.source.clients.register import open_to_others
from workbook.source.clients.suspicion import misfits, suspicious
from workbook.source.document import Document, parse
from workbook.source.doubles import repeated_names, replaced
from workbook.source.editions import edition_mistakes
from workbook.source.files import read_text, walk
from workbook.source.judging import meant
from workbook.source.judging.slots import unused
from workbook.source.library import SUFFIXES, Library
from workbook.source.loading import Loaded, build
from workbook.source.mislaid import lying_beside, misnamed
from workbook.source.papers import too_narrow
from workbook.source.practice_folder import PRACTICE_FILE, is_practice
from workbook.source.references import neighbours_of
from workbook.source.shelves import CHANGES, CLIENTS, EXERCISES, SHELVES, Shelf


@dataclass(frozen=True)
class Seen:
    """A file that was looked at: its findings, and its value where it is well in itself."""

    path: Path
    findings: tuple[Diagnostic, ...]
    loaded: Loaded[Any] | None
    library: Library


def check(paths: Sequence[Path], library: Library) -> list[Diagnostic]:
    """Return all mistakes in some files and folders, or in the whole library where none is named."""
    files = [*look(paths, library)]
    findings = [finding for seen in files for finding in seen.findings]
    loaded = (seen.loaded for seen in files if seen.loaded is not None)
    findings += repeated_names(file for file in loaded if isinstance(file.value, Exercise))
    return sorted(dict.fromkeys(findings), key=Diagnostic.sort_key)


def look(paths: Sequence[Path], library: Library) -> Iterator[Seen]:
    """Yield every file of some files and folders; where none is named, of the practice, or else all content.

    In a folder only files are looked at that lie in one of the content's folders or have its keys; a file
    that is named must be content.
    """
    if not paths and library.practice_folder is not None:
        paths = [library.practice_folder]
    for path in paths:
        if path.is_dir():
            yield from _folder(path, library)
        else:
            yield _file(path, library, named=True)
    if not paths:
        for root in library.roots:
            for shelf in SHELVES:
                yield from _folder(root / shelf.folder, library)


def _folder(folder: Path, library: Library) -> Iterator[Seen]:
    found = list[Diagnostic]()
    for path in _walked(folder, found):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix in SUFFIXES and not hidden and path.is_file():
            seen = _file(path, library, named=False)
            misplaced = [] if seen.loaded is None or path.parent != folder else lying_beside(seen.loaded)
            yield replace(seen, findings=(*seen.findings, *misplaced))
        elif not hidden and (finding := misnamed(path, folder)):
            yield Seen(path, (finding,), None, library)
    yield from (Seen(folder, (finding,), None, library) for finding in found)


def _walked(folder: Path, found: list[Diagnostic]) -> list[Path]:
    """Return what lies below a folder; of far too much nothing, but the finding is put to those ``found``."""
    try:
        return sorted(walk(folder))
    except FindingsError as error:
        found += error.findings
        return []


def _file(path: Path, library: Library, *, named: bool) -> Seen:
    library = library.around(path)
    private = path.absolute().parent.name == CLIENTS.folder
    try:
        document = parse(path, read_text(path, library.roots))
        shelf = _shelf(document)
        private = private or shelf is CLIENTS
        if shelf is None and not _is_practice_file(path):
            return Seen(path, (_not_content(document),) if named else (), None, library)
        loaded = _built(document, shelf, library)
    except FindingsError as error:
        return Seen(path, discreet(error.findings) if private else error.findings, None, library)
    return Seen(path, (*loaded.findings, *_about(loaded, library)), loaded, library)


def _is_practice_file(path: Path) -> bool:
    return path.name == PRACTICE_FILE and is_practice(path.absolute().parent)


def _built(document: Document, shelf: Shelf[Any] | None, library: Library) -> Loaded[Any]:
    """Make a document into what it says; a change, and what extends an exercise, into the whole of it."""
    if shelf is None:
        return build(document, PracticeFile)
    if shelf is CHANGES or (shelf is EXERCISES and "extends" in document.data):
        return library.changes.changed(read_change(document))
    return build(document, shelf.model)


def _shelf(document: Document) -> Shelf[Any] | None:
    """Tell the sort of content by the folder, or else by a key that no other sort has."""
    folder = document.path.absolute().parent.name
    by_folder = next((shelf for shelf in SHELVES if shelf.folder == folder), None)
    return by_folder or next((shelf for shelf in SHELVES if shelf.mark in document.data), None)


def _not_content(document: Document) -> Diagnostic:
    return Diagnostic(
        Code.MISSING_KEY,
        "This file is not recognised as an exercise, a workbook, an edition, crisis lines or a language.",
        "Put it into a folder `exercises`, `workbooks`, `editions`, `crisis` or `locale`, "
        "or start with `workbook new`.",
        Span(document.path),
    )


def _about(loaded: Loaded[Any], library: Library) -> list[Diagnostic]:
    """Return the names in a file that stand for nothing."""
    if isinstance(loaded.value, Workbook | PracticeFile):
        narrow = too_narrow(loaded) if isinstance(loaded.value, PracticeFile) else []
        return [*narrow, *library.unresolved(loaded)]
    if isinstance(loaded.value, Edition):
        return edition_mistakes(loaded, library)
    if isinstance(loaded.value, Client):
        return [
            *open_to_others(loaded.path),
            *suspicious(loaded),
            *misfits(loaded),
            *_unused_by_all(loaded, library),
        ]
    if isinstance(loaded.value, Exercise):
        found = [*_lost_neighbours(loaded, library), *_unused_slots(loaded), *replaced(loaded)]
        # What a change leaves over in the exercise that it changes is no mistake of either.
        return [finding for finding in found if finding.span and finding.span.path == loaded.path]
    return []


def _lost_neighbours(exercise: Loaded[Exercise], library: Library) -> list[Diagnostic]:
    """Warn of exercises in ``needs`` and ``next`` that there are not.

    **Why** a warning: nothing of the sheet is missing, and the other exercise may be yet to come.
    """
    return [
        Diagnostic(
            Code.UNKNOWN_EXERCISE,
            f"There is no exercise `{name}`.",
            _if_unlike(name, library),
            exercise.document.span(location),
            Severity.WARNING,
        )
        for location, name in neighbours_of(exercise.value)
        if not library.has(EXERCISES, name)
    ]


def _unused_slots(exercise: Loaded[Exercise]) -> list[Diagnostic]:
    """Warn of slots that no text uses: a client's words for them would go nowhere."""
    return [
        Diagnostic(
            Code.UNUSED_SLOT,
            f"No text of this exercise uses its slot `{slot}`.",
            f"Write {{{{ slot.{slot} }}}} where it belongs, or take it out of `slots`.",
            exercise.document.span(location),
            Severity.WARNING,
        )
        for location, slot in unused(exercise.value)
    ]


def _unused_by_all(client: Loaded[Client], library: Library) -> list[Diagnostic]:
    """Warn of slots that no exercise has. Exercises with mistakes are told of elsewhere."""
    known = set(SHARED)
    for name in library.exercise_ids():
        with suppress(FindingsError):
            known.update(slot.id for slot in library.exercise(name).value.slots)
    return unfilled(client, known, "No exercise has a slot of this name.")


def _if_unlike(name: str, library: Library) -> str:
    like = meant.closest(name, library.exercise_ids())
    return f"Did you mean `{like}`?" if like else "Take it out, or leave it until that exercise is written."
