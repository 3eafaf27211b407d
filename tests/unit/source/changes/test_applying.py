from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.source.changes.conftest import HEAD, SHEET, Project, fails
from workbook.errors import Code


def ids(project: Project) -> list[str]:
    return [block.id for block in project.get().value.blocks]


@pytest.mark.parametrize(
    "text", ["", "set:\nblocks:\nhide:\nitems:\nwas:\n", "set:\n  notes:\n", "set: {}\n"]
)
def test_an_empty_change_changes_nothing(project: Project, text: str) -> None:
    before = project.get().value
    project.write(text)
    assert project.get().value == before
    assert project.check() == []


def test_fields_are_set_and_the_rest_stays(project: Project) -> None:
    before = project.get().value
    project.write(
        "set:\n  title: Mine\n  notes: {why: My own why.}\n  short: {close: Well done.}\n"
        "  steps: [One., Two.]\n"
    )
    after = project.get().value
    assert (after.title, after.notes.why, after.short.close) == ("Mine", "My own why.", "Well done.")
    assert after.steps == ("One.", "Two.")
    assert (after.purpose, after.notes.introduce, after.short.blocks) == (
        before.purpose,
        before.notes.introduce,
        before.short.blocks,
    )


def test_blocks_reworded_removed_added_and_moved(project: Project) -> None:
    project.write(
        """\
blocks:
  - reword: second
    label: My own name for it
    without: [hint]
  - add: {kind: lines, id: third, label: A third one, prompt: And then?, lines: 3}
  - move: second
    before: first
  - add: {kind: box, id: fourth, label: A fourth one, prompt: Draw., lines: 5}
    after: first
  - remove: first
"""
    )
    assert ids(project) == ["second", "fourth", "third"]
    second = project.get().value.answers[0]
    assert (second.label, second.prompt, second.hint) == ("My own name for it", "Name it.", None)


def test_another_room_and_another_kind(project: Project) -> None:
    project.write(
        "blocks:\n  - reword: first\n    lines: 9\n  - reword: second\n    kind: box\n    lines: 6\n"
    )
    first, second = project.get().value.blocks
    assert first.model_dump()["lines"] == 9
    assert (second.kind, second.model_dump()["lines"], second.model_dump()["hint"]) == ("box", 6, "One word.")


def test_the_short_sheet(project: Project) -> None:
    project.write(
        "short_blocks:\n  - reword: one\n    options: [a, b, c]\n"
        "items:\n  - {in: short.blocks.one.options, replace: bbb, with: bee}\n"
    )
    assert fails(project.get) == [
        "7 C003 No item of `short.blocks.one.options` in `plain-sheet` 1.0.0 begins with “bbb”. "
        "Copy the item's first words as they are."
    ]
    project.write("short_blocks:\n  - reword: one\n    options: [a cat, a bee]\n")
    assert project.get().value.short.blocks[0].model_dump()["options"] == ("a cat", "a bee")


def test_items_of_lists_are_found_by_their_words(project: Project) -> None:
    project.write(
        """\
items:
  - in: notes.review
    replace: How was
    with: How is it now?
  - in: notes.review
    drop: What now?
  - in: notes.review
    add: Who knows?
  - in: steps
    add: Breathe.
    after: Read it.
"""
    )
    after = project.get().value
    assert after.notes.review == ("How is it now?", "Who knows?")
    assert after.steps == ("Read it.", "Breathe.", "Ask {{ practice.name }}.")


def test_hidden_parts(project: Project) -> None:
    project.write("hide: [example, notes.why]\n")
    after = project.get().value
    assert after.hides("example")
    assert after.hides("notes.why")
    assert not after.hides("notes")
    assert not after.hides("share")


def test_a_change_says_that_it_is_one_and_has_not_been_reviewed(project: Project) -> None:
    reviewed = SHEET + "  reviewed_on: 2026-12-01\n"
    project.sheet(reviewed)
    project.write("")
    assert project.get().value.provenance.reviewed_on == dt.date(2026, 12, 1)
    project.write("set: {title: Mine}\n")
    provenance = project.get().value.provenance
    assert provenance.reviewed_on is None
    assert provenance.changed_from is not None
    assert provenance.changed_from.model_dump() == {
        "exercise": "plain-sheet",
        "version": "1.0.0",
        "title": "A plain sheet",
    }
    project.write("set: {title: Mine, provenance: {reviewed_on: 2027-01-02}}\n")
    assert project.get().value.provenance.reviewed_on == dt.date(2027, 1, 2)


