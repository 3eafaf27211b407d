"""The accessibility statement: what was checked, what a person asserts, and what is known to be missing."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.release.forms import TITLES, Deliverable, Form
from workbook.release.judging import Outcome, Verdict
from workbook.release.looks import fill
from workbook.release.package import Package
from workbook.release.source import Source

_STANDARDS = ("PDF/UA-1", "EPUB 3.3", "EPUB Accessibility 1.1, WCAG")

LIMITS = (
    "Checkers see what a machine can see. Whether a description says the right thing, and whether the pages "
    "are easy to understand, is for a person to judge.",
    "The e-book has no fields to type into: what is typed there would be lost. It says where to write.",
)
"""What is true of every release."""


def access_statement(
    source: Source, files: Sequence[Deliverable], verdicts: Sequence[Verdict], package: Package
) -> bytes:
    """Return ``accessibility.html``."""
    checked = [
        {
            "title": TITLES[file.form],
            "file": file.name,
            "verdicts": [v for v in verdicts if v.file == file.name and v.judges in _STANDARDS],
        }
        for file in files
        if file.form is not Form.COVER
    ]
    unchecked = [v for v in verdicts if v.outcome is Outcome.COULD_NOT_CHECK]
    return fill(
        "accessibility.html.j2",
        source=source,
        checked=checked,
        unchecked=unchecked,
        said=package.access,
        claims=source.edition.accessibility,
        limits=LIMITS,
    )
