"""What keeps an edition from being released: everything at once, before anything is made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from workbook.compose.proof import proof_tokens
from workbook.editorial.books import of_book
from workbook.editorial.checking import check
from workbook.errors import Code, Diagnostic, FindingsError, Severity
from workbook.model.edition import Edition
from workbook.release.source import Source
from workbook.source.library import Library
from workbook.source.loading import Loaded


def refuse_unready(source: Source, today: dt.date) -> None:
    """Stop where a file of the edition has any finding, or an exercise does not say its licence.

    **Why** warnings count: a release is what goes out; what may be seen to later is seen to before.

    Raises:
        FindingsError: Z001 and the findings themselves, as errors.
    """
    named = source.files()
    paths = [path for name, path in named.items() if path.suffix in {".yaml", ".yml"}]
    checked = check(paths, source.library, today).findings
    found = [*checked, *of_book(source.edition.workbook, source.library, today)]
    found += [*_licences(source.library, source), *proof_tokens(source.theme)]
    if found:
        raise FindingsError([_summary(source.loaded, len(dict.fromkeys(found))), *_as_errors(found)])


def _licences(library: Library, source: Source) -> Iterator[Diagnostic]:
    for name in source.book.exercises:
        loaded = library.exercise(name)
        if "licence" not in loaded.value.provenance.model_fields_set:
            yield Diagnostic(
                Code.LICENCE_NOT_SAID,
                f"The exercise `{name}` does not say its licence, so no one has agreed to it.",
                "Write `licence: CC-BY-4.0` under `provenance`, if those who wrote it agree.",
                loaded.document.span(("provenance",)),
            )


def _as_errors(found: list[Diagnostic]) -> list[Diagnostic]:
    return list(dict.fromkeys(replace(finding, severity=Severity.ERROR) for finding in found))


def _summary(edition: Loaded[Edition], number: int) -> Diagnostic:
    things = "1 finding stands" if number == 1 else f"{number} findings stand"
    return Diagnostic(
        Code.NOT_READY,
        f"This edition is not released: {things} against it.",
        "Mend them, warnings too; `workbook check` shows the same.",
        edition.document.span(()),
    )
