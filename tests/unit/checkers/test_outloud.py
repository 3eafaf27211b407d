from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.checkers.outloud import GRID, MISTAKEN, check_pdfs, read_report
from tests.checkers.tables import cells
from tests.conftest import Built
from workbook.release.checkers.message import CheckerFailed

A = Path("a.pdf")


def _report(rule: str, message: str, evidence: str | None = None, error: str | None = None) -> str:
    finding = {"rule": rule, "severity": "warning", "message": message, "page": 3, "evidence": evidence}
    return json.dumps({"results": [{"path": "a.pdf", "error": error, "findings": [finding]}]})


def test_an_untagged_file_has_findings(tmp_path: Path) -> None:
    path = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    assert "DOC-001" in {message.code for message in check_pdfs([path])[path]}


def test_a_finding_is_told_with_its_place_and_evidence() -> None:
    (message,) = read_report(_report("PAG-001", "page numbers are tagged", "12"), [A])[A]
    assert str(message) == "page 3: warning PAG-001: page numbers are tagged 12"


def test_a_mistaken_finding_is_passed_over_only_when_all_its_evidence_is() -> None:
    foot = "Paint or repair · 1 of 2 · Keep this page somewhere private. 7"
    assert read_report(_report("TAG-002", "prose", foot), [A]) == {A: []}
    assert len(read_report(_report("TAG-002", "prose", f"{foot}; A sentence of the text"), [A])[A]) == 1


def test_a_grid_is_passed_over_only_where_a_table_is_tagged(sample_pdf: Built) -> None:
    path, numbers = sample_pdf.path, range(1, sample_pdf.extent + 1)
    page, word = next((number, said[0]) for number in numbers if (said := cells(path, number)))

    def left(evidence: str) -> int:
        finding = {"rule": GRID, "severity": "warning", "message": "a grid", "page": page}
        result = {"path": str(path), "error": None, "findings": [{**finding, "evidence": evidence}]}
        return len(read_report(json.dumps({"results": [result]}), [path])[path])

    assert left(f"A prompt below; {word}") == 0
    assert left("Words of no table; and others") == 1


def test_every_exception_has_a_reason() -> None:
    assert all(reason.endswith(".") for _, reason in MISTAKEN.values())


def test_a_file_without_a_verdict_is_no_pass() -> None:
    with pytest.raises(CheckerFailed, match="could not read"):
        read_report(_report("X", "y", error="broken"), [A])
    with pytest.raises(CheckerFailed, match="passed over"):
        read_report(json.dumps({"results": []}), [A])
