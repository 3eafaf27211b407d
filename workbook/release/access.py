"""The accessibility statement: what was checked, what a person asserts, and what is known to be missing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from lxml import etree  # type: ignore[import-untyped]

from workbook.release.forms import TITLES, Deliverable, Form
from workbook.release.judging import Outcome, Verdict
from workbook.release.looks import fill
from workbook.release.source import Source

_OPF = "{http://www.idpf.org/2007/opf}"
_STANDARDS = ("PDF/UA-1", "EPUB 3.3")

LIMITS = (
    "Checkers see what a machine can see. Whether a description says the right thing, and whether the pages "
    "are easy to understand, is for a person to judge.",
    "The e-book has no fields to type into: what is typed there would be lost. It says where to write.",
)
"""What is true of every release."""


def access_statement(source: Source, files: Sequence[Deliverable], verdicts: Sequence[Verdict]) -> bytes:
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
    epub = next(file for file in files if file.form is Form.EPUB)
    return fill(
        "accessibility.html.j2",
        source=source,
        checked=checked,
        unchecked=unchecked,
        said=metadata_of(epub.data),
        claims=source.edition.accessibility,
        limits=LIMITS,
    )


def metadata_of(epub: bytes) -> dict[str, list[str]]:
    """Return what an e-book's package says of its accessibility, by schema.org's names."""
    with zipfile.ZipFile(io.BytesIO(epub)) as book:
        package = etree.fromstring(book.read("EPUB/content.opf"))
    found: dict[str, list[str]] = {}
    for meta in package.iter(f"{_OPF}meta"):
        name = meta.get("property", "")
        if name.startswith("schema:"):
            found.setdefault(name.removeprefix("schema:"), []).append(meta.text or "")
    return found