WRONG = [
    ("set:\n  titel: Mine\n", "4 S001", "Did you mean `title`?"),
    ("set:\n  title:\n", "4 S003", "`title` must be text; it is empty."),
    ("set:\n  safety: ''\n", "4 S006", "`safety` is empty."),
    ("set:\n  id: other\n", "4 S001", "`id`"),
    ("set:\n  provenance: {licence: CC0}\n", "4 S001", "`licence`"),
    ("set:\n  title: A <b>bold\n    one\n  purpose: It is <b>\n", "6 V002", "HTML"),
    ("blocks:\n  - reword: frist\n    lines: 3\n", "4 C003", "Did you mean `first`?"),
    ("blocks:\n  - remove: frist\n", "4 C003", "Did you mean `first`?"),
    ("blocks:\n  - move: first\n    after: secnod\n", "5 C003", "Did you mean `second`?"),
    ("blocks:\n  - move: first\n    after: first\n", "5 C003", "beside itself"),
    ("blocks:\n  - move: first\n    after: second\n    before: second\n", "5 S004", "not both"),
    ("blocks:\n  - rewrod: first\n", "4 S002", "`reword`"),
    ("blocks:\n  - reword: first\n    lnes: 3\n", "5 S001", "Did you mean `lines`?"),
    ("blocks:\n  - reword: first\n    lines: 99\n", "5 S004", "40 is the most"),
    ("blocks:\n  - reword: first\n    id: mine\n", "5 S004", "a block keeps its id"),
    ("blocks:\n  - reword: first\n    kind: scale\n", "4 S002", "`low`"),
    ("blocks:\n  - reword: first\n    without: [hnt]\n", "5 C003", "no `hnt`"),
    ("blocks:\n  - reword: first\n    without: [prompt]\n", "4 S002", "`prompt`"),
    ("blocks:\n  - add: {kind: lines, id: first, label: A, prompt: B, lines: 2}\n", "4 S008", "`first`"),
    ("blocks:\n  - add: {kind: lines, id: x}\n", "4 S002", "`label`"),
    ("blocks:\n  - remove: first\n", "3 S006", "`blocks` has 1 item; 2 is the least."),
    ("blocks:\n  - reword: first\n    lines: 3\n  - reword: first\n    lines: 4\n", "6 C005", "twice"),
    ("blocks:\n  - reword: first\n    lines: 3\n  - remove: first\n", "6 C005", "twice"),
    ("hide: [safety]\n", "3 C006", "words of your own"),
    ("hide: [exampel]\n", "3 S004", "Did you mean `example`?"),
    ("items:\n  - {in: stepps, drop: Read it.}\n", "4 C003", "Did you mean `steps`?"),
    ("items:\n  - {in: steps, drop: Raed it.}\n", "4 C003", "Did you mean “Read it.”?"),
    ("items:\n  - {in: steps, drop: Read it.}\n", "4 S006", "`steps` has 1 item; 2 is the least."),
]


@pytest.mark.parametrize(("text", "place", "words"), WRONG)
def test_mistakes_are_found_where_they_stand(project: Project, text: str, place: str, words: str) -> None:
    project.write(text)
    found = fails(project.get)
    assert any(f.startswith(place) and words in f for f in found), found
    assert {f.partition(" ")[0] for f in found} <= {place.partition(" ")[0]}


@pytest.mark.parametrize("kind", ["boundary-rehearsal", "internalising"])
def test_a_guarded_kind_stays(project: Project, kind: str) -> None:
    project.write("set: {kind: journal}\n")
    assert project.get().value.kind == "journal"
    project.sheet(SHEET.replace("kind: reflection", f"kind: {kind}"))
    assert fails(project.get)[0].startswith(f"3 C006 A page of the kind `{kind}`")
    project.write(f"set: {{kind: {kind}}}\n")
    assert project.get().value.kind == kind


def test_the_codes_of_changes() -> None:
    found = {place.split()[1] for _, place, _ in WRONG}
    assert found >= {Code.UNKNOWN_PART, Code.CHANGED_TWICE, Code.SAFETY_STAYS}


def test_an_exercise_that_there_is_not(project: Project) -> None:
    project.write("", head=HEAD.replace("plain", "plane"))
    (project.folder / "changes/plain-sheet.yaml").rename(project.folder / "changes/plane-sheet.yaml")
    assert fails(lambda: project.library.exercise_in(project.folder / "changes/plane-sheet.yaml")) == [
        "1 R001 There is no exercise `plane-sheet`. Did you mean `plain-sheet`?"
    ]


def test_a_mistake_of_the_exercise_is_found_in_its_own_file(project: Project) -> None:
    project.sheet(
        SHEET.replace("kind: reflection", "kind: boundary-rehearsal").replace("minutes: 5", "minutes: 99")
    )
    project.write("set: {title: Mine}\n")
    assert fails(project.get) == ["9 S004 `minutes` is 99; 60 is the most. Write 60 or less."]


def test_words_of_the_change_are_found_in_the_change(project: Project) -> None:
    project.write("set:\n  title: Mine\n  purpose: >-\n    Look at\n    {{ practice.nmae }} once.\n")
    assert [found[:6] for found in fails(project.get)] == ["7 V001"]


def test_the_exercise_is_as_changed_wherever_it_is_read(project: Project) -> None:
    project.write("set: {title: Mine}\n")
    library = project.library
    assert library.exercise("plain-sheet").value.title == "Mine"
    assert "Mine" in [loaded.value.title for loaded in library.exercises()]
    for folder in ("exercises", "changes"):
        assert library.exercise_in(project.folder / folder / "plain-sheet.yaml").value.title == "Mine"
    assert library.exercise("bond-safe-enough").value.provenance.changed_from is None
