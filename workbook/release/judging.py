"""Every checker on every file, and what each says: passed, failed, or could not check.

The table `CHECKERS` is the one place that says which checkers there are, what each reads, and which of them a
release may not be without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import pikepdf

from workbook import __version__
from workbook.errors import Diagnostic
from workbook.model.page import Paper
from workbook.prepress.cover import preflight_cover
from workbook.prepress.epub import preflight_epub
from workbook.prepress.pdf import Measured, preflight_pdf
from workbook.release.checkers import ace, epubcheck, page_validation, verapdf
from workbook.release.checkers.folding import fold
from workbook.release.checkers.java import find_java
from workbook.release.checkers.message import CheckerFailed, Message
from workbook.release.forms import Form

PDFS = (Form.PRINT, Form.FILLABLE, Form.LARGE_PRINT, Form.THERAPIST, Form.SHEET)
PASSED_OVER = frozenset({"CSS-028"})
"""EPUBCheck's note that fonts are embedded, which is as it should be."""


class Outcome(StrEnum):
    """What a checker's silence or speech comes to."""

    PASSED = "passed"
    FAILED = "failed"
    COULD_NOT_CHECK = "could not check"


class Judged(NamedTuple):
    """A file to judge, which form it is, and the paper that its pages are meant for."""

    form: Form
    path: Path
    paper: Paper


@dataclass(frozen=True)
class Verdict:
    """What one checker says about one file; ``said`` are its own words, none where it passed."""

    file: str
    checker: str
    version: str
    judges: str
    outcome: Outcome
    said: tuple[str, ...] = ()
    required: bool = True


Answers = dict[Path, list[str]]


@dataclass(frozen=True)
class Checker:
    """A judge: the forms that it reads, and whether a release may do without it.

    ``version`` and ``check`` raise `CheckerFailed` where there can be no verdict.
    """

    name: str
    judges: str
    forms: tuple[Form, ...]
    required: bool
    version: Callable[[], str]
    check: Callable[[Sequence[Judged]], Answers]


def judge(files: Sequence[Judged], checkers: Sequence[Checker] | None = None) -> list[Verdict]:
    """Return every checker's verdict on every file that it reads, in the order of the files."""
    found = [verdict for checker in checkers or CHECKERS for verdict in _ask(checker, files)]
    order = [file.path.name for file in files]
    return sorted(found, key=lambda verdict: order.index(verdict.file))


def missing(checkers: Sequence[Checker] | None = None) -> list[tuple[Checker, str]]:
    """Return the required checkers that are not here, each with the reason, before anything is made."""
    lacking = []
    for checker in checkers or CHECKERS:
        try:
            checker.version()
        except CheckerFailed as reason:
            if checker.required:
                lacking.append((checker, str(reason)))
    return lacking


def _ask(checker: Checker, files: Sequence[Judged]) -> list[Verdict]:
    own = [file for file in files if file.form in checker.forms]
    version = ""
    try:
        version = checker.version()
        answers = checker.check(own)
    except CheckerFailed as reason:
        why = _without_places(str(reason), own)
        return [_verdict(file, checker, version, Outcome.COULD_NOT_CHECK, (why,)) for file in own]
    verdicts = []
    for file in own:
        outcome = Outcome.FAILED if answers[file.path] else Outcome.PASSED
        said = tuple(dict.fromkeys(_without_places(said, own) for said in answers[file.path]))
        verdicts.append(_verdict(file, checker, version, outcome, said))
    return verdicts


def _verdict(
    file: Judged, checker: Checker, version: str, outcome: Outcome, said: tuple[str, ...]
) -> Verdict:
    return Verdict(file.path.name, checker.name, version, checker.judges, outcome, said, checker.required)


def _without_places(text: str, files: Sequence[Judged]) -> str:
    """Return the first line of what was said, without the folder in which the file lay.

    Where that line only leads to what follows, the next one comes with it.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()] or ["It did not say why."]
    first = " ".join(lines[:2]) if lines[0].endswith(":") else lines[0]
    for folder in {str(file.path.parent) for file in files}:
        first = first.replace(f"{folder}/", "")
    return first


def _package(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        raise CheckerFailed(f"{name} is not installed. `workbook doctor` says how to install it.") from None


def _java_package(name: str) -> str:
    find_java()
    return _package(name)


def _epubcheck(files: Sequence[Judged]) -> Answers:
    # One code of EPUBCheck's stands for all that a schema does not allow; its words say what it is.
    return {
        file.path: fold(((m.code, m.text), str(m)) for m in _heard(epubcheck.check_epub(file.path)))
        for file in files
    }


def _ace(files: Sequence[Judged]) -> Answers:
    return {file.path: _shown(ace.check_epub(file.path)) for file in files}


def _verapdf(files: Sequence[Judged]) -> Answers:
    return _all_shown(verapdf.check_pdfs([file.path for file in files]))


def _page_validation(files: Sequence[Judged]) -> Answers:
    return _all_shown(page_validation.check_pdfs([file.path for file in files]))


def _all_shown(found: dict[Path, list[Message]]) -> Answers:
    return {path: _shown(messages) for path, messages in found.items()}


def _shown(messages: Sequence[Message]) -> list[str]:
    return fold((message.code, str(message)) for message in _heard(messages))


def _heard(messages: Sequence[Message]) -> list[Message]:
    return [message for message in messages if message.code not in PASSED_OVER]


def _epub_preflight(files: Sequence[Judged]) -> Answers:
    return {file.path: _told(preflight_epub(file.path)) for file in files}


def _print_preflight(files: Sequence[Judged]) -> Answers:
    return {file.path: _told(measure(file).findings) for file in files}


def _cover_preflight(files: Sequence[Judged]) -> Answers:
    return {file.path: _told(preflight_cover(file.path)) for file in files}


def measure(file: Judged) -> Measured:
    """Return what is measured on a PDF's pages.

    Raises:
        CheckerFailed: the file cannot be read.
    """
    try:
        return preflight_pdf(file.path, file.paper, most_pages=1 if file.form is Form.SHEET else None)
    except pikepdf.PdfError as reason:
        raise CheckerFailed(f"The file cannot be read as a PDF: {reason}") from reason


def _told(findings: Sequence[Diagnostic]) -> list[str]:
    return fold((finding.code, f"{finding.code}: {finding.message}") for finding in findings)


CHECKERS = (
    Checker("EPUBCheck", "EPUB 3.3", (Form.EPUB,), True, lambda: _java_package("epubcheck"), _epubcheck),
    Checker("Ace", "EPUB Accessibility 1.1, WCAG", (Form.EPUB,), True, ace.version, _ace),
    Checker(
        "workbook, EPUB preflight",
        "what EPUBCheck lets pass",
        (Form.EPUB,),
        True,
        lambda: __version__,
        _epub_preflight,
    ),
    Checker("veraPDF", "PDF/UA-1", PDFS, True, verapdf.version, _verapdf),
    Checker("page-validation", "PDF/UA-1", PDFS, True, lambda: _package("page-validation"), _page_validation),
    Checker(
        "workbook, print preflight",
        "page sizes, fonts, least letters and lines, margins",
        PDFS,
        True,
        lambda: __version__,
        _print_preflight,
    ),
    Checker(
        "workbook, cover preflight",
        "JPEG, colours, pixels",
        (Form.COVER,),
        True,
        lambda: __version__,
        _cover_preflight,
    ),
)
"""Every checker of a release; docs/publisher.md has the same table."""
