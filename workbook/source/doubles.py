"""Exercises of one name: two in a project, of which one is never found, or one that hides the stock's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from workbook import bundled
from workbook.errors import Code, Diagnostic, Severity
from workbook.model.exercise import Exercise
from workbook.source.loading import Loaded
from workbook.source.shelves import EXERCISES


def replaced(exercise: Loaded[Exercise]) -> Iterator[Diagnostic]:
    """Yield a warning for an exercise that takes the place of a stock one of its name.

    **Why** a warning: it may be meant, and then an update of the stock one is not seen any more.
    """
    stock, name = bundled.content().resolve(), exercise.value.id
    if exercise.path.resolve().is_relative_to(stock):
        return
    if (stock / EXERCISES.folder / f"{name}.yaml").is_file():
        yield Diagnostic(
            Code.REPLACES_STOCK,
            f"Your exercise `{name}` takes the place of the stock one.",
            "If that is not meant, give it an id and a file name of its own. "
            f"To change the stock one in places: `workbook edit {name}`.",
            exercise.document.span(("id",)),
            Severity.WARNING,
        )


def repeated_names(exercises: Iterable[Loaded[Exercise]]) -> Iterator[Diagnostic]:
    """Yield a warning for each exercise whose id another file of the same folder of exercises has."""
    first: dict[tuple[Path, str], Path] = {}
    for exercise in exercises:
        path = exercise.path.absolute()
        before = first.setdefault((_shelf(path), exercise.value.id), path)
        if before != path:
            yield Diagnostic(
                Code.NAME_TWICE,
                f"The id `{exercise.value.id}` stands in two files; the other is `{_place(before)}`.",
                "Give one of them an id and a file name of its own. "
                "By its name only a file right in `exercises` is found.",
                exercise.document.span(("id",)),
                Severity.WARNING,
            )


def _shelf(path: Path) -> Path:
    """Return the outermost folder of exercises that a file lies in, or else its own folder."""
    outermost = [folder for folder in path.parents if folder.name == EXERCISES.folder]
    return outermost[-1] if outermost else path.parent


def _place(path: Path) -> Path:
    return path.relative_to(_shelf(path).parent)
