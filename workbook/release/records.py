"""The small files beside a release's books: data for a shop's form, licences, checksums."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from workbook.release.forms import TITLES, Deliverable, Form, isbn_of
from workbook.release.package import Package
from workbook.release.source import Source, sum_of
from workbook.theme.fonts import licence as font_licence

SUMS = "SHA256SUMS"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"

COLUMNS = (
    *("file", "form", "title", "subtitle", "contributors", "imprint", "publisher", "isbn", "language"),
    *("extent", "width_mm", "height_mm", "date", "published", "series", "bisac", "thema", "keywords"),
    *("description", "rights"),
)
"""The columns of ``metadata.csv``, one row for each form of the book."""


def metadata_csv(source: Source, files: Sequence[Deliverable], about: Package) -> bytes:
    """Return what shops ask for, as a table in UTF-8: a row for each form that is sold or sent."""
    edition, out = source.edition, io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    series = edition.series
    for file in files:
        if file.form in {Form.COVER, Form.SHEET}:
            continue
        paper = file.paper if file.form is not Form.EPUB else None
        makers = (f"{maker.file_as or maker.name} ({maker.role})" for maker in edition.contributors)
        row = {
            "file": file.name,
            "form": TITLES[file.form],
            "title": source.title,
            "subtitle": source.subtitle,
            "contributors": "; ".join(makers),
            "imprint": edition.imprint or "",
            "publisher": edition.publisher or "",
            "isbn": isbn_of(edition, file.form),
            "language": source.language,
            "extent": "" if file.form is Form.EPUB else str(file.extent),
            "width_mm": f"{paper.width:.1f}" if paper else "",
            "height_mm": f"{paper.height:.1f}" if paper else "",
            "date": source.date.isoformat(),
            "published": edition.published.isoformat() if edition.published else "",
            "series": ""
            if series is None
            else " ".join(filter(None, (series.name, str(series.number or "")))),
            "bisac": "; ".join(edition.subjects.bisac),
            "thema": "; ".join(edition.subjects.thema),
            "keywords": "; ".join(edition.subjects.keywords),
            "description": about.description,
            "rights": about.rights,
        }
        writer.writerow(row)
    return out.getvalue().encode("utf-8")


def licences(source: Source) -> bytes:
    """Return ``LICENCES.md``: what each exercise may be used under, and who changed it."""
    practice = source.book.workbook.practice
    rows = []
    for exercise in source.book.exercises.values():
        origin, standing = exercise.provenance.changed_from, exercise.provenance
        changed = (
            f"from {origin.title} ({origin.exercise} {origin.version}), by {practice.name or 'this edition'}"
            if origin
            else "unchanged"
        )
        licence = f"[{standing.licence}]({CC_BY})"
        rows.append([exercise.title, exercise.id, exercise.version, licence, changed])
    table = "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)
    families = ", ".join(f"{family}: {font_licence(family)}" for family in source.theme.families)
    text = f"""# Licences of “{source.title}”

Each exercise may be printed, copied, changed, translated and sold under its licence, if credit is given,
the licence is linked, and what was changed is said.

| Exercise | Id | Version | Licence | Changed |
|---|---|---|---|---|
{table}

The fonts are embedded under their own licences ({families}), named as in the SPDX list (spdx.org/licenses).
The program that made the files puts no condition of its own licence on them.
"""
    return text.encode("utf-8")


def sums(files: Mapping[str, bytes]) -> bytes:
    """Return the checksums of all files, as ``sha256sum`` writes and reads them."""
    return "".join(f"{sum_of(files[name])}  {name}\n" for name in sorted(files)).encode("ascii")
