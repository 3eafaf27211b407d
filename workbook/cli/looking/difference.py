"""What is otherwise in a changed exercise, in the terminal: the original's words above yours."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

import click
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from workbook.cli.findings import print_findings, printable, to_json
from workbook.cli.looking.paper import print_page
from workbook.cli.project import find_library
from workbook.errors import shown_path
from workbook.model.change import Change
from workbook.source.document import Plain
from workbook.source.library import Library
from workbook.source.loading import Loaded
from workbook.source.notation.writing import lines
from workbook.source.revising.differing import Difference, How, differences

_WORD = re.compile(r"\s+|[^\s]+")
_ALIKE = 0.4
"""The share of words in common from which on marking the others shows anything."""
_HOW = {How.ADDED: "added", How.REMOVED: "left out", How.MOVED: "moved"}


def print_difference(name: str, *, as_json: bool) -> None:
    """Print what is otherwise in an exercise.

    Raises:
        FindingsError: there is no such exercise, or all that is wrong with it or its change.
    """
    library = find_library()
    change = library.change(name)
    found = () if change is None else tuple(_differences(library, change))
    if as_json:
        click.echo(to_json(_as_object(name, change, found)))
    elif change is None:
        click.echo(f"Nothing changes {name}. To begin: workbook edit {name}")
    else:
        print_page(*_page(library, name, change, found))
        print_findings(library.exercise(name).findings)


def aligned(rows: Sequence[tuple[str, Text]]) -> RenderableType:
    """Return wordings one below the other, each after its name."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column()
    for row in rows:
        grid.add_row(*row)
    return Padding(grid, (0, 0, 0, 2))


def beside(original: Plain, yours: Plain) -> tuple[Text, Text]:
    """Return two wordings; what only one of them has stands in brackets and in its colour.

    Texts with little in common stand as they are: brackets around nearly every word help nobody.
    """
    one, other = words(original), words(yours)
    if original is None or yours is None:
        return Text(one), Text(other)
    old, new = _WORD.findall(one), _WORD.findall(other)
    if len(old) > 1 < len(new) and difflib.SequenceMatcher(None, one.split(), other.split()).ratio() < _ALIKE:
        return Text(one), Text(other)
    left, right = Text(), Text()
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            left.append("".join(old[a:b]))
            right.append("".join(new[c:d]))
        else:
            _mark(left, "".join(old[a:b]), "red")
            _mark(right, "".join(new[c:d]), "green")
    return left, right


def words(value: Plain) -> str:
    """Return a value as one reads it."""
    if value is None:
        return "(nothing)"
    if isinstance(value, str):
        return "\n".join(printable(line) for line in value.splitlines())
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(f"- {printable(str(item))}" for item in value) or "(none)"
    return "\n".join(map(printable, lines(value))).removesuffix("\n...")


def _differences(library: Library, change: Loaded[Change]) -> Iterator[Difference]:
    after = library.exercise(change.value.id or change.value.of)
    return differences(library.changes.base(change).document, after.document, change.document)


def _page(
    library: Library, name: str, change: Loaded[Change], found: Sequence[Difference]
) -> Iterator[RenderableType]:
    base = library.changes.base(change).value
    yield Text(library.exercise(name).value.title, "bold")
    yield Text(f"{base.id} {base.version}, as {shown_path(change.path)} has it", "dim")
    for difference in found:
        yield ""
        head = Text(difference.address, "bold")
        head.append(f"  line {difference.span.line}", "dim")
        if difference.how in _HOW:
            head.append(f"  {_HOW[difference.how]}")
        yield head
        yield aligned(_wordings(difference))
    yield ""
    yield Text(f"{len(found)} difference{'' if len(found) == 1 else 's'}." if found else "No difference.")


def _wordings(difference: Difference) -> list[tuple[str, Text]]:
    if difference.how is How.REMOVED:
        return [("original", Text(words(difference.original)))]
    if difference.how in (How.ADDED, How.MOVED):
        return [("yours", Text(words(difference.yours)))]
    original, yours = beside(difference.original, difference.yours)
    return [("original", original), ("yours", yours)]


def _mark(text: Text, piece: str, colour: str) -> None:
    """Put brackets around the words of a piece, the blanks at its ends left out."""
    core = piece.strip()
    if not core:
        text.append(piece)
        return
    before, _, after = piece.partition(core)
    text.append(before).append(f"[{core}]", f"bold {colour}").append(after)


def _as_object(name: str, change: Loaded[Change] | None, found: Sequence[Difference]) -> dict[str, object]:
    return {
        "exercise": name,
        "original": change.value.of if change else name,
        "changed_by": shown_path(change.path) if change else None,
        "differences": [
            {
                "address": each.address,
                "how": each.how.value,
                "original": each.original,
                "yours": each.yours,
                "file": shown_path(each.span.path),
                "line": each.span.line,
            }
            for each in found
        ],
    }
