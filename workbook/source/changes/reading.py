"""Read exercises with what is changed in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.model.change import Change
from workbook.model.exercise import Exercise, Hideable
from workbook.source.changes.applying import settle
from workbook.source.document import Document, parse
from workbook.source.files import read_text
from workbook.source.loading import Loaded, build
from workbook.source.shelves import CHANGES, EXERCISES, Shelf

SAFETY = ("safety", "leave_if", "too_much", "before", "before.choice", "short.choice", "short.too_much")
"""Parts that keep a client safe, and that no change takes off the page."""

LONGEST_CHAIN = 10
"""Exercises that are made each from the next; nobody could say any more what is on the page."""

Find = Callable[[Shelf[Any], str], Path | None]
Lost = Callable[[Shelf[Any], str, Span | None], Diagnostic]


class Exercises:
    """Reads each exercise once: as it was written, and as it is changed."""

    def __init__(self, roots: Sequence[Path], find: Find, lost: Lost) -> None:
        self._roots = roots
        self._find = find
        self._lost = lost
        self._original: dict[Path, Loaded[Exercise]] = {}
        self._changed: dict[Path, Loaded[Exercise]] = {}
        self._open: list[Path] = []
        self._lengths: dict[Path, int] = {}

    def original(self, path: Path) -> Loaded[Exercise]:
        """Return an exercise without what ``changes`` has about it.

        Raises:
            FindingsError: all that is wrong with its file, or with the exercise that it extends.
        """
        if path not in self._original:
            document = parse(path, read_text(path, self._roots))
            if "extends" in document.data:
                self._original[path] = self._extended(read_change(document))
            else:
                self._original[path] = build(document, Exercise)
        return self._original[path]

    def exercise(self, path: Path) -> Loaded[Exercise]:
        """Return an exercise as it is changed.

        Raises:
            FindingsError: all that is wrong with its file or with the change.
        """
        if path not in self._changed:
            before = self.original(path)
            change = self.change(path)
            self._changed[path] = before if change is None else settle(before, change)
        return self._changed[path]

    def change(self, path: Path) -> Loaded[Change] | None:
        """Return what ``changes`` has about the exercise in a file, if anything.

        Raises:
            FindingsError: all that is wrong with the change's file.
        """
        if path != self._find(EXERCISES, path.stem):
            return None  # another file of that name comes first, and the change is about that
        change = self._find(CHANGES, path.stem)
        return None if change is None else self.read(change)

    def read(self, path: Path) -> Loaded[Change]:
        """Return what a change's file says.

        Raises:
            FindingsError: all that is wrong with it.
        """
        return read_change(parse(path, read_text(path, self._roots)))

    def extension(self, path: Path) -> Loaded[Change] | None:
        """Return how an exercise's file differs from the one that it extends, if it does.

        Raises:
            FindingsError: all that is wrong with it.
        """
        document = parse(path, read_text(path, self._roots))
        return read_change(document) if "extends" in document.data else None

    def changed(self, change: Loaded[Change]) -> Loaded[Exercise]:
        """Return an exercise as a change makes it.

        Raises:
            FindingsError: there is no such exercise, or all that is wrong with either.
        """
        return settle(self.base(change), change)

    def base(self, change: Loaded[Change]) -> Loaded[Exercise]:
        """Return the exercise that a change is about, or that an exercise extends.

        Raises:
            FindingsError: R001 there is none; C008 it extends itself; or all that is wrong with it.
        """
        value = change.value
        key = "exercise" if value.exercise else "extends"
        path = self._find(EXERCISES, value.of)
        if path is None:
            raise FindingsError([self._lost(EXERCISES, value.of, change.document.span((key,)))])
        return self.original(path) if value.exercise else self.exercise(path)

    def _extended(self, change: Loaded[Change]) -> Loaded[Exercise]:
        if change.path in self._open:
            message = f"`{change.value.id}` extends itself, by way of `{change.value.extends}`."
            raise FindingsError([_endless(change, message)])
        self._open.append(change.path)
        try:
            length = len(self._open) if len(self._open) > LONGEST_CHAIN else self._length_of(change)
            if length > LONGEST_CHAIN:
                message = f"More than {LONGEST_CHAIN} exercises are made each from the next."
                raise FindingsError([_endless(change, message)])
            self._lengths[change.path] = length
            return settle(self.base(change), change)
        finally:
            self._open.pop()

    def _length_of(self, change: Loaded[Change]) -> int:
        """Return how many exercises are made each from the next, up to this one."""
        self.base(change)
        path = self._find(EXERCISES, change.value.of)
        return 1 + (self._lengths.get(path, 0) if path else 0)


def _endless(change: Loaded[Change], message: str) -> Diagnostic:
    hint = "Let one of them extend an exercise that stands by itself."
    return Diagnostic(Code.EXTENDS_ITSELF, message, hint, change.document.span(("extends",)))


def read_change(document: Document) -> Loaded[Change]:
    """Make a document's data into a change.

    Raises:
        FindingsError: all that is wrong with it.
    """
    hidden = document.data.get("hide")
    findings = [
        Diagnostic(
            Code.SAFETY_STAYS,
            f"`{part}` keeps a client safe, so it is not hidden.",
            "Say it in words of your own under `set`.",
            document.span(("hide", index)),
        )
        for index, part in enumerate(hidden if isinstance(hidden, list) else ())
        if part in SAFETY and part not in set(Hideable)
    ]
    if findings:
        raise FindingsError(findings)
    return build(document, Change)
