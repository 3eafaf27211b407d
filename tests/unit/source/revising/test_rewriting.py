from __future__ import annotations

from pathlib import Path

import pytest

from workbook.model.text import Location
from workbook.source.document import parse
from workbook.source.revising.rewriting import Rewriting

TEXT = """\
# mine
exercise: a
version: 1.0.0  # as it was
set:
  title: One  # short

  # between
  purpose: >-
    Two lines
    of it.
  notes: {why: Because, introduce: So}
blocks:
  - reword: b
    prompt: "Three"
    lines: 4
  # before the last
  - remove: c
was:
  title: Old
  # inside
# the end
"""


def rewriting(text: str = TEXT) -> Rewriting:
    return Rewriting(parse(Path("a.yaml"), text))


OUT: list[tuple[Location, str, str]] = [
    (("set", "title"), "  title: One  # short\n", "  # title: One  # short\n"),
    (
        ("set", "purpose"),
        "  purpose: >-\n    Two lines\n    of it.\n",
        "  # purpose: >-\n  #   Two lines\n  #   of it.\n",
    ),
    (("blocks", 0, "lines"), "    lines: 4\n", "    # lines: 4\n"),
    (("blocks", 1), "  - remove: c\n", "  # - remove: c\n"),
    (
        ("blocks", 0),
        '  - reword: b\n    prompt: "Three"\n    lines: 4\n',
        '  # - reword: b\n  #   prompt: "Three"\n  #   lines: 4\n',
    ),
]


@pytest.mark.parametrize(("location", "old", "new"), OUT)
def test_what_is_taken_out_becomes_a_comment_and_nothing_else_changes(
    location: Location, old: str, new: str
) -> None:
    work = rewriting()
    assert work.comment_out(location)
    assert work.result() == TEXT.replace(old, new)


@pytest.mark.parametrize("location", [("set", "notes", "why"), ("blocks", 0, "reword"), ("set", "nothing")])
def test_what_shares_its_line_is_not_taken_out(location: Location) -> None:
    work = rewriting()
    assert not work.comment_out(location)
    assert work.result() == TEXT


def test_version_and_what_was() -> None:
    work = rewriting()
    work.version("1.2.0")
    work.noted({"title": "New: a", "blocks.b.lines": 4})
    assert work.result() == TEXT.replace("version: 1.0.0 ", "version: 1.2.0 ").replace(
        "was:\n  title: Old\n", "was:\n  title: 'New: a'\n  blocks.b.lines: 4\n"
    )


def test_what_was_is_written_at_the_end_where_there_is_nothing_yet() -> None:
    work = rewriting("exercise: a\nversion: 1.0.0\n\n")
    work.noted({"title": "Old"})
    text = work.result()
    assert text.startswith("exercise: a\nversion: 1.0.0\n\n# What the exercise said")
    assert text.endswith("\nwas:\n  title: Old\n")


def test_other_words() -> None:
    work = rewriting()
    work.value(("set", "title"), "Yes: no")
    work.value(("set", "notes", "why"), 'She said "no", then')
    work.value(("blocks", 0, "prompt"), "Four")
    text = work.result()
    assert "  title: 'Yes: no'  # short\n" in text
    assert '  notes: {why: "She said \\"no\\", then", introduce: So}\n' in text
    assert "    prompt: Four\n    lines: 4\n" in text
    assert parse(Path("a.yaml"), text).data["set"] == {
        "title": "Yes: no",
        "purpose": "Two lines of it.",
        "notes": {"why": 'She said "no", then', "introduce": "So"},
    }


def test_lines_that_end_as_on_windows() -> None:
    text = TEXT.replace("\n", "\r\n")
    work = rewriting(text)
    work.version("2.0.0")
    work.noted({"title": "New"})
    assert work.comment_out(("set", "purpose"))
    result = work.result()
    assert result.count("\r\n") == result.count("\n")
    assert "  # purpose: >-\r\n  #   Two lines\r\n" in result
