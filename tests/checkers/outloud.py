"""outloud, a judge of what a screen reader makes of a PDF, beyond the letter of PDF/UA-1.

**Why** a process of its own: it brings PyMuPDF, whose warnings are none of ours. All files share one start.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from tests.checkers.tables import cells
from workbook.release.checkers.message import CheckerFailed, Message

EXERCISES = Path(__file__).parents[2] / "content" / "exercises"
TITLES = "|".join(
    re.escape(title.strip("\"'")).replace("'", "[’']")
    for path in sorted(EXERCISES.glob("*.yaml"))
    for title in re.findall(r"^ {0,2}title: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
)
"""The titles of the stock exercises, for a pattern."""

MISTAKEN: dict[str, tuple[re.Pattern[str], str]] = {
    "ORD-001": (
        re.compile("paint tagged content out of tag-tree order"),
        "CSS paints floats before and list markers after the text they belong to. In a tagged file the "
        "tree is the order (ISO 32000-1, 14.8.2.3); ours is kept as text in tests/golden.",
    ),
    "PAG-001": (
        re.compile(
            r" minutes Str|For the therapist"
            rf"|^({TITLES})( \d+)?$"
            r"|^(Sources|Why this page|Questions for the next session|After this page|Part \d+)$"
            r"|^(Is this page for you\?|Good for you if( Leave it for later if)?|Before you start)$"
            r"|^(What to do|A made-up example)$"
            r"|^(If it is too much( Share it or keep it)?|To bring to your next session)$"
            r"|^(Better |Page Kind |My own:$)"
        ),
        "The line of kind, minutes and strength above a title is alike on many sheets, and so are the "
        "headings of the notes for therapists and of each sheet; a title heads its notes, its sheet "
        "and a list, an opener has its part's number; the table of all sheets repeats its head; a list's "
        "last option, for words of one's own, may end a page. They stand in the text, not in a margin.",
    ),
    "TAG-002": (
        re.compile(r"· \d+ of \d+ ·|This side is empty on purpose|^The crisis page, in short|· CC BY 4\.0$"),
        "The foot of a sheet, or of an empty back, is a running foot; the rule takes eight words for prose.",
    ),
    "TBL-012": (
        re.compile("cells are empty"),
        "The empty cells are the room to write in.",
    ),
}
"""Rules that misjudge a worksheet: what a finding must say to be passed over, and why it is mistaken."""
GRID = "TBL-014"
"""The rule that a drawn grid is a tagged table.

It measures a table by its words, so one with room to write in is smaller to it than its lines. It is passed
over where words of the grid are those of a table's cell, tagged on that page.
"""


class _Finding(TypedDict):
    rule: str
    severity: str
    message: str
    page: NotRequired[int | None]
    evidence: NotRequired[str | None]


class _Result(TypedDict):
    path: str
    error: NotRequired[str | None]
    findings: list[_Finding]


def check_pdfs(paths: Sequence[Path]) -> dict[Path, list[Message]]:
    """Return what outloud says about each file, without the findings that `MISTAKEN` explains.

    Raises:
        CheckerFailed: it is missing, crashed, or left a file out.
    """
    files = list(dict.fromkeys(paths))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "outloud.cli", "--fail-on", "never", "--json", str(report)]
        run = subprocess.run([*command, *map(str, files)], capture_output=True, check=False, text=True)
        if run.returncode or not report.is_file():
            raise CheckerFailed(
                f"outloud gave no verdict. Run scripts/setup --test.\n{run.stdout}{run.stderr}"
            )
        return read_report(report.read_text(encoding="utf-8"), files)


def read_report(text: str, paths: Sequence[Path]) -> dict[Path, list[Message]]:
    """Return the messages of outloud's JSON report.

    Raises:
        CheckerFailed: a file could not be read or is not in the report.
    """
    results = cast("list[_Result]", json.loads(text)["results"])
    found: dict[Path, list[Message]] = {}
    for result in results:
        if result.get("error"):
            raise CheckerFailed(f"outloud could not read {result['path']}: {result.get('error')}")
        found[Path(result["path"])] = [
            _message(f) for f in result["findings"] if not _is_mistaken(f, Path(result["path"]))
        ]
    if found.keys() != set(paths):
        raise CheckerFailed(f"outloud passed over {sorted(set(paths) - found.keys())}.")
    return found


def _message(finding: _Finding) -> Message:
    text = f"{finding['message']} {finding.get('evidence') or ''}".strip()
    return Message(finding["severity"], finding["rule"], text, f"page {finding.get('page')}")


def _is_mistaken(finding: _Finding, path: Path) -> bool:
    """Whether each piece of a finding's evidence is of the kind that the rule mistakes."""
    evidence = finding.get("evidence")
    pieces = evidence.split("; ") if evidence else [finding["message"]]
    if finding["rule"] == GRID:
        said = cells(path, finding.get("page") or 1)
        return any(piece.rstrip("…") in cell for piece in pieces for cell in said)
    if finding["rule"] not in MISTAKEN:
        return False
    form, _ = MISTAKEN[finding["rule"]]
    return all(form.search(piece) for piece in pieces)
