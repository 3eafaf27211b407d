from __future__ import annotations

from workbook.editorial.reading.passages import Sheet, client_passages, passages
from workbook.model.exercise import Exercise
from workbook.model.text import texts
from workbook.source.library import Library


def test_every_text_of_a_sheet_is_someones(plain_sheet: Exercise) -> None:
    read = {passage.location for passage in passages(plain_sheet)}
    assert {at.location for at in texts(plain_sheet)} - read == {("provenance", "ideas", 0)}


def test_notes_are_not_the_clients(plain_sheet: Exercise) -> None:
    assert {str(p.location[0]) for p in passages(plain_sheet) if not p.for_client} == {"notes"}
    sheets = {p.sheet for p in client_passages(plain_sheet)}
    assert sheets == {Sheet.FULL, Sheet.SHORT}


def test_a_blocks_texts_are_read_together(plain_sheet: Exercise) -> None:
    groups = {p.location: p.group for p in passages(plain_sheet)}
    assert groups["blocks", 0, "prompt"] == ("blocks", 0)
    assert groups["short", "blocks", 0, "prompt"] == ("short", "blocks", 0)
    assert groups["before", "choice"] == ("before",)
    assert groups["notes", "watch_for", 0] == ("notes", "watch_for")


def test_a_workbooks_names_are_its_own() -> None:
    workbook = Library.stock().workbook("speaking-up").value
    practice = workbook.practice.model_copy(update={"therapist": "Karen Doe"})
    named = workbook.model_copy(update={"practice": practice})
    assert "Karen Doe" not in {p.text for p in client_passages(named)}
    assert workbook.about in {p.text for p in client_passages(named)}


def test_other_languages_are_left_alone() -> None:
    workbook = Library.stock().workbook("speaking-up").value
    assert list(passages(workbook.model_copy(update={"language": "pt-BR"}))) == []


def test_a_languages_standing_pages_are_read() -> None:
    english = Library.stock().locale("en").value
    first = {str(p.location[0]) for p in passages(english)}
    assert {"how_to_use", "crisis", "sheet"} <= first
    assert first.isdisjoint({"notes", "planner", "overview", "colophon"})
