"""An edition with its workbook, its theme and its fonts, or all that is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from workbook.cli.project import choose_theme, find_library, find_themes
from workbook.compose.proof import theme_warnings
from workbook.compose.typefaces import missing_letters, set_in
from workbook.errors import Diagnostic, FindingsError, MissingToolError, Severity
from workbook.release.source import Source, release_date
from workbook.source.editions import edition_mistakes
from workbook.source.shelves import EDITIONS


def open_edition(name: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return all that an edition's files are made from, and what it warns of.

    Raises:
        FindingsError: what is wrong with the edition, its workbook and what that names, its theme and fonts.
        MissingToolError: a font of its theme is not installed.
    """
    library = find_library()
    edition = library.edition(name)
    findings = edition_mistakes(edition, library)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise FindingsError(findings)
    value = edition.value
    book = library.book(value.workbook)
    named_at = edition.document.span(("theme",))
    theme = choose_theme(value.theme, library.workbook(value.workbook), named_at)
    theme = set_in(edition, theme, find_themes().families())
    if lacking := missing_letters(edition, book, theme):
        raise FindingsError([*findings, *lacking])
    warnings = (*findings, *theme_warnings(theme))
    return Source(edition, library, book, theme, release_date(value, book)), warnings


def edition_findings(files: Collection[Path]) -> Iterator[Diagnostic]:
    """Yield what only shows when the editions among some files are put together; themes and fonts."""
    library = find_library()
    for path in files:
        if path.parent.name != EDITIONS.folder or library.path(EDITIONS, path.stem) != path:
            continue
        try:
            open_edition(path.stem)
        except FindingsError as error:
            yield from error.findings
        except MissingToolError:  # `workbook doctor` and a build say so
            continue
