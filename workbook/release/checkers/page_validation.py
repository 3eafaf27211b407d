"""page-validation, a second judge of PDF/UA-1, written in Rust and independent of veraPDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbook.release.checkers.message import CheckerFailed, Message


def check_pdfs(paths: Sequence[Path]) -> dict[Path, list[Message]]:
    """Return what page-validation finds wrong with each file.

    Raises:
        CheckerFailed: it is missing, or cannot read one of the files.
    """
    try:
        import page
    except ImportError as reason:
        raise CheckerFailed(
            "The Python package page-validation is not installed. `workbook doctor` says how to install it."
        ) from reason
    found: dict[Path, list[Message]] = {}
    for path in paths:
        try:
            report = page.validate_pdf(path, profile="ua1")
        except (page.PageError, OSError) as reason:
            raise CheckerFailed(f"page-validation gave no verdict on {path}: {reason}") from reason
        if report.is_compliant != (not report.failures) or report.rules.total == 0:
            raise CheckerFailed(f"page-validation's verdict on {path} and its findings do not agree.")
        found[path] = [
            Message("error", failure.rule_id, failure.message, _place(failure.object_id))
            for failure in report.failures
        ]
    return found


def _place(thing: object) -> str:
    number = getattr(thing, "object_number", None)
    return "" if number is None else f"object {number}"
