"""Lay a change over an exercise: neither of the two is altered."""

from __future__ import annotations

from workbook.errors import Code, FindingsError, Severity
from workbook.model.change import Change
from workbook.model.exercise import Exercise, Kind
from workbook.source.changes.against import Against, numbers
from workbook.source.changes.blocks import Blocks
from workbook.source.changes.items import change_item
from workbook.source.changes.patchwork import Patchwork, Piece
from workbook.source.changes.staleness import hold_against
from workbook.source.document import Plain
from workbook.source.loading import Loaded, build

_GUARDED = (Kind.BOUNDARY_REHEARSAL, Kind.INTERNALISING)
"""Kinds whose pages have to say when not to do them, or what they are not (H011, H012)."""


def lay_on(before: Loaded[Exercise], change: Loaded[Change]) -> tuple[Patchwork, Against]:
    """Return the exercise as changed, and what was found when the two came together."""
    against = Against(change, before)
    over, root = Piece.whole(change.document), Piece.whole(before.document)
    if "id" in over.keys:
        root = Piece.group({**root.keys, "id": over.keys["id"]}, over)
    plain = root.data
    if "set" in over.keys:
        root = _merged(root, over.keys["set"])
        _look_at_kind(root, against)
    for key, address in (("blocks", "blocks"), ("short_blocks", "short.blocks")):
        if key in over.keys:
            root = _with_blocks(root, address.split("."), over.keys[key], against)
    for entry in over.keys["items"].items if "items" in over.keys else ():
        root = change_item(root, entry, against)
    if over.keys.get("hide", root).items:
        root = Piece.group({**root.keys, "hide": _joined(root, over.keys["hide"])}, over)
    if root.data != plain or "id" in over.keys:
        root = _marked(root, before, over)
    _look_at_version(against)
    hold_against(against)
    return Patchwork(root, change.document, before.document), against


def settle(before: Loaded[Exercise], change: Loaded[Change]) -> Loaded[Exercise]:
    """Return the exercise as changed, with the warnings about that.

    Raises:
        FindingsError: a change does not apply, or the exercise is not well as changed.
    """
    patchwork, against = lay_on(before, change)
    found = (*before.findings, *against.findings)
    if any(finding.severity is Severity.ERROR for finding in found):
        raise FindingsError(found)
    try:
        loaded = build(patchwork, Exercise)
    except FindingsError as error:
        raise FindingsError(dict.fromkeys([*found, *error.findings])) from None
    return Loaded(loaded.value, patchwork, change.path, found)


def _merged(base: Piece, over: Piece) -> Piece:
    """Return keys with others laid over them; groups of keys are merged, all else is replaced."""
    parts = base.keys
    for key, value in over.keys.items():
        if isinstance(value.data, dict) and key in parts:
            parts[key] = _merged(parts[key], value)
        elif value.data is not None:  # a group all of whose lines are comments
            parts[key] = value
    return Piece.group(parts, over) if over.keys else base


def _with_blocks(root: Piece, way: list[str], changes: Piece, against: Against) -> Piece:
    key, *rest = way
    parts = root.keys
    if rest:
        parts[key] = _with_blocks(parts[key], rest, changes, against)
    else:
        address = "blocks" if "bring" in parts else "short.blocks"
        parts[key] = Blocks(parts[key], changes, address, against).result()
    return Piece.group(parts, root)


def _joined(root: Piece, hidden: Piece) -> Piece:
    before = root.keys["hide"].items if "hide" in root.keys else []
    return Piece.row([*before, *hidden.items], hidden)


def _marked(root: Piece, before: Loaded[Exercise], over: Piece) -> Piece:
    """Say where the exercise comes from, and that nobody has reviewed it as it is now.

    **Why**: the licence wants a change to be said; and who reviewed other words did not see these.
    """
    provenance = root.keys["provenance"].keys
    own = over.keys["set"].keys.get("provenance") if "set" in over.keys else None
    if own is None or "reviewed_on" not in own.keys:
        provenance.pop("reviewed_on", None)
    if before.value.provenance.changed_from is None:
        origin = before.value
        data: Plain = {"exercise": origin.id, "version": origin.version, "title": origin.title}
        place = over.keys.get("exercise") or over.keys["extends"]
        provenance["changed_from"] = Piece(data, place.written, place.location, {})
    return Piece.group({**root.keys, "provenance": Piece.group(provenance, root.keys["provenance"])}, root)


def _look_at_kind(root: Piece, against: Against) -> None:
    """Refuse another kind where the house rules of this one ask for words that keep a client safe."""
    kind = against.before.value.kind
    if kind in _GUARDED and root.keys["kind"].data != kind:
        against.find(
            Code.SAFETY_STAYS,
            ("set", "kind"),
            f"A page of the kind `{kind}` has to say what keeps a client safe, so it stays of this kind.",
            "Take the line out. For a page of another kind begin one: `workbook new exercise my-page`.",
        )


def _look_at_version(against: Against) -> None:
    ours, theirs = against.change.value.version, against.before.value.version
    if numbers(ours) > numbers(theirs):
        against.find(
            Code.WRITTEN_FOR_NEWER,
            ("version",),
            f"This was written for version {ours}; `{against.before.value.id}` is at {theirs} here.",
            "Bring the program up to date, or look the changes through and write that version here.",
            Severity.WARNING,
        )
