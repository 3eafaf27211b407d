"""Build, judge and show each row of the matrix."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.checkers import outloud
from tests.matrix.cover import Pair, Row, cover
from tests.matrix.sheets import lay_out
from workbook.compose.book import compose_book
from workbook.compose.manuscript import Medium
from workbook.compose.reader import Reader
from workbook.model.page import PAPERS, PROFILES, Audience, Ink, Sides, suits
from workbook.release.checkers import page_validation, verapdf
from workbook.render.pdf import render_pdf
from workbook.source.library import Library
from workbook.theme.lookup import Themes

WISHES = {
    "theme": Themes().names(),
    "profile": list(PROFILES),
    "paper": list(PAPERS),
    "audience": [audience.value for audience in Audience],
    "sides": [sides.value for sides in Sides],
    "ink": [ink.value for ink in Ink],
    "fillable": ["no", "yes"],
}
CROSSED = ("theme", "profile", "fillable")
"""What decides how a page is tagged."""
JUDGES = {"veraPDF": verapdf, "page-val.": page_validation, "outloud": outloud}
COLUMNS = ("row", *WISHES, "pages", "KB/page", "findings", *JUDGES)
WIDTHS = [max(len(c), *(len(v) for v in WISHES.get(c, ("",)))) + 1 for c in COLUMNS]


def is_allowed(pair: Pair) -> bool:
    """Return whether two wishes can be had together: large print has papers that it is refused on."""
    names = dict(pair)
    if names.keys() != {"profile", "paper"}:
        return True
    return suits(PAPERS[names["paper"]], PROFILES[names["profile"]])


def all_rows() -> list[Row]:
    """Return the matrix."""
    return cover(WISHES, is_allowed, CROSSED)


def reader_of(row: Row) -> Reader:
    """Return the reader whose wishes a row holds."""
    return Reader(
        Audience(row["audience"]),
        PAPERS[row["paper"]],
        PROFILES[row["profile"]],
        Sides(row["sides"]),
        Ink(row["ink"]),
        fillable=row["fillable"] == "yes",
    )


def main(arguments: list[str]) -> int:
    """Make the rows asked for, print a line for each and what is wrong; return 1 if anything is."""
    wanted = _options(arguments)
    rows = all_rows()
    numbers = wanted.only or range(1, len(rows) + 1)
    wanted.dest.mkdir(parents=True, exist_ok=True)
    _print_line(COLUMNS)
    complaints = list[str]()
    for number in numbers:
        path = wanted.dest / f"row-{number:02}.pdf"
        verdict = _made(path, rows[number - 1])
        said = verdict["said"]
        counts = [str(len(said[name])) for name in ("findings", *JUDGES)]
        weight = f"{path.stat().st_size / 1024 / verdict['pages']:.1f}"
        _print_line((str(number), *rows[number - 1].values(), str(verdict["pages"]), weight, *counts))
        complaints += [f"{number}: {who}: {what}" for who, all_said in said.items() for what in all_said]
        if wanted.contact_sheets:
            lay_out(path, wanted.contact_sheets)
    print(*complaints, sep="\n")
    print(f"{len(numbers)} of {len(rows)} rows, {len(complaints)} complaints.")
    return bool(complaints)


def _options(arguments: list[str]) -> Any:
    parser = argparse.ArgumentParser(prog="scripts/matrix", description=__doc__)
    parser.add_argument("--only", type=int, nargs="+", metavar="ROW", help="the numbers of rows to make")
    parser.add_argument(
        "--dest",
        type=Path,
        default=Path("dist/matrix"),
        help="where PDFs and verdicts go; those there are taken",
    )
    parser.add_argument(
        "--contact-sheets", type=Path, metavar="DIR", help="write pictures of all pages there"
    )
    return parser.parse_args(arguments)


def _made(path: Path, row: Row) -> dict[str, Any]:
    """Return a row's verdict, from an earlier run if that had the same row."""
    kept = path.with_suffix(".json")
    if path.exists() and kept.exists():
        verdict: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
        if verdict["row"] == row:
            return verdict
    pages, findings = _build(path, row)
    said = {"findings": findings} | {name: list(_judged(judge, path)) for name, judge in JUDGES.items()}
    verdict = {"row": row, "pages": pages, "said": said}
    kept.write_text(json.dumps(verdict, indent=1), encoding="utf-8")
    return verdict


def _build(path: Path, row: Row) -> tuple[int, list[str]]:
    book = Library.stock().book("complete")
    rendered = render_pdf(compose_book(book, Themes().find(row["theme"]), reader_of(row), Medium.PRINT))
    path.write_bytes(rendered.data)
    return rendered.extent, [f"{finding.code} {finding.message}" for finding in rendered.findings]


def _judged(judge: Any, path: Path) -> Iterator[str]:
    for message in judge.check_pdfs([path])[path]:
        yield str(message)


def _print_line(cells: tuple[str, ...]) -> None:
    print("".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
