"""One file → one typed value, or all of the file's mistakes at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from workbook.errors import Code, Diagnostic, FindingsError
from workbook.model.exercise import BRING, RepeatedIdError
from workbook.model.text import Location
from workbook.source.document import Written, parse
from workbook.source.files import read_text
from workbook.source.judging import meant
from workbook.source.judging.fields import Site, trace
from workbook.source.judging.mistakes import say
from workbook.source.judging.slots import misused
from workbook.source.judging.writing import BadlyWrittenError, check_text
from workbook.source.notation.composing import MAX_FINDINGS

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Loaded(Generic[T]):
    """A file's value, the document that knows where each part of it stands, and warnings about both."""

    value: T
    document: Written
    path: Path
    findings: tuple[Diagnostic, ...] = ()


_NAMING = ("code", "id", "language", "exercise")
"""Keys that say what a file is about, where they have no usual value; its name says the same."""


def load(path: Path, model: type[T], roots: Sequence[Path] | None = None) -> Loaded[T]:
    """Read a file into a model.

    Raises:
        FindingsError: everything that is wrong with the file.
    """
    return build(parse(path, read_text(path, roots)), model)


def build(document: Written, model: type[T]) -> Loaded[T]:
    """Make a document's data into a model.

    Raises:
        FindingsError: S001 to S009, V001 to V004, K001, K003.
    """
    findings = _misnamed(document, model)
    try:
        value = model.model_validate(document.data, context=check_text)
    except ValidationError as error:
        raise FindingsError([*findings, *_findings(error, document, model)]) from None
    findings += [
        Diagnostic(p.code, p.message, p.hint, document.span_of(location, p.words, p.occurrence))
        for location, p in misused(value)
    ]
    if findings:
        raise FindingsError(findings)
    return Loaded(value, document, document.path)


def _misnamed(document: Written, model: type[BaseModel]) -> list[Diagnostic]:
    """Compare the file's name with what it calls itself."""
    fields = model.model_fields
    named = [
        k for k in _NAMING if k in fields and not isinstance(fields[k].default, str) and k in document.data
    ]
    key = next(iter(named), "")
    if not isinstance(own := document.data.get(key), str) or own == document.path.stem:
        return []
    return [
        Diagnostic(
            Code.ID_NOT_FILE_NAME,
            f"The {key} is `{own[:60]}` but the file is called `{document.path.name}`.",
            "Give both the same name, so that the file is found by it.",
            document.span((key,)),
        )
    ]


def _findings(error: ValidationError, document: Written, model: type[BaseModel]) -> list[Diagnostic]:
    details = [
        (detail, trace(model, detail["loc"])) for detail in error.errors(include_url=False)[:MAX_FINDINGS]
    ]
    misspelt = {
        (*site.location[:-1], like)
        for detail, site in details
        if detail["type"] == "extra_forbidden" and (like := meant.closest(str(site.location[-1]), site.keys))
    }
    found: list[Diagnostic] = []
    for detail, site in details:
        if not (_only_seems_short(detail) or (detail["type"] == "missing" and site.location in misspelt)):
            found += _located(detail, site, document)
    return found


def _only_seems_short(detail: ErrorDetails) -> bool:
    """Tell whether a list has items enough, of which pydantic counts only the faultless."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _located(detail: ErrorDetails, site: Site, document: Written) -> list[Diagnostic]:
    """Give an error its place, and say it."""
    reason = detail.get("ctx", {}).get("error")
    location: Location = site.location
    if isinstance(reason, BadlyWrittenError):
        return [
            Diagnostic(p.code, p.message, p.hint, document.span_of(location, p.words, p.occurrence))
            for p in reason.problems
        ]
    if isinstance(reason, RepeatedIdError):
        message = f"Two blocks of this sheet have the id `{reason.block_id}`."
        if reason.block_id == BRING:
            message = f"The id `{BRING}` is that of the line to bring to the next session."
        return [
            Diagnostic(
                Code.DUPLICATE_ID,
                message,
                "Give each block an id of its own; answers are kept by it.",
                document.span((*location, "blocks", reason.index, "id")),
            )
        ]
    said = say(detail, site)
    if said.code is Code.UNKNOWN_KEY:
        return [Diagnostic(said.code, said.message, said.hint, document.span(location, key=True))]
    if reason is not None:
        location = (*location, str(reason).partition(": ")[0])
    elif detail["type"] == "union_tag_invalid":
        location = (*location, "kind")
    return [Diagnostic(said.code, said.message, said.hint, document.span(location))]
