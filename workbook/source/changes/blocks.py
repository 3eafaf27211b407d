"""Changes to a sheet's blocks: other words, left out, one's own, another place."""

from __future__ import annotations

import difflib
from typing import get_args

from workbook.errors import Code, Severity
from workbook.model.answers import Block
from workbook.source.changes.against import Against, Lost
from workbook.source.changes.patchwork import Piece
from workbook.source.document import Plain
from workbook.source.judging import meant

FIELDS: dict[str, frozenset[str]] = {
    get_args(member.model_fields["kind"].annotation)[0]: frozenset(
        field.alias or name for name, field in member.model_fields.items()
    )
    for member in get_args(get_args(Block)[0])
}
"""The keys that a block of each kind may have."""

ALIKE = 0.6
"""From this likeness of words on (0 to 1) a block counts as one that was given another id."""


LONGEST = 600
"""Letters that are compared: what was noted may be anything, and comparing long texts takes long."""


class Blocks:
    """Lays the changes of one sheet's blocks on, one after the other; what is left out goes last.

    **Why** last: a block may stand after one that is left out, and the order of the two does not matter.
    """

    def __init__(self, base: Piece, changes: Piece, address: str, against: Against) -> None:
        self._base = base
        self._changes = changes
        self._address = address
        self._against = against
        self._blocks = {str(block.keys["id"].data): block for block in base.items}
        self._touched: dict[str, str] = {}

    def result(self) -> Piece:
        """Return the list of blocks with all changes that apply."""
        entries = [entry.keys for entry in self._changes.items]
        if not entries:
            return self._base
        for keys, entry in zip(entries, self._changes.items, strict=True):
            if "reword" in keys:
                self._reword(entry)
            elif "add" in keys:
                self._add(entry)
            elif "move" in keys:
                self._move(entry)
        for keys in entries:
            if "remove" in keys:
                self._remove(keys["remove"])
        return Piece.row(list(self._blocks.values()), self._changes)

    def _reword(self, entry: Piece) -> None:
        keys = entry.keys
        name = str(keys["reword"].data)
        if len(keys) == 1 and (name in self._blocks or self._against.newer):
            return  # nothing is reworded, so nothing is lost
        if not self._known(keys["reword"], "Your words have no place", safe=False):
            return
        if not self._once(keys["reword"], "reword"):
            return
        parts = self._blocks[name].keys
        own = {key: value for key, value in keys.items() if key not in ("reword", "without")}
        if "kind" in own:
            allowed = FIELDS.get(str(own["kind"].data), frozenset(parts))
            parts = {key: value for key, value in parts.items() if key in allowed}
        for field in keys["without"].items if "without" in keys else ():
            if parts.pop(str(field.data), None) is None and not self._against.newer:
                self._against.find(
                    Code.UNKNOWN_PART,
                    field.location,
                    f"The block `{name}` has no `{str(field.data)[:60]}` to leave out.",
                    meant.hint(str(field.data), parts, "It has"),
                )
        self._blocks[name] = Piece.group({**parts, **own}, entry)

    def _add(self, entry: Piece) -> None:
        block = entry.keys["add"]
        name = str(block.keys["id"].data)
        if name in self._blocks:
            self._against.find(
                Code.DUPLICATE_ID,
                (*block.location, "id"),
                f"This sheet has a block with the id `{name}` already.",
                "Give yours another id, or change that one with `reword`.",
            )
            return
        self._put(name, block, entry)

    def _move(self, entry: Piece) -> None:
        place = entry.keys["move"]
        name = str(place.data)
        if self._known(place, "There is nothing to move", safe=True) and self._once(place, "move"):
            self._put(name, self._blocks[name], entry)

    def _remove(self, place: Piece) -> None:
        if self._known(place, "There is nothing to leave out", safe=True) and self._once(place, "remove"):
            del self._blocks[str(place.data)]

    def _put(self, name: str, block: Piece, entry: Piece) -> None:
        """Put a block where the entry says; at the end where it says nothing, or its neighbour has gone."""
        keys = entry.keys
        side = next((side for side in ("before", "after") if side in keys), "")
        order = [other for other in self._blocks if other != name]
        place = len(order)
        if side and self._neighbour(keys[side], name):
            place = order.index(str(keys[side].data)) + (side == "after")
        order.insert(place, name)
        blocks = {**self._blocks, name: block}
        self._blocks = {other: blocks[other] for other in order}

    def _neighbour(self, place: Piece, name: str) -> bool:
        if place.data == name:
            words, hint = f"The block `{name}` cannot stand beside itself.", "Name another block."
            self._against.find(Code.UNKNOWN_PART, place.location, words, hint)
            return False
        return self._known(place, f"`{name}` stands at the end now", safe=True)

    def _known(self, place: Piece, otherwise: str, *, safe: bool) -> bool:
        """Tell whether a block is there; if not, say so. ``safe`` means that no word of a user's is lost."""
        name = str(place.data)
        if name in self._blocks:
            return True
        message = f"There is no block `{name[:60]}` in {self._against.name}. {otherwise}."
        hint = meant.hint(name, self._blocks, "The blocks are")
        code, severity = Code.UNKNOWN_PART, Severity.ERROR
        if self._against.newer:
            if (like := self._renamed(name)) is not None:
                hint = f"It may be called `{like}` now."
            self._against.lost.append(Lost(place.location, safe, like))
            if safe:
                code, severity = Code.PART_GONE, Severity.WARNING
        self._against.find(code, place.location, message, hint, severity)
        return False

    def _renamed(self, name: str) -> str | None:
        """Return the block whose words are most like those that this one had."""
        old = _noted(self._against.change.value.was, f"{self._address}.{name}")
        likeness = {other: _likeness(old, block.data) for other, block in self._blocks.items()}
        best = max(likeness, key=lambda other: likeness[other], default="")
        return best if likeness.get(best, 0) > ALIKE else None

    def _once(self, place: Piece, what: str) -> bool:
        """Refuse a second change to one block: it would undo the first, and its words would be lost."""
        name = str(place.data)
        before = self._touched.get(name)
        clash = before is not None and (what == before or "remove" in (what, before))
        self._touched[name] = what
        if clash:
            self._against.find(
                Code.CHANGED_TWICE,
                place.location,
                f"The block `{name}` is changed twice here: `{before}` and `{what}`.",
                "Put both into one entry, or take one of them out.",
            )
        return not clash


def _noted(was: dict[str, Plain], address: str) -> dict[str, Plain]:
    """Return the fields of a block as far as they were noted."""
    whole = was.get(address)
    fields = {key.rpartition(".")[2]: value for key, value in was.items() if key.startswith(f"{address}.")}
    return {**(whole if isinstance(whole, dict) else {}), **fields}


def _likeness(old: dict[str, Plain], block: Plain) -> float:
    """Return how far a block says what another said, from 0 to 1; the fields with words count."""
    now = block if isinstance(block, dict) else {}
    pairs = [
        (str(old[key])[:LONGEST], str(now.get(key))[:LONGEST])
        for key in ("label", "prompt", "text")
        if key in old
    ]
    ratios = [difflib.SequenceMatcher(None, one, other).ratio() for one, other in pairs]
    return sum(ratios) / len(ratios) if ratios else 0
