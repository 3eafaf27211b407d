"""``report.html``: one page about a release that a publisher can forward."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.editorial.statistics import statistics
from workbook.prepress.pdf import Measured
from workbook.release.building import Built, small
from workbook.release.forms import TITLES, Deliverable, Form, isbn_of
from workbook.release.judging import Outcome, Verdict
from workbook.release.looks import embedded, fill
from workbook.release.manifest import Manifest
from workbook.release.package import Package
from workbook.release.source import Source
from workbook.render.thumbnails import thumbnails, worded_pages

_WIDTH = 260
"""Pixels of a page's picture; shown at half of it."""
_SHOWN = {Form.PRINT: 12, Form.SHEET: 1}
_USUALLY = 6

FOR_WHOM = {
    Form.PRINT: "For a printer, or an office printer, on both sides of the paper.",
    Form.FILLABLE: "For those who type: every answer is a labelled field, and it can be saved.",
    Form.LARGE_PRINT: "For low vision: 18 point and more, black rules 15 mm apart.",
    Form.THERAPIST: "The client’s pages with the therapist’s notes facing them.",
    Form.EPUB: "For e-readers: it reflows, and its page list names the pages of the printed book.",
    Form.COVER: "For shops and shelves.",
    Form.SHEET: "One page for shops and colleagues.",
}


@dataclass(frozen=True)
class Card:
    """What the report says of one file."""

    title: str
    for_whom: str
    name: str
    facts: tuple[tuple[str, str], ...]
    verdicts: tuple[Verdict, ...]
    pictures: tuple[tuple[int, str], ...]


def write_report(
    source: Source,
    built: Built,
    manifest: Manifest,
    verdicts: Sequence[Verdict],
    measured: dict[str, Measured],
    package: Package,
) -> bytes:
    """Return the report."""
    unchecked = [v for v in verdicts if v.outcome is Outcome.COULD_NOT_CHECK]
    cover = next(file.data for file in built.files if file.form is Form.COVER)
    cards = [
        Card(
            TITLES[file.form],
            FOR_WHOM[file.form],
            file.name,
            tuple(_facts(source, file, measured.get(file.name))),
            tuple(v for v in verdicts if v.file == file.name),
            tuple(_pictures(file)),
        )
        for file in built.files
    ]
    grades = sorted(statistics(exercise).grade for exercise in source.book.exercises.values())
    return fill(
        "report.html.j2",
        source=source,
        manifest=manifest,
        about=package,
        cover=embedded(small(cover), "jpg"),
        cards=cards,
        checks=len(verdicts),
        passed=sum(v.outcome is Outcome.PASSED for v in verdicts),
        unchecked=unchecked,
        exercises=list(source.book.exercises.values()),
        grades=(grades[0], grades[len(grades) // 2], grades[-1]),
        reviewed=all(e.provenance.reviewed_on for e in source.book.exercises.values()),
        countries=[(c.name, min(line.verified_on for line in c.lines)) for c in source.book.countries],
        warnings=[finding.message for finding in built.findings],
    )


def _facts(source: Source, file: Deliverable, measured: Measured | None) -> list[tuple[str, str]]:
    facts = [("Size", f"{-(-len(file.data) // 1024)} KB")]
    if isbn := isbn_of(source.edition, file.form):
        facts.insert(0, ("ISBN", isbn))
    if file.form is Form.EPUB:
        return [("Sections", str(file.extent)), *facts]
    if file.form is Form.COVER or file.paper is None or measured is None:
        return facts
    return [
        ("Pages", str(file.extent)),
        ("Paper", f"{file.paper.width:.0f} × {file.paper.height:.0f} mm"),
        *facts,
        ("Smallest letters", f"{measured.smallest_letters:g} pt"),
        ("Thinnest line", f"{measured.thinnest_line:g} pt"),
        ("Least inner margin", f"{measured.nearest_inside:.1f} mm"),
    ]


def _pictures(file: Deliverable) -> list[tuple[int, str]]:
    if not file.name.endswith(".pdf"):
        return []
    numbers = spread(worded_pages(file.data), _SHOWN.get(file.form, _USUALLY))
    drawn = thumbnails(file.data, numbers, _WIDTH)
    return [(number, embedded(picture, "png")) for number, picture in zip(numbers, drawn, strict=True)]


def spread(pages: Sequence[int], wanted: int) -> list[int]:
    """Return so many of some pages' numbers, the first of them and others evenly through the book."""
    step = max(len(pages) / wanted, 1)
    places = {min(int(position * step), len(pages) - 1) for position in range(min(wanted, len(pages)))}
    return [pages[place] for place in sorted(places)]
