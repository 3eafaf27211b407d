"""Make a release: refuse, build, judge, record, put in its place."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbook.errors import Code, Diagnostic, FindingsError, Span
from workbook.release.access import access_statement
from workbook.release.building import build_forms
from workbook.release.folder import place_folder, sweep
from workbook.release.forms import Deliverable, Form, isbn_of, sheet_paper
from workbook.release.judging import PDFS, Judged, Outcome, Verdict, judge, measure, missing
from workbook.release.manifest import write_manifest
from workbook.release.package import read_package
from workbook.release.records import SUMS, licences, metadata_csv, sums
from workbook.release.refusing import refuse_unready
from workbook.release.report import write_report
from workbook.release.source import Source

_MOST_SAID = 5
"""How many of a checker's words on one file are told."""


@dataclass(frozen=True)
class Released:
    """A release in its folder; ``written`` is false where the same one was there already."""

    folder: Path
    written: bool
    files: tuple[Deliverable, ...]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Diagnostic, ...]


def release(
    source: Source,
    dest: Path,
    begin: Callable[[str], None],
    *,
    replace: bool = False,
    allow_unchecked: bool = False,
) -> Released:
    """Make a release of an edition in ``dest``; ``begin`` is told of each step.

    Raises:
        FindingsError: the edition is not ready, a checker is missing or finds a fault, the folder is taken.
        MissingToolError: an engine is not installed.
    """
    folder = dest / source.name
    refuse_unready(source, dt.date.today())
    if not allow_unchecked:
        _refuse_missing(source)
    built = build_forms(source, begin)
    begin("the checkers")
    with tempfile.TemporaryDirectory(prefix="workbook-") as place:
        judged = _lay_out(Path(place), source, built.files)
        verdicts = judge(judged)
        _refuse_faults(source, verdicts, allow_unchecked=allow_unchecked)
        measured = {file.path.name: measure(file) for file in judged if file.form in PDFS}
    begin("the report")
    package = read_package(next(file.data for file in built.files if file.form is Form.EPUB))
    records = [(file, isbn_of(source.edition, file.form)) for file in built.files]
    manifest = write_manifest(source, records, verdicts)
    files = {file.name: file.data for file in built.files}
    files["manifest.json"] = (manifest.model_dump_json(indent=2, exclude_none=True) + "\n").encode("utf-8")
    files["metadata.csv"] = metadata_csv(source, built.files, package)
    files["LICENCES.md"] = licences(source)
    files["accessibility.html"] = access_statement(source, built.files, verdicts, package)
    files["report.html"] = write_report(source, built, manifest, verdicts, measured, package)
    files[SUMS] = sums(files)
    sweep(folder)
    written = place_folder(folder, files, replace=replace)
    return Released(folder, written, built.files, tuple(verdicts), built.findings)


def _lay_out(place: Path, source: Source, files: Sequence[Deliverable]) -> list[Judged]:
    judged = []
    for file in files:
        path = place / file.name
        path.write_bytes(file.data)
        judged.append(Judged(file.form, path, file.paper or sheet_paper(source.edition)))
    return judged


def _refuse_missing(source: Source) -> None:
    lacking = [
        Diagnostic(
            Code.CHECKER_MISSING,
            f"{checker.name} cannot check here: {reason}",
            "Install it, or say `--allow-unchecked`: then the release says what was not checked.",
            Span(source.loaded.path),
        )
        for checker, reason in missing()
    ]
    if lacking:
        raise FindingsError(lacking)


def _refuse_faults(source: Source, verdicts: Sequence[Verdict], *, allow_unchecked: bool) -> None:
    found = []
    for verdict in verdicts:
        if verdict.outcome is Outcome.FAILED:
            found += [_fault(source, verdict, said) for said in verdict.said[:_MOST_SAID]]
        elif verdict.outcome is Outcome.COULD_NOT_CHECK and not allow_unchecked and verdict.required:
            message = f"{verdict.checker} could not check {verdict.file}: {verdict.said[0]}"
            hint = (
                "Look at `workbook doctor`; `--allow-unchecked` makes the release all the same, and says so."
            )
            found.append(Diagnostic(Code.CHECKER_MISSING, message, hint, Span(source.loaded.path)))
    if found:
        raise FindingsError(found)


def _fault(source: Source, verdict: Verdict, said: str) -> Diagnostic:
    message = f"{verdict.checker} finds a fault in {verdict.file}: {said}"
    hint = "Mend what it is about; nothing was written."
    return Diagnostic(Code.CHECK_FAILED, message, hint, Span(source.loaded.path))
