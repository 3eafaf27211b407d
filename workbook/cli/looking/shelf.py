"""Find content by what it is for, and list it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click
from pydantic import BaseModel

from workbook.cli.findings import to_json
from workbook.cli.looking.paper import print_page, table
from workbook.cli.project import find_library
from workbook.errors import FindingsError
from workbook.model.exercise import Exercise
from workbook.model.workbook import Workbook
from workbook.source.library import Library, is_own
from workbook.source.loading import Loaded
from workbook.source.shelves import EXERCISES, WORKBOOKS, Shelf

T = TypeVar("T", bound=BaseModel)

STRENGTHS = "Str(ength): 1 light, 2 deeper, 3 to be started in a session."


@dataclass(frozen=True)
class Filter:
    """What an exercise must be like; what is left out does not matter."""

    words: tuple[str, ...] = ()
    kind: str | None = None
    seed: str | None = None
    strength: int | None = None
    max_minutes: int | None = None
    moment: str | None = None
    setting: str | None = None
    max_strength: int | None = None

    def fits(self, exercise: Exercise) -> bool:
        """Tell whether an exercise is like that."""
        return (
            self.kind in {None, exercise.kind}
            and self.strength in {None, exercise.strength}
            and (self.max_strength is None or exercise.strength <= self.max_strength)
            and (self.max_minutes is None or exercise.minutes <= self.max_minutes)
            and (self.moment is None or self.moment in exercise.moments)
            and (self.setting is None or self.setting in exercise.settings)
            and (self.seed is None or any(seed.startswith(self.seed) for seed in exercise.provenance.seeds))
            and has_words(self.words, exercise.id, exercise.title, exercise.purpose)
        )


def has_words(words: Sequence[str], *texts: str) -> bool:
    """Tell whether all words stand in the texts, in any order, capitals or not."""
    together = "\n".join(texts).casefold()
    return all(word.casefold() in together for word in words)


def list_exercises(wanted: Filter, *, as_json: bool) -> None:
    """Print the exercises that fit."""
    found, faulty = readable(find_library(), EXERCISES)
    exercises = [loaded for loaded in found if wanted.fits(loaded.value)]
    if as_json:
        click.echo(to_json({"exercises": [_exercise(e) for e in exercises], "faulty": faulty}))
        return
    rows = [
        (e.value.id, marked_title(e), e.value.kind.value, str(e.value.minutes), str(e.value.strength))
        for e in exercises
    ]
    _print(("Id", "Title", "Kind", "Min", "Str"), rows, ["Title"], "exercise", numbers=("Min", "Str"))
    if rows:
        click.echo(STRENGTHS)
    _warn(faulty)


def list_workbooks(words: Sequence[str], *, as_json: bool) -> None:
    """Print the workbooks."""
    found, faulty = readable(find_library(), WORKBOOKS)
    books = [b for b in found if has_words(words, b.value.id, b.value.title, b.value.subtitle)]
    if as_json:
        objects = [
            {
                **book.value.model_dump(
                    mode="json", include={"id", "version", "title", "subtitle", "language", "theme"}
                ),
                "exercises": [entry.exercise for entry in book.value.entries()],
                "yours": is_own(book.path),
            }
            for book in books
        ]
        click.echo(to_json({"workbooks": objects, "faulty": faulty}))
        return
    rows = [(b.value.id, _book_title(b), str(len(list(b.value.entries()))), b.value.language) for b in books]
    _print(("Id", "Title", "Sheets", "Language"), rows, ["Title"], "workbook", numbers=("Sheets",))
    _warn(faulty)


def readable(library: Library, shelf: Shelf[T]) -> tuple[list[Loaded[T]], list[str]]:
    """Return what can be read of a shelf, and the names of what cannot."""
    found, faulty = list[Loaded[T]](), list[str]()
    for name in library.ids(shelf):
        try:
            found.append(library.get(shelf, name))
        except FindingsError:
            faulty.append(name)
    return found, faulty


def marked_title(exercise: Loaded[Exercise]) -> str:
    """Return the title, with a word where the page is not as it came with the program."""
    title, origin = exercise.value.title, exercise.value.provenance.changed_from
    if origin is None:
        return f"{title} (yours)" if is_own(exercise.path) else title
    made = "changed" if origin.exercise == exercise.value.id else f"from {origin.exercise}"
    return f"{title} ({made})"


def _book_title(book: Loaded[Workbook]) -> str:
    title = f"{book.value.title}: {book.value.subtitle}"
    return f"{title} (yours)" if is_own(book.path) else title


def _exercise(loaded: Loaded[Exercise]) -> dict[str, Any]:
    exercise = loaded.value
    origin = exercise.provenance.changed_from
    keys = {"id", "version", "title", "kind", "purpose", "minutes", "strength", "moments", "settings"}
    return {
        **exercise.model_dump(mode="json", include=keys | {"needs", "next"}),
        "seeds": list(exercise.provenance.seeds),
        "changed_from": origin.model_dump(mode="json") if origin else None,
        "yours": is_own(loaded.path),
    }


def _print(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    wraps: Sequence[str],
    noun: str,
    numbers: Sequence[str] = (),
) -> None:
    if not rows:
        click.echo(f"No {noun} fits. Ask for less.")
        return
    print_page(table(headings, rows, wraps, numbers), "", _counted(len(rows), noun))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}."


def _warn(faulty: Sequence[str]) -> None:
    if faulty:
        files = "1 file is" if len(faulty) == 1 else f"{len(faulty)} files are"
        click.echo(
            f"{click.style('warning', fg='yellow', bold=True)}: {files} left out because of mistakes; "
            "`workbook check` says which.",
            err=True,
        )
