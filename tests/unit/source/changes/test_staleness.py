from __future__ import annotations

from tests.unit.source.changes.conftest import HEAD, Project, fails
from workbook.errors import Code

SECOND = "{kind: line, id: second, label: A second answer, prompt: Name it., hint: One word., width: word}"


def test_words_that_moved_on_show_all_three_wordings(project: Project) -> None:
    project.write("set:\n  title: Mine\nwas:\n  title: A plain sheet\n")
    assert project.check() == []
    project.newer("title: A plain sheet", "title: A simple sheet")
    (found,) = project.check()
    assert found.startswith(
        f"4 warning {Code.WORDS_MOVED_ON.value} `title` has changed in `plain-sheet` 1.1.0."
    )
    assert "It was: “A plain sheet”. Now: “A simple sheet”. Yours: “Mine”." in found
    assert "`workbook update plain-sheet`" in found
    assert project.get().value.title == "Mine"
    assert [finding.code for finding in project.get().findings] == [Code.WORDS_MOVED_ON]


def test_words_that_stayed_are_no_finding(project: Project) -> None:
    project.write("set:\n  title: Mine\nwas:\n  title: A plain sheet\n")
    project.newer("close: That is all.", "close: Enough.")
    assert project.check() == []
    assert project.get().value.close == "Enough."


def test_the_same_words_on_both_sides_are_no_finding(project: Project) -> None:
    project.write("set:\n  title: A simple\n    sheet\n")
    project.newer("title: A plain sheet", "title: A simple sheet")
    assert project.check() == []


def test_where_nobody_noted_the_old_words(project: Project) -> None:
    project.write("set:\n  title: Mine\n")
    project.newer("title: A plain sheet", "title: A simple sheet")
    (found,) = project.check()
    assert found.startswith(
        f"4 warning {Code.EARLIER_NOT_KNOWN.value} `plain-sheet` 1.1.0 is newer than 1.0.0"
    )
    assert "Now: “A simple sheet”. Yours: “Mine”." in found


def test_a_removed_block_that_changed(project: Project) -> None:
    was = f"was:\n  blocks.second: {SECOND}\n"
    add = "blocks:\n  - add: {kind: box, id: third, label: C, prompt: D, lines: 2}\n  - remove: second\n"
    project.write(add + was)
    assert project.check() == []
    project.newer("prompt: Name it.", "prompt: Say its name.")
    (found,) = project.check()
    assert "5 warning C001 `blocks.second`" in found
    assert "Name it." in found
    assert "Say its name." in found
    assert "You leave it out." in found


def test_a_block_that_has_gone_loses_no_words(project: Project) -> None:
    reword = "blocks:\n  - reword: second\n    prompt: What is it called by you?\n"
    project.write(reword + "was:\n  blocks.second.prompt: Name it.\n")
    project.newer("id: second", "id: name-it")
    (found,) = fails(project.get)
    assert "4 C003" in found
    assert "Your words have no place." in found
    assert "It may be called `name-it` now." in found


def test_to_leave_out_or_move_what_has_gone_is_a_warning(project: Project) -> None:
    project.write("blocks:\n  - move: second\n    before: first\n  - move: first\n    after: second\n")
    project.newer("id: second", "id: name-it")
    assert [found[:14] for found in project.check()] == ["4 warning C004", "7 warning C004"]
    assert [block.id for block in project.get().value.blocks] == ["name-it", "first"]
    project.write("items:\n  - {in: steps, drop: Read that.}\n  - {in: steps, add: Go., after: Read that.}\n")
    assert [found[:14] for found in project.check()] == ["4 warning C004", "5 warning C004"]
    assert project.get().value.steps[-1] == "Go."
    assert Code.PART_GONE.value == "C004"


def test_an_item_that_has_gone_keeps_your_words_in_sight(project: Project) -> None:
    project.write("items:\n  - in: steps\n    replace: Read it.\n    with: Read it twice.\n")
    project.newer("- Read it.", "- Have a look.")
    assert "5 C003 No item of `steps`" in fails(project.get)[0]


def test_an_item_that_grew(project: Project) -> None:
    items = "items:\n  - in: steps\n    replace: Read it\n    with: Read it twice.\n"
    project.write(items + "was:\n  steps > Read it: Read it.\n")
    assert project.check() == []
    project.newer("- Read it.", "- Read it, then rest.")
    (found,) = project.check()
    assert "It was: “Read it.”. Now: “Read it, then rest.”. Yours: “Read it twice.”." in found


def test_a_kind_that_changed(project: Project) -> None:
    was = "was:\n  blocks.second.kind: line\n  blocks.second.width: word\n"
    project.write("blocks:\n  - reword: second\n    width: full\n" + was)
    assert project.check() == []
    project.newer(
        SECOND,
        "{kind: lines, id: second, label: A second answer, prompt: Name it., lines: 3}",
    )
    found = project.check()
    assert any("C001 `blocks.second.kind`" in f and "It was: “line”. Now: “lines”." in f for f in found)
    assert any("5 error S001 `width`" in f for f in found)


def test_written_for_a_newer_version(project: Project) -> None:
    project.write("set: {title: Mine}\n", head=HEAD.replace("1.0.0", "1.10.0"))
    (found,) = project.check()
    assert found.startswith(f"2 warning {Code.WRITTEN_FOR_NEWER.value} This was written for version 1.10.0")
    project.sheet((project.folder / "exercises/plain-sheet.yaml").read_text().replace("1.0.0", "1.9.0"))
    assert len(project.check()) == 1
