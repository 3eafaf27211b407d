"""Look at a release again: are the files those that were released, and do the checkers say the same?"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from workbook.errors import Code, Diagnostic, FindingsError, Severity, Span
from workbook.model.page import PAPERS, Paper
from workbook.release.folder import read_folder
from workbook.release.judging import Judged, Outcome, Verdict, judge
from workbook.release.manifest import Manifest
from workbook.release.records import SUMS
from workbook.release.source import sum_of

_LINE = re.compile(r"([0-9a-f]{64})  ([^/\\\0]+)")


def verify(folder: Path) -> tuple[list[Diagnostic], int]:
    """Return what is not as it was released, and how many files were looked at.

    The checkers are asked only where all sums are right; what has been altered has no verdict to compare.

    Raises:
        FindingsError: Z010, there is no release in the folder.
    """
    files = read_folder(folder)
    listed = _listed(folder, files)
    found = list(_sums(folder, files, listed))
    if not found:
        manifest = _manifest(folder, files)
        found = list(_verdicts(folder, files, manifest))
    return found, len(listed)


def _listed(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    lines = files.get(SUMS, b"").decode("ascii", errors="replace").splitlines()
    matches = [_LINE.fullmatch(line) for line in lines]
    if not lines or not all(matches):
        raise _no_release(folder, f"`{SUMS}` is missing, or is not as it was written")
    return {match[2]: match[1] for match in matches if match}


def _sums(folder: Path, files: Mapping[str, bytes], listed: Mapping[str, str]) -> Iterator[Diagnostic]:
    for name, digest in listed.items():
        if name not in files:
            message, hint = f"`{name}` is missing.", "Make the release again, or copy it whole."
            yield Diagnostic(Code.RELEASE_FILE_GONE, message, hint, Span(folder / name))
        elif sum_of(files[name]) != digest:
            message = f"`{name}` is not the file that was released: its checksum differs."
            hint = "Someone has changed it, or it was damaged on its way. Copy it again."
            yield Diagnostic(Code.SUM_DIFFERS, message, hint, Span(folder / name))
    for name in sorted(files.keys() - listed.keys() - {SUMS}):
        message = f"`{name}` is no part of this release."
        yield Diagnostic(Code.RELEASE_FILE_EXTRA, message, "Move it elsewhere.", Span(folder / name))


def _manifest(folder: Path, files: Mapping[str, bytes]) -> Manifest:
    try:
        manifest = Manifest.model_validate_json(files.get("manifest.json", b""))
    except ValidationError:
        why = "`manifest.json` is missing, or another version of workbook wrote it"
        raise _no_release(folder, why) from None
    if not {file.name for file in manifest.files} <= files.keys():
        raise _no_release(folder, "`manifest.json` names files that are not here")
    return manifest


def _verdicts(folder: Path, files: Mapping[str, bytes], manifest: Manifest) -> Iterator[Diagnostic]:
    with tempfile.TemporaryDirectory(prefix="workbook-") as place:
        judged = []
        for file in manifest.files:
            path = Path(place, file.name)
            path.write_bytes(files[file.name])
            judged.append(Judged(file.form, path, _paper(file.width_mm, file.height_mm)))
        now = judge(judged)
    before = {(record.file, record.checker): record.verdict for record in manifest.verdicts}
    for verdict in now:
        was = before.get((verdict.file, verdict.checker))
        if was != verdict.outcome.value:
            yield _differs(folder, verdict, was or "not asked")


def _differs(folder: Path, verdict: Verdict, was: str) -> Diagnostic:
    said = f": {verdict.said[0]}" if verdict.said else "."
    message = (
        f"{verdict.checker} says “{verdict.outcome.value}” of `{verdict.file}` now; it was “{was}”{said}"
    )
    lighter = verdict.outcome is not Outcome.FAILED
    return Diagnostic(
        Code.VERDICT_DIFFERS,
        message,
        "Checkers change from version to version; `manifest.json` names those that were asked.",
        Span(folder / verdict.file),
        Severity.WARNING if lighter else Severity.ERROR,
    )


def _paper(width: float | None, height: float | None) -> Paper:
    if width is None or height is None:
        return PAPERS["a4"]
    return Paper("released", width, height)


def _no_release(folder: Path, why: str) -> FindingsError:
    hint = "Name the folder that `workbook release` made."
    return FindingsError(
        [Diagnostic(Code.NO_RELEASE, f"This is no release that can be read: {why}.", hint, Span(folder))]
    )
