"""Changes to single items of a list, found by their words."""

from __future__ import annotations

from workbook.errors import Code, Severity
from workbook.model.text import Location
from workbook.source.changes.addresses import location_of
from workbook.source.changes.against import Against, Lost
from workbook.source.changes.patchwork import Piece
from workbook.source.document import Plain
from workbook.source.judging import meant


def change_item(root: Piece, entry: Piece, against: Against) -> Piece:
    """Return the whole with one item of a list replaced, left out or added."""
    keys = entry.keys
    address = str(keys["in"].data)
    location = location_of(root.data, address)
    listed = _at(root, location) if location else None
    if listed is None or not _is_texts(listed.data):
        against.find(
            Code.UNKNOWN_PART,
            keys["in"].location,
            f"There is no list `{address[:60]}` in {against.name}.",
            meant.hint(address, lists(root.data), "The lists are"),
        )
        return root
    items = listed.items
    if "add" in keys:
        place = len(items)
        if "after" in keys:
            found = _find(items, keys["after"], address, against, safe=True)
            place = place if found is None else found + 1
        items.insert(place, keys["add"])
    else:
        what = "drop" if "drop" in keys else "replace"
        found = _find(items, keys[what], address, against, safe=what == "drop")
        if found is None:
            return root
        items[found : found + 1] = [keys["with"]] if what == "replace" else []
    return _replaced(root, location, Piece.row(items, entry))


def position(items: list[Plain], words: str) -> list[int]:
    """Return where items stand that begin with some words; the whole item's words win."""
    wanted = " ".join(words.split())
    texts = [" ".join(str(item).split()) for item in items]
    return [i for i, text in enumerate(texts) if text == wanted] or [
        i for i, text in enumerate(texts) if text.startswith(wanted)
    ]


def lists(data: Plain, address: str = "") -> list[str]:
    """Return the addresses of all lists of texts."""
    if not isinstance(data, dict):
        return []
    found: list[str] = []
    for key, value in data.items():
        here = f"{address}.{key}" if address else key
        if key in ("provenance", "hide", "moments", "settings", "was"):
            continue
        if key == "blocks" and isinstance(value, list):
            for block in value:
                if isinstance(block, dict):
                    found += lists(block, f"{here}.{block.get('id')}")
        elif isinstance(value, dict):
            found += lists(value, here)
        elif _is_texts(value):
            found.append(here)
    return found


def _is_texts(value: Plain) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _find(items: list[Piece], words: Piece, address: str, against: Against, *, safe: bool) -> int | None:
    found = position([item.data for item in items], str(words.data))
    if len(found) == 1:
        return found[0]
    shown = " ".join(str(words.data).split())
    if found:
        message = f"{len(found)} items of `{address}` begin with “{shown}”."
        hint = "Write more of the item's words, so that only one is meant."
    else:
        message = f"No item of `{address}` in {against.name} begins with “{shown}”."
        like = _like(shown, [str(item.data) for item in items])
        hint = f"Did you mean “{like}”?" if like else "Copy the item's first words as they are."
    gone = safe and not found and against.newer
    if against.newer:
        against.lost.append(Lost(words.location, safe and not found))
    code = Code.PART_GONE if gone else Code.UNKNOWN_PART
    against.find(code, words.location, message, hint, Severity.WARNING if gone else Severity.ERROR)
    return None


def _like(words: str, items: list[str]) -> str | None:
    whole = {item[: len(words)][:60]: " ".join(item.split()) for item in items}
    return whole.get(meant.closest(words[:60], whole) or "")


def _at(root: Piece, location: Location) -> Piece:
    for part in location:
        root = root.keys[part] if isinstance(part, str) else root.items[part]
    return root


def _replaced(root: Piece, location: Location, piece: Piece) -> Piece:
    """Return the whole with another part in one place."""
    if not location:
        return piece
    first, rest = location[0], location[1:]
    if isinstance(first, str):
        keys = root.keys
        return Piece.group({**keys, first: _replaced(keys[first], rest, piece)}, root)
    items = root.items
    items[first] = _replaced(items[first], rest, piece)
    return Piece.row(items, root)
